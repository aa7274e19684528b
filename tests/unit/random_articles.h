// SPDX-License-Identifier: GPL-2.0-or-later
// Small random articles of few words, and random matchers that find something in them.
#pragma once

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"
#include "common/article.h"
#include "common/stemmer.h"
#include "searcher/query/matcher.h"

namespace dateline {

inline constexpr std::array<std::string_view, 16> typed_words{
    "strike", "strikes", "Rail",  "rail’s", "well-being", "wellbeing",          "U.S.",  "us",
    "US",     "port",    "ports", "Élysée", "elysee",     "\u4eba\u6c11\u5927", "don't", "union"};
inline constexpr std::array<std::string_view, 8> joints{" ",      " ",     " ",  ", ",
                                                        ". The ", ".\n\n", "\n", " – "};

/// The same for the same seed.
class Generator {
public:
    explicit Generator(unsigned seed) : random_(seed) {
        Tokenizer tokenizer;
        Stemmer stemmer;
        for (const std::string_view typed : typed_words)
            for (const Token& token : tokenizer.tokens(typed)) {
                forms_.emplace_back(token.form);
                stems_.emplace_back(stemmer.stem(token.form));
            }
    }

    std::uint32_t number(std::uint32_t most) {
        return std::uniform_int_distribution<std::uint32_t>(0, most)(random_);
    }

    std::string text(std::uint32_t most_words) {
        std::string result;
        for (std::uint32_t words = number(most_words); words > 0; --words) {
            result += typed_words[number(typed_words.size() - 1)];
            if (words > 1) result += joints[number(joints.size() - 1)];
        }
        return result;
    }

    Article article() {
        Article result;
        result.title = text(6);
        result.summary = text(8);
        result.body = text(40);
        result.outlet = text(2);
        for (std::uint32_t authors = number(2); authors > 0; --authors)
            result.authors.push_back(text(2));
        result.words = number(60);
        if (number(3) == 0) result.language = number(1) == 0 ? "en" : "de";
        if (number(3) == 0) result.derived["title"] = "first sentence";
        if (number(3) != 0) result.published = CalendarDate{};
        return result;
    }

    Matcher term() {
        Matcher result;
        result.kind = MatcherKind::term;
        const bool stem = number(1) == 0;
        result.form = stem ? TermForm::stem : TermForm::exact;
        const auto& words = stem ? stems_ : forms_;
        result.text = words[number(static_cast<std::uint32_t>(words.size() - 1))];
        if (stem && number(3) == 0) result.languages = {number(1) == 0 ? "en" : "de"};
        if (!stem && number(7) == 0) result.field = number(1) == 0 ? "title" : "author";
        return result;
    }

    Matcher matcher(std::uint32_t depth) {
        constexpr auto kinds = std::to_array<MatcherKind>(
            {MatcherKind::term,           MatcherKind::all,      MatcherKind::any,
             MatcherKind::except,         MatcherKind::phrase,   MatcherKind::phrase,
             MatcherKind::near,           MatcherKind::before,   MatcherKind::same_sentence,
             MatcherKind::same_paragraph, MatcherKind::not_near, MatcherKind::at_least,
             MatcherKind::first_words,    MatcherKind::lead,     MatcherKind::headline_lead,
             MatcherKind::capitals,       MatcherKind::accents,  MatcherKind::range,
             MatcherKind::stated,         MatcherKind::nothing,  MatcherKind::everything});
        if (depth == 0) return term();
        Matcher result;
        result.kind = kinds[number(kinds.size() - 1)];
        if (result.kind == MatcherKind::term) return term();
        result.number = number(5);
        result.text = "outlet";
        result.field = result.kind == MatcherKind::range ? "length" : "";
        result.low = number(60);
        for (std::uint32_t children = 2 + number(1); children > 0; --children)
            result.children.push_back(matcher(depth - 1));
        return result;
    }

    Question question() {
        Question result;
        for (std::uint32_t parts = 1 + number(1); parts > 0; --parts)
            result.parts.push_back({matcher(number(3)), false});
        if (number(3) == 0) result.excluded.push_back(matcher(number(1)));
        return result;
    }

private:
    std::mt19937 random_;
    std::vector<std::string> forms_;
    std::vector<std::string> stems_;
};

}  // namespace dateline
