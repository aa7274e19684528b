// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quotations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <utility>

#include "common/analysis.h"
#include "common/code_points.h"
#include "searcher/pile/paragraphs.h"
#include "searcher/pile/quotation_marks.h"
#include "searcher/pile/said_verbs.h"

namespace dateline {
namespace {

/// Marks that belong together.
enum class Pair : std::uint8_t {
    straight,
    upper,
    low,
    swedish,
    guillemets,
    reversed,
    corners,
    white_corners,
    graves,
    count
};

struct Opening {
    Pair pair;
    std::size_t begin;
    std::size_t end;
};

/// A pair of marks with what stands between them.
struct Marked {
    std::size_t begin = 0;
    std::size_t inner_begin = 0;
    std::size_t inner_end = 0;
    std::size_t end = 0;
};

/// Pairs up the marks of one paragraph. A mark is pushed and popped once, so that any row of marks
/// costs its length.
class ParagraphMarks {
public:
    void clear() {
        open_.clear();
        pairs_.clear();
        open_of_.fill(0);
    }

    void take(const Mark& mark) {
        switch (mark.kind) {
            case MarkKind::straight:
                return take_straight(mark);
            case MarkKind::upper_left:
                if (is_open({Pair::low})) return close({Pair::low}, mark);
                return mark.looks_closing() ? close(ended_by_upper, mark) : open(Pair::upper, mark);
            case MarkKind::upper_right:
                if (is_open(ended_by_upper)) return close(ended_by_upper, mark);
                return mark.looks_opening() ? open(Pair::swedish, mark) : void();
            case MarkKind::low:
                return open(Pair::low, mark);
            case MarkKind::left_guillemet:
                return is_open({Pair::reversed}) ? close({Pair::reversed}, mark)
                                                 : open(Pair::guillemets, mark);
            case MarkKind::right_guillemet:
                if (is_open({Pair::guillemets})) return close({Pair::guillemets}, mark);
                return mark.looks_opening() ? open(Pair::reversed, mark) : void();
            case MarkKind::corner_open:
                return open(Pair::corners, mark);
            case MarkKind::corner_close:
                return close({Pair::corners}, mark);
            case MarkKind::white_open:
                return open(Pair::white_corners, mark);
            case MarkKind::white_close:
                return close({Pair::white_corners}, mark);
            case MarkKind::grave_open:
                return open(Pair::graves, mark);
            case MarkKind::grave_close:
                return close(ended_by_graves, mark);
        }
    }

    /// The last mark that has no partner.
    const Opening* unclosed() const { return open_.empty() ? nullptr : &open_.back(); }

    /// What begins at the mark goes to the end of the paragraph.
    void run_on(const Opening& mark, std::size_t end) { add(mark, end, end); }

    /// The outermost pairs in order.
    const std::vector<Marked>& pairs() const { return pairs_; }

private:
    using Pairs = std::initializer_list<Pair>;
    // Those who type mix “ and ".
    static constexpr Pairs ended_by_upper{Pair::upper, Pair::straight, Pair::low, Pair::swedish};
    static constexpr Pairs ended_by_straight{Pair::straight, Pair::upper, Pair::low};
    static constexpr Pairs ended_by_graves{Pair::graves, Pair::straight, Pair::upper};

    bool is_open(Pairs pairs) const {
        return std::ranges::any_of(
            pairs, [&](Pair pair) { return open_of_[static_cast<std::size_t>(pair)] > 0; });
    }

    void open(Pair pair, const Mark& mark) {
        ++open_of_[static_cast<std::size_t>(pair)];
        open_.push_back({pair, mark.begin, mark.end});
    }

    /// Closes the last that is of these; strays that were opened since are forgotten.
    void close(Pairs pairs, const Mark& mark) {
        if (!is_open(pairs)) return;
        while (std::ranges::find(pairs, open_.back().pair) == pairs.end()) pop();
        const Opening opening = open_.back();
        pop();
        add(opening, mark.begin, mark.end);
    }

    void pop() {
        --open_of_[static_cast<std::size_t>(open_.back().pair)];
        open_.pop_back();
    }

    /// Pairs within this one belong to it.
    void add(const Opening& opening, std::size_t inner_end, std::size_t end) {
        while (!pairs_.empty() && pairs_.back().begin > opening.begin) pairs_.pop_back();
        pairs_.push_back({opening.begin, opening.end, inner_end, end});
    }

    void take_straight(const Mark& mark) {
        const bool between_letters = mark.before == Beside::letter && mark.after == Beside::letter;
        // The blank before an opening one may be forgotten, or is not written.
        const bool before_word = mark.after == Beside::letter || mark.after == Beside::cjk;
        if (!mark.looks_opening() && !between_letters && is_open(ended_by_straight))
            close(ended_by_straight, mark);
        else if (mark.looks_opening() || (before_word && !between_letters))
            open(Pair::straight, mark);
    }

