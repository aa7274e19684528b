// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/html_parts.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/terminal.h"
#include "searcher/counts/timeline.h"
#include "searcher/render/page.h"
#include "searcher/render/pile.h"

namespace dateline {
namespace {

std::string cell(const std::string& html, bool number) {
    return fmt::format("<td{}>{}</td>", number ? " class=\"n\"" : "", html);
}

/// What a bar's length stands for: articles, or their share.
double weight(std::uint64_t articles, const std::optional<std::uint64_t>& of) {
    const auto number = static_cast<double>(articles);
    if (!of) return number;
    return *of == 0 ? 0 : number / static_cast<double>(*of);
}

std::string bar_cell(double weight, double most) {
    return fmt::format(
        "<td class=\"bar\"><svg width=\"100%\" height=\"12\" aria-hidden=\"true\">"
        "<rect width=\"{:.1f}%\" height=\"12\"/></svg></td>",
        most > 0 ? weight / most * 100 : 0);
}

std::string head_of_shares(bool shares) {
    return shares ? "<th class=\"n\">of</th><th class=\"n\">share</th>" : "";
}

std::string share_cells(std::uint64_t articles, const std::optional<std::uint64_t>& of) {
    if (!of) return "";
    return cell(grouped(*of), true) + cell(percent(articles, *of), true);
}

void print_rest(const std::vector<std::string>& parts, std::ostream& out) {
    if (!parts.empty())
        out << "<p class=\"rest\">" << escape_html(fmt::format("{}", fmt::join(parts, "; ")))
            << "</p>\n";
}

}  // namespace

std::string escape_html(std::string_view text) {
    constexpr std::string_view signs = "&<>\"'";
    constexpr std::string_view names[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    std::string out;
    // The bidirectional and invisible marks that make_safe drops could make a page say another
    // thing than it holds.
    for (const char c : make_safe(text, LineBreaks::stay)) {
        const std::size_t sign = signs.find(c);
        out += sign == signs.npos ? std::string_view(&c, 1) : names[sign];
    }
    return out;
}

std::string lit_html(const LitText& text) {
    const LitText valid = valid_utf8(text);
    const std::string_view all = valid.text;
    std::string out;
    std::size_t at = 0;
    for (const Span span : valid.lit) {
        out += escape_html(all.substr(at, span.begin - at));
        out.append("<mark>").append(escape_html(all.substr(span.begin, span.end - span.begin)));
        out += "</mark>";
        at = span.end;
    }
    return out += escape_html(all.substr(at));
}

std::string linked_html(const std::string& html, const std::string& url) {
    if (url.empty()) return html;
    return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape_html(url), html);
}

void print_facet(const Facet& facet, std::ostream& out) {
    double most = 0;
    for (const FacetCount& count : facet.counts)
        if (count.values == 0) most = std::max(most, weight(count.articles, count.of));
    const bool shares = !facet.counts.empty() && facet.counts.front().of;
    out << "<h2>By " << escape_html(facet.field) << "</h2>\n<table>\n";
    if (shares)
        out << "<tr><th></th><th class=\"n\">articles</th>" << head_of_shares(true)
            << "<th></th></tr>\n";
    for (const FacetCount& count : facet.counts)
        out << "<tr>" << cell(escape_html(count.value), false)
            << cell(grouped(count.articles), true) << share_cells(count.articles, count.of)
            << bar_cell(count.values > 0 ? 0 : weight(count.articles, count.of), most) << "</tr>\n";
    out << "</table>\n";
    print_rest(left_over(facet), out);
}

void print_timeline(const Timeline& timeline, std::ostream& out) {
    double most = 0;
    for (const TimelineBar& bar : timeline.bars)
        if (!bar.earlier) most = std::max(most, weight(bar.articles, bar.of));
    const bool shares = !timeline.bars.empty() && timeline.bars.front().of;
    out << "<h2>By " << period_name(timeline.period) << "</h2>\n<table>\n";
    if (timeline.columns.empty() && shares)
        out << "<tr><th></th><th class=\"n\">articles</th>" << head_of_shares(true)
            << "<th></th><th></th></tr>\n";
    if (!timeline.columns.empty()) {
        out << "<tr><th></th><th class=\"n\">all</th>" << head_of_shares(shares);
        for (const std::string& column : timeline.columns)
            out << "<th class=\"n\">" << escape_html(column) << "</th>";
        if (!timeline.overlapping) out << "<th class=\"n\">others</th>";
        out << "</tr>\n";
    }
    for (const TimelineBar& bar : timeline.bars) {
        out << "<tr>" << cell(label_of(timeline, bar), false) << cell(grouped(bar.articles), true)
            << share_cells(bar.articles, bar.of);
        if (timeline.columns.empty()) {
            out << bar_cell(bar.earlier ? 0 : weight(bar.articles, bar.of), most)
                << cell(bar.peak ? escape_html(bar.peak->title) : "", false);
        }
        for (const std::uint64_t part : bar.parts) out << cell(grouped(part), true);
        if (const auto rest = others(timeline, bar, timeline.columns.size());
            rest && !timeline.columns.empty())
            out << cell(grouped(*rest), true);
        out << "</tr>\n";
    }
    out << "</table>\n";
    print_rest(left_over(timeline), out);
}

}  // namespace dateline
