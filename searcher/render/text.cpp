// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "common/terminal.h"
#include "searcher/render/arrival_text.h"
#include "searcher/render/changes_text.h"
#include "searcher/render/copies_text.h"
#include "searcher/render/guesses.h"
#include "searcher/render/hit_text.h"
#include "searcher/render/lit_text.h"
#include "searcher/render/pile.h"
#include "searcher/render/story_text.h"

namespace dateline {
namespace {

constexpr std::string_view middle_dot = " \xC2\xB7 ";

/// The names, or the first two of a crowd of which none was asked for.
LitText authors_shown(const Hit& hit) {
    constexpr std::size_t most = 3;
    const std::vector<std::string>& names = hit.article.authors;
    const bool whole = hit.all_authors || !hit.authors.lit.empty() || hit.text;
    if (names.size() <= most || whole) return hit.authors;
    return {fmt::format("{}, {} and {} others", names[0], names[1], names.size() - 2), {}};
}

/// The Verge · Hayden Field · 2026-02-26? · tech
LitText byline(const Hit& hit) {
    LitText line = shown_outlet(hit);
    if (line.text.empty()) line.text = no_outlet;
    LitText authors = trimmed(safe_for_terminal(authors_shown(hit)));
    if (!authors.text.empty()) authors.text += guess_mark(hit.article, "author");
    append(line, middle_dot, authors);
    append(line, middle_dot, {date_shown(hit.article), {}});
    append(line, middle_dot, trimmed(safe_for_terminal({hit.article.section, {}})));
    return line;
}

/// Byline, then the article's id and its file.
void print_byline_and_path(const Hit& hit, Page& page) {
    const TextOptions& options = page.options();
    const std::string id = make_safe(id_shown(hit.article));
    const std::string path = shown_path(hit, options.folder);
    page.print(byline(hit), Paint::none);
    page.print_whole(id + "  ", path, Paint::file,
                     hit.machine.empty() ? file_url(options.host, hit.file) : "");
    if (hit.state == FileState::changed) page.print("changed since it was indexed", Paint::warning);
    if (hit.state == FileState::missing) page.print("this file is gone", Paint::warning);
}

/// Paragraphs stay apart: a heading and what follows it do not read as one sentence.
void print_paragraphs(const LitText& text, Page& page, const std::string& label,
                      const std::string& tail) {
    const std::vector<LitText> paragraphs = split_paragraphs(text);
    for (const LitText& paragraph : paragraphs) {
        LitText safe = trimmed(safe_for_terminal(paragraph));
        if (&paragraph == &paragraphs.back()) append(safe, " ", {tail, {}});
        page.print(safe, Paint::none, &paragraph == &paragraphs.front() ? label : "");
    }
}

/// "(+12)": more passages match.
std::string more_passages(const Hit& hit) {
    if (hit.more_passages == 0) return "";
    return fmt::format("(+{})", grouped(hit.more_passages));
}

void print_passages(const Hit& hit, Page& page) {
    // Several passages each have their line before them; that of a single one is with the path.
    const auto label_of = [&](const ShownPassage& passage) {
        return number_text(hit.article.unit, passage.line);
    };
    std::size_t columns = 0;
    if (hit.passages.size() > 1 && hit.article.unit != PlaceUnit::item) {
        for (const ShownPassage& passage : hit.passages) {
            columns = std::max(columns, label_of(passage).size() + 2);
        }
    }
    for (const ShownPassage& passage : hit.passages) {
        Page inner = page.inner(columns);
        std::string label;
        if (columns > 0) {
            label.assign(page.indent(), ' ');
            label += fmt::format("{:>{}}", label_of(passage), columns - 2);
        }
        const bool last = &passage == &hit.passages.back();
        print_paragraphs(with_ellipses(passage), inner, label, last ? more_passages(hit) : "");
        if (passage.said) inner.print(make_safe(said_text(*passage.said)), Paint::note);
    }
}

/// The whole article below its head.
void print_whole_text(const Hit& hit, Page& page) {
    const auto print_block = [&](const LitText& text) {
        for (const LitText& paragraph : split_paragraphs(text)) {
            page.out() << '\n';
            // Lines of verse and lists stay lines.
            for (const LitText& line : split_lines(paragraph))
                page.print(trimmed(safe_for_terminal(line)), Paint::none);
        }
    };
    if (!hit.article.derived.contains("summary")) print_block(hit.summary);
    if (hit.text) print_block(*hit.text);
}

void print_score(const Hit& hit, Page& page) {
    if (hit.parts.empty()) return;
    std::string line = fmt::format("score {:.2f} =", hit.score);
    for (const ScorePart& part : hit.parts) {
        if (&part != &hit.parts.front()) line += " +";
        line += fmt::format(" {:.2f} {}", part.points, make_safe(part.what));
    }
    page.print(line, Paint::note);
}

/// What it is to an article that was told before, and the command that tells more.
void print_arrival(const Hit& hit, Page& page) {
    const Arrival& arrival = *hit.arrival;
    page.print(make_safe(arrival_text(arrival)), Paint::note);
    if (arrival.kind == ArrivalKind::version && !arrival.of.empty())
        page.print_whole("",
                         make_safe(fmt::format("dateline-search --changes {} {}", arrival.of,
                                               id_shown(hit.article))),
                         Paint::note);
}

void print_hit(const Hit& hit, Page& page) {
    const std::string rank = fmt::format("{:>{}}", hit.rank, page.indent() - 2);
    page.print(shown_title(hit), Paint::title, rank, linkable_url(hit.article.url));
    print_byline_and_path(hit, page);
    if (!hit.lacking.empty()) page.print(make_safe(lacking_text(hit)), Paint::note);
    if (hit.arrival) print_arrival(hit, page);
    if (hit.copies) page.print(copies_line(*hit.copies, page.room()), Paint::note);
    if (hit.copy) page.print(copy_share_text(*hit.copy), Paint::note);
    if (hit.story && hit.story->fresh) page.print(fresh_text(*hit.story->fresh), Paint::note);
    if (hit.text) print_whole_text(hit, page);
    print_passages(hit, page);
    for (const std::string& reason : hit.reasons) page.print(reason, Paint::note);
    print_score(hit, page);
    page.out() << '\n';
}

/// How many there are and which of them are shown.
std::string foot_line(const SearchResult& result) {
    if (result.offset == 0 && !result.more) return count_text(result);
    const std::uint64_t last = result.offset + std::uint64_t{result.hits.size()};
    const std::string line = fmt::format("{}-{} of {}", grouped(result.offset + std::uint64_t{1}),
                                         grouped(last), count_text(result));
    return result.more ? line + fmt::format("; the next: --offset {}", last) : line;
}

std::string nothing_line(const SearchResult& result) {
    const MatchCount all = listed(result);
    if (all.number > 0 && result.offset == 0) return count_text(result);  // none has copies
    if (all.number > 0) {
        return fmt::format("no hits after the first {}: only {} match", grouped(result.offset),
                           count_text(result));
    }
    const std::string query = make_safe(result.query);
    if (query.find_first_not_of(' ') == std::string::npos) return "no article matches";
    return fmt::format("no article matches '{}'", query);
}

void print_tree(const SearchResult& result, Page& page) {
    if (result.tree.empty()) return;
    page.print("understood as:", Paint::note);
    for (const std::string& line : result.tree) {
        const std::size_t depth = std::min(line.find_first_not_of(' '), line.size());
        page.inner(2 + std::min(depth, page.room() / 2))
            .print(make_safe(line.substr(depth)), Paint::note);
    }
    page.out() << '\n';
}

std::size_t rank_digits(const SearchResult& result, std::size_t width) {
    std::size_t digits = width < 40 ? 1 : 2;
    for (const Hit& hit : result.hits) digits = std::max(digits, std::to_string(hit.rank).size());
    return digits;
}

void print_hits(const SearchResult& result, Page& margin) {
    Page page = margin.inner(rank_digits(result, margin.options().width) + 2);
    std::string day;  // stories are told by day
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
        const Hit& hit = result.hits[i];
        if (const SearchPart* part = part_at(result, i)) {
            margin.print(make_safe(part_heading(*part)), Paint::title);
            margin.out() << '\n';
        }
        if (hit.story && result.hits.size() > 1 &&
            std::exchange(day, date_shown(hit.article)) != date_shown(hit.article))
            margin.print(date_shown(hit.article), Paint::title);
        print_hit(hit, page);
    }
}

/// "related: 2026-03-01 Reuters: Title  id", a line each.
void print_related(const SearchResult& result, Page& margin) {
    if (result.related.empty()) return;
    margin.print("related, of other days or events:", Paint::note);
    Page page = margin.inner(4);
    for (const Hit& hit : result.related) page.print(make_safe(related_line(hit)));
    margin.out() << '\n';
}

}  // namespace

