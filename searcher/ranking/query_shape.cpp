// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/query_shape.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "common/ascii.h"
#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {
namespace {

/// The year that a bare word names: 1900 to 2099.
std::optional<int> year_named(const Matcher& matcher) {
    const Matcher& term = matcher.children.empty() ? matcher : matcher.children.front();
    const std::string& typed = matcher.typed;
    const bool bare = term.kind == MatcherKind::term && term.form == TermForm::stem;
    if (!bare || typed.size() != 4 || !std::ranges::all_of(typed, ascii::is_digit)) return {};
    int year = 0;
    std::from_chars(typed.data(), typed.data() + typed.size(), year);
    return year >= 1900 && year <= 2099 ? std::optional(year) : std::nullopt;
}

}  // namespace

QueryShape query_shape(const SearchPlan& plan) {
    QueryShape made;
    made.languages = plan.compiler.languages();
    made.collection = plan.compiler.collection();
    for (const ScoredWord& scored : plan.compiler.words()) {
        QueryWord& word = made.words.emplace_back(QueryWord{
            scored.stems, scored.weight, scored.idf, {}, !scored.joined && scored.articles > 0});
        for (const std::string& form : scored.forms)
            word.typed.push_back(
                {form, bm25::idf(made.collection.articles,
                                 plan.database.get_termfreq(make_term("", form)))});
    }
    made.pairs = neighbours(plan.compiler.word_row());
    for (const Part& part : plan.question.parts)
        if (const auto year = year_named(part.matcher)) made.years.push_back(*year);
    return made;
}

}  // namespace dateline