    std::vector<Opening> open_;
    std::vector<Marked> pairs_;
    std::array<std::size_t, static_cast<std::size_t>(Pair::count)> open_of_{};
};

/// Words and, of Chinese and Japanese, characters.
std::uint32_t count_words(Tokenizer& tokenizer, std::string_view text) {
    std::uint32_t words = 0;
    tokenizer.for_each_part(text, [&](std::span<const Token> tokens) {
        for (const Token& token : tokens)
            if (token.kind == TokenKind::word || token.kind == TokenKind::character) ++words;
    });
    return words;
}

/// "https://a.org/b.jpg" is the value of a markup's attribute.
bool is_address(std::string_view said) {
    constexpr std::size_t longest_scheme = 12;  // bytes
    return said.substr(0, longest_scheme).find("://") != said.npos && said.find(' ') == said.npos;
}

/// "A," she said, "B.": true if what stands between the two only tells who speaks.
bool is_one_utterance(Tokenizer& tokenizer, std::string_view body, const Quotation& first,
                      const Quotation& second) {
    constexpr std::size_t longest_gap = 200;  // bytes
    constexpr std::uint32_t most_words_between = 12;
    if (first.paragraph != second.paragraph) return false;
    const std::size_t begin = begin_without_blanks(body, first.marked.end, second.marked.begin);
    const std::size_t end = end_without_blanks(body, begin, second.marked.begin);
    if (begin == end || end - begin > longest_gap) return false;
    constexpr auto commas = std::to_array<std::string_view>({",", "\uFF0C", "\u3001"});
    constexpr auto stops = std::to_array<std::string_view>({".", "!", "?", "\u3002"});
    const auto ends_with_any = [](std::string_view text, const auto& set) {
        return std::ranges::any_of(set, [&](auto each) { return text.ends_with(each); });
    };
    const std::string_view said =
        body.substr(first.inside.begin, first.inside.end - first.inside.begin);
    const std::string_view between = body.substr(begin, end - begin);
    if (!ends_with_any(said, commas) && length_of_any(body, begin, commas) == 0) return false;
    if (ends_with_any(between, stops)) return false;
    return count_words(tokenizer, between) <= most_words_between && tells_of_speech(between);
}

class Extraction {
public:
    explicit Extraction(std::string_view body) : body_(body), paragraphs_(paragraphs_of(body)) {}

    std::vector<Quotation> run() {
        for (std::size_t number = 0; number < paragraphs_.size(); ++number) paragraph(number);
        return std::move(found_);
    }

private:
    void paragraph(std::size_t number) {
        const Span span = paragraphs_[number];
        marks_.clear();
        for (std::size_t at = span.begin;;) {
            const auto mark = next_mark(body_, span.begin, at, span.end);
            if (!mark) break;
            marks_.take(*mark);
            at = mark->end;
        }
        const bool continues = std::exchange(ran_on_, false);
        if (const Opening* mark = marks_.unclosed();
            mark != nullptr && next_begins_with(number, *mark)) {
            marks_.run_on(*mark, span.end);
            ran_on_ = true;
        }
        for (const Marked& pair : marks_.pairs()) {
            const bool first = pair.begin == span.begin;
            const bool last = ran_on_ && pair.end == span.end;
            add(pair, number, continues && first, last);
        }
    }

    bool next_begins_with(std::size_t number, const Opening& mark) const {
        if (number + 1 == paragraphs_.size()) return false;
        const std::size_t begin = paragraphs_[number + 1].begin;
        const std::string_view opening = body_.substr(mark.begin, mark.end - mark.begin);
        return body_.substr(begin, opening.size()) == opening;
    }

    void add(const Marked& pair, std::size_t paragraph, bool continues, bool runs_on) {
        const std::size_t begin = begin_without_blanks(body_, pair.inner_begin, pair.inner_end);
        const std::size_t end = end_without_blanks(body_, begin, pair.inner_end);
        const std::string_view said = body_.substr(begin, end - begin);
        Quotation quotation;
        quotation.words = count_words(tokenizer_, said);
        if (quotation.words == 0 || is_address(said) || quotation.words > most_quoted_words) return;
        quotation.inside = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        quotation.marked = {static_cast<std::uint32_t>(pair.begin),
                            static_cast<std::uint32_t>(pair.end)};
        quotation.paragraph = static_cast<std::uint32_t>(paragraph);
        quotation.continues = continues && !found_.empty() && found_.back().runs_on;
        quotation.runs_on = runs_on;
        const bool joins =
            !found_.empty() &&
            (quotation.continues || is_one_utterance(tokenizer_, body_, found_.back(), quotation));
        quotation.utterance = found_.empty() ? 0 : found_.back().utterance + (joins ? 0 : 1);
        found_.push_back(quotation);
    }

    std::string_view body_;
    std::vector<Span> paragraphs_;
    ParagraphMarks marks_;
    Tokenizer tokenizer_;
    std::vector<Quotation> found_;
    bool ran_on_ = false;
};

}  // namespace

std::vector<Quotation> quotations(std::string_view body) {
    return Extraction(body).run();
}

}  // namespace dateline
