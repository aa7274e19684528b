// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/query_shape.h"

#include <algorithm>
#include <charconv>

#include "common/ascii.h"
#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {
namespace {

/// Adds the year, 1900 to 2099, that a bare word names, or those of words with OR between them.
void add_years(const Matcher& matcher, std::vector<int>& years) {
    if (matcher.kind == MatcherKind::any && !matcher.by_parts)
        for (const Matcher& child : matcher.children) add_years(child, years);
    const std::string& text = matcher.text;
    const bool bare = is_word(matcher) && is_by_stem(matcher) && matcher.children.empty() &&
                      matcher.typed.find(',') == std::string::npos;  // 2,000 is no year
    if (!bare || text.size() != 4 || !std::ranges::all_of(text, ascii::is_digit)) return;
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    if (year >= 1900 && year <= 2099) years.push_back(year);
}

/// The years that a word of the question asks for; none if several words do, as in a list of
/// sources.
std::vector<int> years_of(const Question& question) {
    std::vector<int> years;
    for (const Part& part : question.parts) {
        std::vector<int> more;
        add_years(part.matcher, more);
        if (!more.empty() && !years.empty()) return {};
        years.insert(years.end(), more.begin(), more.end());
    }
    return years;
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
                                 plan.archives.articles_with(make_term("", form)))});
    }
    made.pairs = neighbours(plan.compiler.word_row());
    made.years = years_of(plan.question);
    return made;
}

}  // namespace dateline
