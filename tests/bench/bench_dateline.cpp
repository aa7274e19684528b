// SPDX-License-Identifier: GPL-2.0-or-later
// Dateline's own search library, from the text of a query to the finished result with its titles or
// passages; only rendering is left out. Each query opens the index, as search() does; that is
// counted.
#include <memory>
#include <sstream>
#include <stdexcept>

#include "searcher/archives/archive_names.h"
#include "searcher/search.h"
#include "tests/bench/program.h"
#include "tests/bench/typed_query.h"

namespace dateline::bench {
namespace {

Day day_named(const std::string& text) {
    const auto date = parse_iso_date(text);
    if (!date) throw std::runtime_error("no date: " + text);
    return date->day;
}

SearchRequest request_for(QueryKind kind, const Query& query, bool passages) {
    SearchRequest request;
    request.query = typed_query(kind, query);
    request.limit = page;
    request.with_passages = passages;
    request.passages.passage_bytes = passage_bytes;
    request.today = day_named("2026-01-01");  // no query has a date relative to it
    if (kind == QueryKind::any_in_days)
        request.days = {day_named(query.first_day), day_named(query.last_day)};
    if (kind == QueryKind::any_of_outlet) request.filters = {{"outlet", {query.outlet}}};
    return request;
}

/// Of one index, or of several with commas between them.
std::vector<NamedFolder> archives_in(const std::string& indexes) {
    std::vector<std::string> folders;
    std::istringstream list(indexes);
    for (std::string folder; std::getline(list, folder, ',');) folders.push_back(folder);
    return named(folders);
}

Ask open_index(const std::string& index, QueryKind kind, bool passages) {
    return [archives = archives_in(index), kind, passages](const Query& query) {
        const SearchResult result = search(archives, request_for(kind, query, passages));
        Shown shown;
        for (const Hit& hit : result.hits) {
            ++shown.hits;
            shown.bytes += hit.title.text.size();
            for (const ShownPassage& passage : hit.passages)
                shown.bytes += passage.text.text.size();
        }
        return shown;
    };
}

}  // namespace
}  // namespace dateline::bench

int main(int argc, char** argv) {
    return dateline::bench::run({nullptr, nullptr, dateline::bench::open_index}, argc, argv);
}
