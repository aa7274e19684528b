// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/markdown.h"

#include <fmt/format.h>

#include "common/terminal.h"
#include "searcher/counts/timeline.h"
#include "searcher/render/arrival_text.h"
#include "searcher/render/copies_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/page.h"
#include "searcher/render/pile.h"
#include "searcher/render/story_text.h"

namespace dateline {
namespace {

constexpr std::size_t unlimited = 1000;  // columns

/// Bold where lit; the markers stay off blanks, where they would not count.
std::string marked(const LitText& text) {
    const LitText safe = trimmed(safe_for_terminal(text));
    const std::string_view all = safe.text;
    std::string out;
    std::size_t at = 0;
    for (const Span span : safe.lit) {
        std::string_view lit = all.substr(span.begin, span.end - span.begin);
        if (lit.find_first_not_of(' ') == lit.npos) continue;
        out += escape_markdown(all.substr(at, span.begin - at));
        out.append("**").append(escape_markdown(lit)).append("**");
        at = span.end;
    }
    return out += escape_markdown(all.substr(at));
}

void append(std::string& line, const std::string& more) {
    if (more.empty()) return;
    if (!line.empty()) line += " \u00B7 ";
    line += more;
}

void print_quote(const LitText& text, const std::string& indent, std::ostream& out) {
    bool first = true;
    for (const LitText& paragraph : split_paragraphs(text)) {
        if (!first) out << indent << ">\n";
        first = false;
        out << indent << "> " << marked(paragraph) << '\n';
    }
    out << '\n';
}

void print_hit(const Hit& hit, std::ostream& out) {
    const std::string number = fmt::format("{}. ", hit.rank);
    const std::string indent(number.size(), ' ');  // less, and it would be outside of the item
    std::string title = marked(hit.title);
    if (title.empty()) title = "untitled";
    const std::string url = linkable_url(hit.article.url);
    // Parentheses would end the link's target; angle brackets are escaped in it.
    out << number << (url.empty() ? title : fmt::format("[{}](<{}>)", title, url)) << "  \n";
    std::string byline = marked(hit.outlet);
    byline += byline.empty() ? no_outlet : guess_mark(hit.article, "outlet");
    if (const std::string authors = marked(hit.authors); !authors.empty())
        append(byline, authors + guess_mark(hit.article, "author"));
    append(byline, date_shown(hit.article));
    append(byline, escape_markdown(hit.article.section));
    out << indent << byline << "  \n" << indent << escape_markdown(place_shown(hit, hit.file));
    out << ' ' << escape_markdown(id_shown(hit.article));
    if (!hit.lacking.empty()) out << " \u00B7 " << escape_markdown(lacking_text(hit));
    if (hit.arrival)
        if (const std::string text = arrival_text(*hit.arrival); !text.empty())
            out << "  \n" << indent << escape_markdown(text);
    if (hit.copies) out << "  \n" << indent << escape_markdown(copies_line(*hit.copies, unlimited));
    if (hit.copy) out << "  \n" << indent << escape_markdown(copy_share_text(*hit.copy));
    out << "\n\n";
    if (hit.text) print_quote(*hit.text, indent, out);
    if (hit.story && hit.story->fresh)
        out << indent << escape_markdown(fresh_text(*hit.story->fresh)) << "\n\n";
    for (const ShownPassage& passage : hit.passages) {
        print_quote(with_ellipses(passage), indent, out);
        if (passage.said) out << indent << escape_markdown(said_text(*passage.said)) << "\n\n";
    }
}

void print_story(const SearchResult& result, std::ostream& out) {
    if (!result.related.empty()) out << "Related, of other days or events:\n\n";
    for (const Hit& hit : result.related)
        out << "- " << escape_markdown(related_line(hit), LinePlace::inside) << '\n';
    if (!result.related.empty()) out << '\n';
    if (result.coverage) out << escape_markdown(coverage_text(*result.coverage)) << "\n\n";
}

/// Cells beside each other; the first is text, the others are numbers.
void print_row(const std::vector<std::string>& cells, std::ostream& out) {
    out << '|';
    for (const std::string& cell : cells)
        out << ' ' << escape_markdown(cell, LinePlace::inside) << " |";
    out << '\n';
}

void print_head(const std::vector<std::string>& cells, std::ostream& out) {
    print_row(cells, out);
    out << "|---|";
    for (std::size_t i = 1; i < cells.size(); ++i) out << "---:|";
    out << '\n';
}

void print_left_over(const std::vector<std::string>& parts, std::ostream& out) {
    out << '\n';
    if (!parts.empty()) out << fmt::format("{}\n\n", fmt::join(parts, "; "));
}

void print_facet(const Facet& facet, std::ostream& out) {
    const bool shares = !facet.counts.empty() && facet.counts.front().of;
    std::vector<std::string> head{facet.field, "articles"};
    if (shares) head.insert(head.end(), {"of", "share"});
    print_head(head, out);
    for (const FacetCount& count : facet.counts) {
        std::vector<std::string> cells{count.value, grouped(count.articles)};
        if (count.of)
            cells.insert(cells.end(), {grouped(*count.of), percent(count.articles, *count.of)});
        print_row(cells, out);
    }
    print_left_over(left_over(facet), out);
}

void print_timeline(const Timeline& timeline, std::ostream& out) {
    const bool shares = !timeline.bars.empty() && timeline.bars.front().of;
    const bool peaks = timeline.columns.empty();
    std::vector<std::string> head{std::string(period_name(timeline.period)), "articles"};
    if (shares) head.insert(head.end(), {"of", "share"});
    head.insert(head.end(), timeline.columns.begin(), timeline.columns.end());
    if (peaks) head.emplace_back("peak");
    if (!peaks && !timeline.overlapping) head.emplace_back("others");
    print_head(head, out);
    for (const TimelineBar& bar : timeline.bars) {
        std::vector<std::string> cells{label_of(timeline, bar), grouped(bar.articles)};
        if (bar.of) cells.insert(cells.end(), {grouped(*bar.of), percent(bar.articles, *bar.of)});
        for (const std::uint64_t part : bar.parts) cells.push_back(grouped(part));
        if (peaks) cells.push_back(bar.peak ? bar.peak->title : "");
        const auto rest = others(timeline, bar, timeline.columns.size());
        if (!peaks && rest) cells.push_back(grouped(*rest));
        print_row(cells, out);
    }
    print_left_over(left_over(timeline), out);
}

}  // namespace

std::string escape_markdown(std::string_view text, LinePlace place) {
    constexpr std::string_view obeyed = "\\`*_[]<>#|~&";
    // These count at the beginning of a line only: lists, rules and underlined headings.
    constexpr std::string_view obeyed_first = "-+=";
    std::string out;
    const bool begins = place == LinePlace::beginning;
    bool number = begins;  // nothing but digits so far
    for (const char c : make_safe(text)) {
        const bool list = number && !out.empty() && (c == '.' || c == ')');
        if (obeyed.find(c) != obeyed.npos || list ||
            (begins && out.empty() && obeyed_first.find(c) != obeyed_first.npos))
            out += '\\';
        out += c;
        number = number && c >= '0' && c <= '9';
    }
    return out;
}

void render_markdown(const SearchResult& result, std::ostream& out) {
    if (!result.query.empty()) out << "# " << escape_markdown(result.query) << "\n\n";
    if (result.timeline) print_timeline(*result.timeline, out);
    for (const Facet& facet : result.facets) print_facet(facet, out);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        if (const SearchPart* part = part_at(result, i))
            out << "## " << escape_markdown(part_heading(*part)) << "\n\n";
        print_hit(result.hits[i], out);
    }
    print_story(result, out);
    if (result.parts.empty()) out << count_text(result) << '\n';
}

}  // namespace dateline
