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
    /// How an operator is evaluated; `inside`: within an operator on positions, where the names of
    /// outlet and authors do not count.
    struct Rule {
        MatcherKind kind;
        Outcome (Evaluation::*evaluate)(const Matcher&, bool inside);
        bool (Evaluation::*holds)(const Matcher&);
    };
    static const Rule& rule_of(MatcherKind kind);

    Outcome evaluate(const Matcher& matcher, bool inside) {
        return (this->*rule_of(matcher.kind).evaluate)(matcher, inside);
    }

    Outcome term(const Matcher& matcher, bool inside);
    Outcome all(const Matcher& matcher, bool inside);
    bool all_hold(const Matcher& matcher);
    Outcome any(const Matcher& matcher, bool inside);
    bool any_holds(const Matcher& matcher);
    Outcome except(const Matcher& matcher, bool inside);
    bool first_alone_holds(const Matcher& matcher);
    Outcome phrase(const Matcher& matcher, bool inside);
    Outcome pairs(const Matcher& matcher, bool inside);
    bool pair_holds(const Matcher& matcher);
    Outcome not_near(const Matcher& matcher, bool inside);
    Outcome at_least(const Matcher& matcher, bool inside);
    Outcome first_words(const Matcher& matcher, bool inside);
    Outcome lead(const Matcher& matcher, bool inside);
    Outcome headline_lead(const Matcher& matcher, bool inside);
    Outcome capitals(const Matcher& matcher, bool inside);
    Outcome accents(const Matcher& matcher, bool inside);
    Outcome range(const Matcher& matcher, bool inside);
    Outcome stated(const Matcher& matcher, bool inside);
    Outcome whatever_it_has(const Matcher& matcher, bool inside);
    /// For operators that have no quicker way.
    bool holds_evaluated(const Matcher& matcher);

    Outcome value(const Matcher& matcher) const;
    /// The places of a child that stands inside an operator on positions; none for a missing child.
    Occurrences child(const Matcher& matcher, std::size_t number);
    template <typename Use>
    auto with_pairs(const Matcher& matcher, const Use& use);
    bool in_lead(const Occurrence& place) const;
    std::string_view text_at(const Occurrence& place) const;
    bool is_searched(std::uint32_t position, const Field* row, bool inside) const;

    const Article& article_;
    const WantedWords& wanted_;
    const ArticleWords& words_;
    FreeText free_text_ = FreeText::with_title;
    Pairs pairs_;
};

}  // namespace dateline
