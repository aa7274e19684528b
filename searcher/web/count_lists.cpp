// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/count_lists.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "common/fields.h"
#include "searcher/render/html_parts.h"
#include "searcher/web/frame.h"

namespace dateline::web {
namespace {

constexpr std::size_t usual_rows = 8;
constexpr std::size_t most_rows = 1000;

std::string row(const Parameters& typed, const std::string& value, std::uint64_t articles,
                const std::string& attributes) {
    return fmt::format("<li>{}</li>", anchor(address_of("/search", typed),
                                             fmt::format("<span{}>{}</span> <b>{}</b>", attributes,
                                                         value, grouped(articles))));
}

/// A filter; where there is one of the field already, which another value would widen, words of the
/// query.
Parameters narrowed_to(const Field& row, const std::string& value, const Parameters& typed) {
    const std::string flag(row.flag);
    // A name alone would find others that have its words.
    const std::string whole = row.match == Match::names ? '=' + value : value;
    if (value_of(typed, flag) == whole) return without(typed, {Role::place});
    const std::string words = value_words(row, value);
    return value_of(typed, flag).empty() || words.empty() ? with(typed, flag, whole)
                                                          : with_words(typed, words);
}

std::string list(const Facet& facet, const Asked& asked) {
    const Field& row_of_field = field(facet.field);
    const bool whole = asked.whole_list == facet.field;
    const std::size_t rows = std::min(facet.counts.size(), whole ? most_rows : usual_rows);
    std::string html;
    for (std::size_t i = 0; i < rows; ++i) {
        const FacetCount& count = facet.counts[i];
        html += row(narrowed_to(row_of_field, count.value, asked.typed), escape_html(count.value),
                    count.articles, "");
    }
    // Copies of a text that has a value may have none: their number would not be what is found.
    if (facet.unknown > 0 && asked.command.request.copies != CopyMode::only)
        html += row(with_words(asked.typed, "-has:" + facet.field), "unknown", facet.unknown,
                    " class=\"quiet\"");
    if (facet.counts.size() > rows || whole) {
        const std::string more = fmt::format("all {}", grouped(facet.counts.size()));
        if (!whole)
            html += fmt::format(
                "<li class=\"all\">{}</li>",
                anchor(address_of("/search", with(asked.typed, "by", facet.field)), more));
        else
            html += fmt::format("<li class=\"all\">{}</li>",
                                anchor(address_of("/search", without(asked.typed, "by")), "fewer"));
        if (whole && facet.counts.size() > rows)
            html += fmt::format("<li class=\"quiet\">and {} more: export them by the shell</li>",
                                grouped(facet.counts.size() - rows));
    }
    std::string heading = facet.field;
    return fmt::format("<section{}><h2>{}</h2><ul>{}</ul></section>\n",
                       whole ? " class=\"whole\"" : "", escape_html(heading), html);
}

/// One value that all have is nothing to choose, unless it was chosen.
bool can_choose(const Facet& facet, const Asked& asked) {
    return facet.counts.size() > 1 || (facet.counts.size() == 1 && facet.unknown > 0) ||
           (asked.whole_list == facet.field && !facet.counts.empty());
}

}  // namespace

std::vector<std::string> counted_fields(bool several_archives) {
    std::vector<std::string> names;
    for (const std::string_view first : {"outlet", "author"}) names.emplace_back(first);
    for (const Field& field : fields())
        if (field.facet && (several_archives || !field.of_archive) &&
            std::ranges::find(names, field.name) == names.end())
            names.emplace_back(field.name);
    return names;
}

std::string count_lists(const std::vector<Facet>& facets, const Asked& asked) {
    std::string html;
    for (const Facet& facet : facets)
        if (can_choose(facet, asked)) html += list(facet, asked);
    if (html.empty()) return "";
    return "<aside class=\"counts\" aria-label=\"Counts over all matches\">\n" + html +
           "</aside>\n";
}

}  // namespace dateline::web
