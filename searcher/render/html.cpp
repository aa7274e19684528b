// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/html.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/terminal.h"
#include "searcher/counts/timeline.h"
#include "searcher/render/copies_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/page.h"
#include "searcher/render/pile.h"
#include "searcher/render/story_text.h"

namespace dateline {
namespace {

constexpr std::size_t unlimited = 1000;  // columns

constexpr std::string_view head =
    R"(<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
)";

constexpr std::string_view style = R"(<style>
body { font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin: 0; }
article { margin: 1.6rem 0; } article p { margin: .4rem 0; }
.by, .file, .note, .rest { color: #666; font: .85rem/1.4 sans-serif; overflow-wrap: anywhere; }
.text { white-space: pre-line; } .line { color: #999; font: .8rem monospace; }
mark { background: #ffe58a; }
table { border-collapse: collapse; width: 100%; font: .9rem sans-serif; margin: 1rem 0; }
th, td { text-align: left; padding: .1rem .5rem; vertical-align: top; } .n { text-align: right; }
.bar { display: block; height: .8rem; margin-top: .25rem; background: #4a7ab5; }
</style>
)";

std::string lit(const LitText& text) {
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

std::string linked(const std::string& html, const std::string& url) {
    if (url.empty()) return html;
    return fmt::format("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape_html(url), html);
}

void add(std::string& line, const std::string& html) {
    if (html.empty()) return;
    if (!line.empty()) line += " \u00B7 ";
    line += html;
}

/// The passage's place in the file, where it has one.
std::string label(const Hit& hit, const ShownPassage& passage) {
    if (hit.article.unit == PlaceUnit::item) return "";
    return fmt::format("<span class=\"line\">{}</span> ",
                       number_text(hit.article.unit, passage.line));
}

void print_note(const std::string& text, std::ostream& out) {
    out << "<p class=\"note\">" << escape_html(text) << "</p>\n";
}

void print_hit(const Hit& hit, std::ostream& out) {
    const bool untitled = trimmed(hit.title).text.empty();
    out << "<article id=\"" << escape_html(id_token(hit.article)) << "\">\n<h2>" << hit.rank << ". "
        << linked(untitled ? "untitled" : lit(hit.title), linkable_url(hit.article.url))
        << "</h2>\n";
    std::string byline = trimmed(hit.outlet).text.empty()
                             ? no_outlet
                             : lit(hit.outlet) + guess_mark(hit.article, "outlet");
    if (!hit.authors.text.empty())
        add(byline, lit(hit.authors) + guess_mark(hit.article, "author"));
    add(byline, date_shown(hit.article));
    add(byline, escape_html(hit.article.section));
    out << "<p class=\"by\">" << byline << "</p>\n";
    if (hit.copies) print_note(copies_line(*hit.copies, unlimited), out);
    if (hit.copy) print_note(copy_share_text(*hit.copy), out);
    if (hit.story && hit.story->fresh) print_note(fresh_text(*hit.story->fresh), out);
    for (const ShownPassage& passage : hit.passages) {
        out << "<p class=\"text\">" << label(hit, passage) << lit(with_ellipses(passage))
            << "</p>\n";
        if (passage.said) print_note(said_text(*passage.said), out);
    }
    if (hit.text) out << "<p class=\"text\">" << lit(*hit.text) << "</p>\n";
    const std::string file = place_text(hit.file, PlaceUnit::line, 0, hit.article.item);
    out << "<p class=\"file\">" << linked(escape_html(file), file_url("", hit.file)) << ' '
        << escape_html(id_shown(hit.article))
        << (hit.lacking.empty() ? "" : " \u00B7 " + escape_html(lacking_text(hit)))
        << "</p>\n</article>\n";
}

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
        "<td style=\"width:40%\"><span class=\"bar\" style=\"width:{:.1f}%\">"
        "</span></td>",
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

void print_facet(const Facet& facet, std::ostream& out) {
    double most = 0;
    for (const FacetCount& count : facet.counts)
        most = std::max(most, weight(count.articles, count.of));
    const bool shares = !facet.counts.empty() && facet.counts.front().of;
    out << "<h2>By " << escape_html(facet.field) << "</h2>\n<table>\n";
    if (shares)
        out << "<tr><th></th><th class=\"n\">articles</th>" << head_of_shares(true)
            << "<th></th></tr>\n";
    for (const FacetCount& count : facet.counts)
        out << "<tr>" << cell(escape_html(count.value), false)
            << cell(grouped(count.articles), true) << share_cells(count.articles, count.of)
            << bar_cell(weight(count.articles, count.of), most) << "</tr>\n";
    out << "</table>\n";
    print_rest(left_over(facet), out);
}

void print_timeline(const Timeline& timeline, std::ostream& out) {
    double most = 0;
    for (const TimelineBar& bar : timeline.bars)
        most = std::max(most, weight(bar.articles, bar.of));
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
        out << "<tr>" << cell(period_label(timeline.period, bar.first), false)
            << cell(grouped(bar.articles), true) << share_cells(bar.articles, bar.of);
        if (timeline.columns.empty()) {
            out << bar_cell(weight(bar.articles, bar.of), most)
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

void render_html(const SearchResult& result, std::ostream& out) {
    const std::string title = result.query.empty() ? "dateline" : escape_html(result.query);
    out << head << "<title>" << title << "</title>\n"
        << style << "</head>\n<body>\n<h1>" << title << "</h1>\n";
    out << "<p class=\"note\">" << count_text(result) << "; " << grouped(result.articles)
        << " in the archive</p>\n";
    for (const std::string& note : result.notes) print_note(note, out);
    if (result.timeline) print_timeline(*result.timeline, out);
    for (const Facet& facet : result.facets) print_facet(facet, out);
    for (const Hit& hit : result.hits) print_hit(hit, out);
    if (!result.related.empty()) print_note("related, of other days or events:", out);
    for (const Hit& hit : result.related) print_note(related_line(hit), out);
    if (result.coverage) print_note(coverage_text(*result.coverage), out);
    out << "</body>\n</html>\n";
}

}  // namespace dateline
