// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/list.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/ascii.h"
#include "common/counted.h"
#include "common/error.h"
#include "common/terminal.h"
#include "searcher/render/arrival_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/hit_text.h"
#include "searcher/render/pile.h"

namespace dateline {

/// What one column of the list shows.
struct ListColumn {
    std::string_view name;
    Paint paint = Paint::none;
    std::size_t widest = 0;  ///< 0: never cut
    bool to_the_right = false;
    std::string (*value)(const Hit&, const TextOptions&) = nullptr;  ///< nullptr: the title
};

namespace {

constexpr const char* unknown = "\u2013";

std::string rank(const Hit& hit, const TextOptions& /*options*/) {
    return std::to_string(hit.rank);
}

std::string day(const Hit& hit, const TextOptions& /*options*/) {
    return date_shown(hit.article);
}

std::string outlet(const Hit& hit, const TextOptions& /*options*/) {
    const std::string outlet = shown_outlet(hit).text;
    return outlet.empty() ? unknown : outlet;
}

std::string author(const Hit& hit, const TextOptions& /*options*/) {
    const std::vector<std::string>& names = hit.article.authors;
    if (names.empty()) return unknown;
    const std::string more = names.size() > 1 ? fmt::format(" +{}", names.size() - 1) : "";
    return make_safe(names.front()) + guess_mark(hit.article, "author") + more;
}

std::string section(const Hit& hit, const TextOptions& /*options*/) {
    return make_safe(hit.article.section);
}

std::string id(const Hit& hit, const TextOptions& /*options*/) {
    return make_safe(id_shown(hit.article));
}

std::string archive(const Hit& hit, const TextOptions& /*options*/) {
    return make_safe(hit.article.archive);
}

std::string place(const Hit& hit, const TextOptions& options) {
    return shown_path(hit, options.folder);
}

// clang-format off
constexpr ListColumn all_columns[] = {
    {.name = "rank", .to_the_right = true, .value = rank},
    {.name = "day", .paint = Paint::note, .value = day},
    {.name = "outlet", .widest = 20, .value = outlet},
    {.name = "author", .widest = 24, .value = author},
    {.name = "section", .widest = 16, .value = section},
    {.name = "title", .paint = Paint::title},
    {.name = "id", .paint = Paint::note, .value = id},
    {.name = "archive", .widest = 16, .value = archive},
    {.name = "place", .paint = Paint::file, .value = place},
};
// clang-format on

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_title = 10;

/// Set, and how many columns it takes.
struct Cell {
    std::string text;
    std::size_t width = 0;
};

LitText cut(LitText text, std::size_t width) {
    std::string shorter = cut_to_width(text.text, width);
    if (shorter == text.text) return text;
    const std::size_t points = shorter.rfind("\u2026");
    if (points == shorter.npos) return {};  // no room at all
    if (points >= 3 && shorter.compare(points - 3, 3, "\u2026") == 0) shorter.erase(points);
    const auto kept = static_cast<std::uint32_t>(shorter.rfind("\u2026"));
    std::erase_if(text.lit, [&](const Span& span) { return span.begin >= kept; });
    for (Span& span : text.lit) span.end = std::min(span.end, kept);
    return {std::move(shorter), std::move(text.lit)};
}

/// The title, and behind it what there is room for.
Cell title_cell(const Hit& hit, std::size_t width, const Page& page) {
    const std::string copies =
        hit.copies ? fmt::format(" (+{})", grouped(hit.copies->ids.size())) : "";
    const LitText title = cut(shown_title(hit), width - std::min(width, copies.size()));
    Cell cell{page.line(title, Paint::title, linkable_url(hit.article.url)) +
                  page.styled(copies, Paint::note),
              display_width(title.text) + copies.size()};
    if (hit.lacking.empty()) return cell;
    const std::string lacking = make_safe(lacking_text(hit));
    const std::size_t more = gap + display_width(lacking);
    if (cell.width + more > width) return cell;
    cell.text.append(gap, ' ').append(page.styled(lacking, Paint::note));
    cell.width += more;
    return cell;
}

Cell cell_of(const ListColumn& column, const Hit& hit, std::size_t width, const Page& page) {
    if (column.value == nullptr) return title_cell(hit, width, page);
    const std::string text = cut_to_width(column.value(hit, page.options()), width);
    return {page.styled(text, column.paint), display_width(text)};
}

/// What each column takes on this page: as much as its widest value, and no more than its share;
/// the title what is left.
std::vector<std::size_t> widths_of(const SearchResult& result,
                                   std::span<const ListColumn* const> columns, const Page& page) {
    std::vector<std::size_t> widths;
    std::size_t taken = 0;
    for (const ListColumn* column : columns) {
        std::size_t width = column->to_the_right ? 2 : 0;
        if (column->value != nullptr)
            for (const Hit& hit : result.hits)
                width = std::max(width, display_width(column->value(hit, page.options())));
        if (column->widest > 0) width = std::min({width, column->widest, page.room() / 5});
        widths.push_back(width);
        taken += width > 0 ? width + gap : 0;
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i]->value == nullptr)
            widths[i] = std::max(narrowest_title, page.room() - std::min(page.room(), taken));
    return widths;
}

void print_line(const Hit& hit, std::span<const ListColumn* const> columns,
                const std::vector<std::size_t>& widths, Page& page) {
    std::string line;
    std::size_t blanks = 0;  // before what comes next, so that no line ends in them
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (widths[i] == 0) continue;  // no hit has any
        const Cell cell = cell_of(*columns[i], hit, widths[i], page);
        const std::size_t rest = widths[i] - std::min(widths[i], cell.width);
        line.append(blanks + (columns[i]->to_the_right ? rest : 0), ' ').append(cell.text);
        blanks = gap + (columns[i]->to_the_right ? 0 : rest);
    }
    page.out() << line << '\n';
}

}  // namespace

std::string list_column_names() {
    std::string names;
    for (const ListColumn& column : all_columns)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", column.name);
    return names;
}

std::vector<const ListColumn*> list_columns(std::string_view names) {
    std::vector<const ListColumn*> columns;
    while (!names.empty()) {
        const std::size_t end = std::min(names.find(','), names.size());
        const std::string_view name = ascii::trim(names.substr(0, end));
        names.remove_prefix(std::min(end + 1, names.size()));
        const auto column = std::ranges::find(all_columns, name, &ListColumn::name);
        if (column == std::end(all_columns))
            throw Error(fmt::format("there is no column '{}'", name),
                        "the columns of a list are " + list_column_names());
        if (std::ranges::find(columns, &*column) != columns.end())
            throw Error(fmt::format("the column '{}' is given twice", name), "give it once");
        columns.push_back(&*column);
    }
    if (columns.empty())
        throw Error("option '--columns' names no column",
                    "the columns of a list are " + list_column_names());
    return columns;
}

void render_list(const SearchResult& result, std::span<const ListColumn* const> columns,
                 const TextOptions& options, std::ostream& out) {
    const bool counts = result.timeline || !result.facets.empty();
    if (counts && listed(result).number > 0) {
        render_pile(result, options, out);
        if (!result.hits.empty()) out << '\n';
    }
    Page page(options, 0, out);
    const std::vector<std::size_t> widths = widths_of(result, columns, page);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        if (const SearchPart* part = part_at(result, i))
            page.print(make_safe(part_heading(*part)), Paint::title);
        print_line(result.hits[i], columns, widths, page);
    }
}

}  // namespace dateline