void render_text(const SearchResult& result, const TextOptions& options, std::ostream& out) {
    Page margin(options, 0, out);
    print_tree(result, margin);
    if (result.changes) return render_changes(*result.changes, options, out);
    const MatchCount all = listed(result);
    const bool counts = result.timeline || !result.facets.empty();
    if (counts && all.number > 0) {
        render_pile(result, options, out);
        out << '\n';
        if (result.hits.empty()) return margin.print(count_text(result));
    }
    if (result.hits.empty()) {
        margin.print(nothing_line(result));
        if (all.number > 0) return;
        for (const std::string& line : advice(result)) margin.print(make_safe(line));
        return;
    }
    print_hits(result, margin);
    print_related(result, margin);
    if (result.coverage) margin.print(make_safe(coverage_text(*result.coverage)));
    if (result.parts.empty()) margin.print(foot_line(result));
}

void render_notes(const std::vector<std::string>& notes, const TextOptions& options,
                  std::ostream& out) {
    for (const std::string& note : notes) {
        Page(options, 6, out).print(LitText{make_safe(note), {}}, Paint::none, "note: ");
    }
}

void render_count(const SearchResult& result, std::ostream& out) {
    out << std::to_string(listed(result).number) << '\n';  // all are counted
}

void render_files(const SearchResult& result, FileNames names, std::ostream& out) {
    std::set<std::string_view> printed;  // a file of many articles is one file
    for (const Hit& hit : result.hits) {
        if (!printed.insert(hit.file).second) continue;
        out << (names.for_terminal ? make_safe(hit.file) : hit.file) << names.end;
    }
}

}  // namespace dateline
