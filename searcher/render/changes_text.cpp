// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/changes_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/counted.h"
#include "common/terminal.h"
#include "searcher/render/lit_text.h"

namespace dateline {
namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view middle_dot = " \u00B7 ";
constexpr std::size_t context = 60;  ///< columns of what was kept, on each side of a change
constexpr std::size_t head_label = 9;
constexpr std::size_t sign_label = 2;
constexpr std::size_t most_values = 12;

/// A safe text of which stretches have colours of their own.
struct MarkedText {
    struct Mark {
        std::size_t begin = 0;
        std::size_t end = 0;
        Paint paint = Paint::none;
    };
    std::string text;
    std::vector<Mark> marks;  ///< increasing
};

std::string safe(std::string_view text) {
    return trimmed(safe_for_terminal({std::string(text), {}})).text;
}

/// The end of a safe text in about `width` columns, from a word on where there is one.
std::string_view tail_of(std::string_view text, std::size_t width) {
    std::size_t begin = text.size();
    std::size_t word = text.size();
    for (std::size_t taken = 0; begin > 0 && taken < width;) {
        const std::size_t end = begin;
        begin = character_begin(text, begin - 1);
        if (text[begin] == ' ') word = end;
        taken += display_width(text.substr(begin, end - begin));
    }
    if (begin > 0 && word < text.size()) begin = word;
    return text.substr(begin);
}

/// The beginning of a safe text in about `width` columns, up to the end of a word.
std::string_view head_of(std::string_view text, std::size_t width) {
    return text.substr(0, wrap(text, width, width).front().end);
}

/// What was kept, without its middle if that is long; at an end of the paragraph, without that.
std::string near_changes(const std::string& kept, bool begins, bool ends) {
    const std::size_t wanted = (begins ? 0 : context) + (ends ? 0 : context);
    if (display_width(kept) <= wanted + context / 2) return kept;
    return fmt::format("{}{}{}", begins ? "" : fmt::format("{}\u00A0", head_of(kept, context)),
                       ellipsis, ends ? "" : fmt::format(" {}", tail_of(kept, context)));
}

bool blank_behind(std::string_view text, Span span) {
    return span.end >= text.size() || ascii::is_blank(text[span.end]) ||
           (span.end > span.begin && ascii::is_blank(text[span.end - 1]));
}

enum class Kept { whole, near_changes };

MarkedText marked(const std::vector<ChangePart>& parts, std::string_view first,
                  std::string_view second, Kept kept, bool color) {
    MarkedText result;
    bool blank = false;
    for (const ChangePart& part : parts) {
        const bool dropped = part.kind == PartKind::dropped;
        const std::string_view source = dropped ? first : second;
        const Span span = dropped ? part.first : part.second;
        std::string words = safe(source.substr(span.begin, span.end - span.begin));
        if (words.empty()) continue;
        if (part.kind == PartKind::kept && kept == Kept::near_changes && parts.size() > 1)
            words = near_changes(words, &part == &parts.front(), &part == &parts.back());
        if (blank) result.text += ' ';
        blank = blank_behind(source, span);
        const std::size_t begin = result.text.size();
        if (part.kind == PartKind::kept) {
            result.text += words;
            continue;
        }
        if (color) {
            result.text += words;
        } else {
            result.text += dropped ? "[-" + words + "-]" : "{+" + words + "+}";
        }
        result.marks.push_back(
            {begin, result.text.size(), dropped ? Paint::dropped : Paint::added});
    }
    return result;
}

void print(const MarkedText& text, Page page, const std::string& label) {
    const std::string_view all = text.text;
    std::string margin = label;
    auto mark = text.marks.begin();
    for (const TextRange line : wrap(all, page.room(), page.room())) {
        margin.resize(page.indent(), ' ');
        page.out() << margin;
        margin.clear();
        std::size_t at = line.begin;
        for (; mark != text.marks.end() && mark->begin < line.end; ++mark) {
            const std::size_t begin = std::max(mark->begin, at);
            const std::size_t end = std::min(mark->end, line.end);
            if (begin < end) {
                page.out() << all.substr(at, begin - at)
                           << page.styled(all.substr(begin, end - begin), mark->paint);
                at = end;
            }
            if (mark->end > line.end) break;
        }
        page.out() << all.substr(at, line.end - at) << '\n';
    }
}

void print_head(const ArticleVersion& article, std::string_view label, Page page) {
    const std::string outlet = safe(article.outlet);
    const std::string title = safe(article.title);
    const std::string day = safe(article.day);
    LitText line{outlet.empty() ? no_outlet : outlet, {}};
    append(line, middle_dot, {title.empty() ? "untitled" : title, {}});
    append(line, middle_dot, {day.empty() ? "undated" : day, {}});
    append(line, middle_dot, {safe(article.id), {}});
    page.print(line, Paint::none, std::string(label));
}

/// A headline that is another version of the first one's.
void print_title(const ChangesShown& shown, Page page) {
    const bool has_kept = std::ranges::any_of(
        shown.title, [](const ChangePart& part) { return part.kind == PartKind::kept; });
    if (!has_kept || shown.title.size() < 2) return;
    print(marked(shown.title, shown.first.title, shown.second.title, Kept::whole,
                 page.options().color),
          page, "title");
}

/// "35%"; never 0% or 100% of what is neither.
std::string percent(std::uint64_t part, std::uint64_t whole) {
    const std::uint64_t percent = (part * 100 + whole / 2) / whole;
    if (percent == 0) return "less than 1%";
    if (percent >= 100 && part < whole) return "more than 99%";
    return percent >= 100 ? "all" : fmt::format("{}%", percent);
}

std::string listed(const std::vector<std::string>& values) {
    const std::size_t shown = values.size() <= most_values + 1 ? values.size() : most_values;
    std::string line;
    for (std::size_t i = 0; i < shown; ++i) {
        if (i > 0) line += "; ";
        line += values[i];
    }
    if (shown < values.size()) line += fmt::format("; and {} more", grouped(values.size() - shown));
    return line;
}

void print_values(const std::vector<ChangedValue>& values, const std::string& label, Page page) {
    std::vector<std::string> replaced;
    std::vector<std::string> of_first;
    std::vector<std::string> of_second;
    for (const ChangedValue& value : values) {
        const std::string first = safe(value.first);
        const std::string second = safe(value.second);
        if (second.empty()) {
            of_first.push_back(first);
        } else if (first.empty()) {
            of_second.push_back(second);
        } else {
            replaced.push_back(fmt::format("{} -> {}", first, second));
        }
    }
    std::string left = label;
    const auto print_list = [&](std::string_view what, const std::vector<std::string>& list) {
        if (list.empty()) return;
        page.print(LitText{std::string(what) + listed(list), {}}, Paint::none, left);
        left.clear();
    };
    print_list("", replaced);
    print_list("only in the first: ", of_first);
    print_list("only in the second: ", of_second);
}

char sign_of(ParagraphKind kind) {
    switch (kind) {
        case ParagraphKind::same:
            return ' ';
        case ParagraphKind::changed:
            return '~';
        case ParagraphKind::moved:
            return '>';
        case ParagraphKind::added:
            return '+';
        case ParagraphKind::dropped:
            return '-';
    }
    return ' ';
}

void print_paragraph(const ParagraphChange& paragraph, const ChangesShown& shown, Page page) {
    const bool color = page.options().color;
    MarkedText text =
        marked(paragraph.parts, shown.first.body, shown.second.body, Kept::near_changes, color);
    if (paragraph.kind == ParagraphKind::moved) {
        const std::string_view label = "moved here: ";
        if (text.marks.empty())
            text.text = cut_to_width(text.text, page.room() - std::min(page.room(), label.size()));
        for (MarkedText::Mark& mark : text.marks)
            mark.begin += label.size(), mark.end += label.size();
        text.text.insert(0, label);
    }
    print(text, page, std::string(1, sign_of(paragraph.kind)));
}

void print_paragraphs(const ChangesShown& shown, Page page) {
    std::uint64_t same = 0;
    const auto tell_same = [&] {
        if (same > 0)
            page.print(
                fmt::format("{} {} the same", ellipsis, counted(same, "paragraph", "paragraphs")),
                Paint::note);
        same = 0;
    };
    for (const ParagraphChange& paragraph : shown.text.paragraphs) {
        if (paragraph.kind == ParagraphKind::same) {
            ++same;
            continue;
        }
        tell_same();
        print_paragraph(paragraph, shown, page);
    }
    tell_same();
}

}  // namespace

