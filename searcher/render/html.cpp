// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/html.h"

#include <fmt/format.h>

#include "searcher/render/arrival_text.h"
#include "searcher/render/copies_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/html_parts.h"
#include "searcher/render/page.h"
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
.bar { width: 40%; } .bar svg { margin-top: .35rem; } .bar rect { fill: #4a7ab5; }
</style>
)";

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
        << linked_html(untitled ? "untitled" : lit_html(hit.title), linkable_url(hit.article.url))
        << "</h2>\n";
    std::string byline = trimmed(hit.outlet).text.empty()
                             ? no_outlet
                             : lit_html(hit.outlet) + guess_mark(hit.article, "outlet");
    if (!hit.authors.text.empty())
        add(byline, lit_html(hit.authors) + guess_mark(hit.article, "author"));
    add(byline, date_shown(hit.article));
    add(byline, escape_html(hit.article.section));
    out << "<p class=\"by\">" << byline << "</p>\n";
    if (hit.arrival)
        if (const std::string text = arrival_text(*hit.arrival); !text.empty())
            print_note(text, out);
    if (hit.copies) print_note(copies_line(*hit.copies, unlimited), out);
    if (hit.copy) print_note(copy_share_text(*hit.copy), out);
    if (hit.story && hit.story->fresh) print_note(fresh_text(*hit.story->fresh), out);
    for (const ShownPassage& passage : hit.passages) {
        out << "<p class=\"text\">" << label(hit, passage) << lit_html(with_ellipses(passage))
            << "</p>\n";
        if (passage.said) print_note(said_text(*passage.said), out);
    }
    if (hit.text) out << "<p class=\"text\">" << lit_html(*hit.text) << "</p>\n";
    const std::string file = place_text(hit.file, PlaceUnit::line, 0, hit.article.item);
    const std::string url = hit.machine.empty() ? file_url("", hit.file) : "";
    out << "<p class=\"file\">" << linked_html(escape_html(file), url) << ' '
        << escape_html(id_shown(hit.article))
        << (hit.lacking.empty() ? "" : " \u00B7 " + escape_html(lacking_text(hit)))
        << "</p>\n</article>\n";
}

}  // namespace

void render_html(const SearchResult& result, std::ostream& out) {
    const std::string title = result.query.empty() ? "dateline" : escape_html(result.query);
    out << head << "<title>" << title << "</title>\n"
        << style << "</head>\n<body>\n<h1>" << title << "</h1>\n";
    if (result.parts.empty())
        out << "<p class=\"note\">" << count_text(result) << "; " << grouped(result.articles)
            << " in the archive</p>\n";
    for (const std::string& note : result.notes) print_note(note, out);
    if (result.timeline) print_timeline(*result.timeline, out);
    for (const Facet& facet : result.facets) print_facet(facet, out);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        if (const SearchPart* part = part_at(result, i))
            out << "<h1>" << escape_html(part_heading(*part)) << "</h1>\n";
        print_hit(result.hits[i], out);
    }
    if (!result.related.empty()) print_note("related, of other days or events:", out);
    for (const Hit& hit : result.related) print_note(related_line(hit), out);
    if (result.coverage) print_note(coverage_text(*result.coverage), out);
    out << "</body>\n</html>\n";
}

}  // namespace dateline
