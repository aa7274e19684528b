// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/csv.h"

#include <fmt/format.h>

#include "common/fields.h"
#include "common/terminal.h"
#include "searcher/counts/timeline.h"
#include "searcher/render/lit_text.h"
#include "searcher/render/pile.h"

namespace dateline {
namespace {

using Row = std::vector<std::string>;

std::string quoted(const std::string& value) {
    if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
    std::string out = "\"";
    for (const char c : value) {
        if (c == '"') out += '"';
        out += c;
    }
    return out += '"';
}

/// What a spreadsheet would take for a formula, or for a blank before one.
bool may_be_formula(const std::string& value) {
    return !value.empty() &&
           std::string_view("=+-@\t\r\n").find(value.front()) != std::string::npos;
}

class Table {
public:
    Table(std::ostream& out, CsvCells cells) : out_(out), cells_(cells) {}

    void write(const Row& row) const {
        bool first = true;
        for (const std::string& value : row) {
            if (!first) out_ << ',';
            first = false;
            const bool guard = cells_.guarded && may_be_formula(value);
            const std::string cell = guard ? "'" + value : value;
            out_ << quoted(cells_.for_terminal ? make_safe(cell, LineBreaks::stay)
                                               : valid_utf8(cell));
        }
        out_ << "\r\n";
    }

private:
    std::ostream& out_;
    CsvCells cells_;
};

std::string share(std::uint64_t articles, std::uint64_t of) {
    if (of == 0) return "";
    return fmt::format("{:.6f}", static_cast<double>(articles) / static_cast<double>(of));
}

void add_share(Row& row, std::uint64_t articles, const std::optional<std::uint64_t>& of) {
    if (!of) return;
    row.push_back(std::to_string(*of));
    row.push_back(share(articles, *of));
}

/// What has no value is counted in a last row without one.
void write_unknown(Row row, std::uint64_t articles, std::size_t columns, const Table& out) {
    if (articles == 0) return;
    row.push_back(std::to_string(articles));
    row.resize(columns);
    out.write(row);
}

void write_timeline(const Timeline& timeline, const Table& out) {
    const bool shares = !timeline.bars.empty() && timeline.bars.front().of;
    Row head{"period", "first", "last", "articles"};
    if (shares) head.insert(head.end(), {"of", "share"});
    head.insert(head.end(), timeline.columns.begin(), timeline.columns.end());
    const bool rest = !timeline.columns.empty() && !timeline.overlapping;
    if (rest) head.emplace_back("others");
    out.write(head);
    for (const TimelineBar& bar : timeline.bars) {
        Row row{label_of(timeline, bar), to_string(bar.first), to_string(bar.last),
                std::to_string(bar.articles)};
        add_share(row, bar.articles, bar.of);
        for (const std::uint64_t part : bar.parts) row.push_back(std::to_string(part));
        if (rest) row.push_back(std::to_string(*others(timeline, bar, bar.parts.size())));
        out.write(row);
    }
    write_unknown({"", "", ""}, timeline.undated + timeline.coarse, head.size(), out);
}

void write_facet(const Facet& facet, const Table& out) {
    const bool shares = !facet.counts.empty() && facet.counts.front().of;
    Row head{facet.field, "articles"};
    if (shares) head.insert(head.end(), {"of", "share"});
    out.write(head);
    for (const FacetCount& count : facet.counts) {
        Row row{count.value, std::to_string(count.articles)};
        add_share(row, count.articles, count.of);
        out.write(row);
    }
    write_unknown({""}, facet.unknown + facet.coarse, head.size(), out);
}

/// The first passage's line, or what the file has instead of lines.
std::string number_cell(const Hit& hit) {
    if (hit.article.unit == PlaceUnit::item) return hit.article.item;
    if (hit.passages.empty()) return "";
    return number_text(hit.article.unit, hit.passages.front().line);
}

std::string passages_of(const Hit& hit) {
    if (hit.text) return hit.text->text;
    std::string text;
    for (const ShownPassage& passage : hit.passages) {
        if (!text.empty()) text += " \u2026 ";
        text += passage.text.text;
    }
    return text;
}

void add_arrival(Row& row, const Arrival& arrival) {
    row.push_back(arrival.search);
    row.emplace_back(name_of(arrival.kind));
    row.push_back(arrival.of);
}

void write_hits(const SearchResult& result, const Table& out) {
    const bool several = !result.archives.empty();
    const bool arrivals = !result.parts.empty();
    Row head{"rank", "score", "match", "id"};
    if (several) head.emplace_back("archive");
    for (const Field& field : fields())
        if (field.number != 0) head.emplace_back(field.name);
    head.insert(head.end(), {"file", "line", "state", "passage", "lacking"});
    if (arrivals) head.insert(head.end(), {"search", "new", "new_of"});
    out.write(head);
    for (const Hit& hit : result.hits) {
        Row row{std::to_string(hit.rank), fmt::format("{:.4f}", hit.score),
                hit.lacking.empty() ? "all" : "some", hit.article.id};
        if (several) row.push_back(hit.article.archive);
        for (const Field& field : fields()) {
            if (field.number == 0) continue;
            const auto number = field.number_in(hit.article);
            row.push_back(number ? std::to_string(*number)
                                 : fmt::format("{}", fmt::join(field.get(hit.article), "; ")));
        }
        row.push_back(hit.file);
        row.push_back(number_cell(hit));
        row.emplace_back(name_of(hit.state));
        row.push_back(passages_of(hit));
        row.push_back(fmt::format("{}", fmt::join(hit.lacking, "; ")));
        if (arrivals) add_arrival(row, hit.arrival.value_or(Arrival{}));
        out.write(row);
    }
}

}  // namespace

void render_csv(const SearchResult& result, std::ostream& out, CsvCells cells) {
    const Table table(out, cells);
    if (result.timeline) return write_timeline(*result.timeline, table);
    if (!result.facets.empty()) return write_facet(result.facets.front(), table);
    write_hits(result, table);
}

}  // namespace dateline
