// SPDX-License-Identifier: GPL-2.0-or-later
// Evaluates a matcher on one article from the places of its words: whether it holds, and where.
#pragma once

#include "common/article.h"
#include "common/fields.h"
#include "searcher/match/article_words.h"
#include "searcher/query/matcher.h"

namespace dateline {

struct Outcome {
    bool holds = false;
    Occurrences places;  ///< none for matchers without evidence in the text, such as ranges
};

class Evaluation {
public:
    /// All three must outlive the evaluation, and every word of the matchers must be in `wanted`.
    Evaluation(const Article& article, const WantedWords& wanted, const ArticleWords& words)
        : article_(article), wanted_(wanted), words_(words) {}

    /// Looks for words without a field in titles only, or everywhere else.
    enum class FreeText { with_title, without_title, title_only };
    void look_in(FreeText texts) { free_text_ = texts; }

    Outcome evaluate(const Matcher& matcher) { return evaluate(matcher, false); }

    /// evaluate(matcher).holds, without the places: many times faster for pairs of common words.
    bool holds(const Matcher& matcher);

    /// The partners of the pairs among the occurrences so far.
    const Pairs& pairs() const { return pairs_; }

private:
    /// `inside`: within an operator on positions, where the names of outlet and authors do not
    /// count.
    Outcome evaluate(const Matcher& matcher, bool inside);
    Outcome term(const Matcher& matcher, bool inside) const;
    Outcome value(const Matcher& matcher) const;
    Outcome all(const Matcher& matcher, bool inside);
    Outcome any(const Matcher& matcher, bool inside);
    Outcome except(const Matcher& matcher, bool inside);
    /// The places of a child that stands inside an operator on positions; none for a missing child.
    Occurrences child(const Matcher& matcher, std::size_t number);
    template <typename Test>
    Outcome filter(const Matcher& matcher, const Test& test);
    Outcome phrase(const Matcher& matcher);
    Outcome near(const Matcher& matcher);
    Outcome in_one(const Matcher& matcher, const std::vector<std::uint32_t>& starts);
    Outcome at_least(const Matcher& matcher);
    bool has_pair(const Matcher& matcher);

    bool in_lead(const Occurrence& place) const;
    bool in_capitals(const Occurrence& place) const;
    bool has_letters(const Occurrence& place, std::string_view letters) const;
    bool in_range(const Matcher& matcher) const;
    bool is_searched(std::uint32_t position, const Field* row, bool inside) const;

    const Article& article_;
    const WantedWords& wanted_;
    const ArticleWords& words_;
    FreeText free_text_ = FreeText::with_title;
    Pairs pairs_;
};

}  // namespace dateline