std::string summary_of(const ChangeCounts& counts) {
    constexpr std::string_view told[] = {"the same", "changed", "moved", "added", "dropped"};
    if (counts.words_of_first == 0 && counts.words_of_second == 0) return "neither has any words";
    std::string line;
    for (std::size_t kind = 0; kind < paragraph_kinds; ++kind) {
        const std::uint32_t number = counts.paragraphs[kind];
        if (number == 0) continue;
        line += line.empty() ? counted(number, "paragraph", "paragraphs")
                             : fmt::format(", {}", grouped(number));
        line += fmt::format(" {}", told[kind]);
    }
    if (counts.words_of_second == 0) return line;
    line += counts.added == 0 ? "; no word is new"
                              : fmt::format("; {} of the words are new",
                                            percent(counts.added, counts.words_of_second));
    if (counts.dropped > 0)
        line += fmt::format(", {} of the first's are gone",
                            percent(counts.dropped, counts.words_of_first));
    return line;
}

void render_changes(const ChangesShown& shown, const TextOptions& options, std::ostream& out) {
    Page page(options, 0, out);
    const Page labelled = page.inner(head_label);
    print_head(shown.first, "first", labelled);
    print_head(shown.second, "second", labelled);
    print_title(shown, labelled);
    page.print(summary_of(shown.text.counts), Paint::title);
    print_values(shown.text.numbers, "numbers", labelled);
    print_values(shown.text.names, "names", labelled);
    out << '\n';
    print_paragraphs(shown, page.inner(sign_label));
}

}  // namespace dateline
