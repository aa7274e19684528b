// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/show.h"

#include "searcher/archives/with_archives.h"
#include "searcher/counts/facets.h"
#include "searcher/hits/hits.h"
#include "searcher/match/search_plan.h"
#include "searcher/query/describe.h"

namespace dateline {

SearchResult show_article(const std::vector<NamedFolder>& archives, const SearchRequest& request,
                          const NamedArticle& named) {
    const Node query = parse_query(request.query, request.today);
    SearchResult result;
    const auto reports = with_archives(archives, [&](const Archives& opened) {
        result = {};
        const std::vector<Xapian::docid> found = find_article(opened, named);
        if (found.empty()) return;
        const SearchPlan plan(opened, query, {}, {});
        FileCheck files;
        result.query = request.query;
        result.understood = to_string(plan.question);
        result.notes = plan.question.notes;
        result.articles = opened.articles();
        result.all_words.number = found.size();
        for (const Xapian::docid docid : found) {
            ListedArticle article;
            article.ranked.docid = docid;
            result.hits.push_back(make_hit(plan, request, article, files));
            result.hits.back().rank = static_cast<std::uint32_t>(result.hits.size());
        }
        if (auto note = files.note()) result.notes.push_back(std::move(*note));
    });
    if (result.hits.empty()) tell_missing(named, reports);
    tell_archives(reports, result);
    return result;
}

std::vector<std::string> field_values(const std::vector<NamedFolder>& archives,
                                      std::string_view field, std::string_view beginning) {
    std::vector<NamedFolder> here = archives;  // others would be waited for at each key
    std::erase_if(here, [](const NamedFolder& archive) { return is_remote(archive.folder); });
    std::vector<std::string> values;
    if (here.empty()) return values;
    with_archives(here, [&](const Archives& opened) {
        values.clear();
        for (FacetCount& count : values_of(opened, field, beginning))
            values.push_back(std::move(count.value));
    });
    return values;
}

}  // namespace dateline
