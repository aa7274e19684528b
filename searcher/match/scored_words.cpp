// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/scored_words.h"

#include <algorithm>

#include "common/fields.h"
#include "searcher/match/bm25.h"
#include "searcher/query/operators.h"

namespace dateline {
namespace {

bool is_free_term(const Matcher& matcher) {
    return matcher.kind == MatcherKind::term && matcher.field.empty();
}

/// One typed word that stands for several terms: its stems in several languages, the words that
/// fit a pattern.
bool is_one_word(const Matcher& matcher) {
    return matcher.kind == MatcherKind::any && !matcher.typed.empty() && !matcher.by_parts &&
           std::ranges::all_of(matcher.children, is_free_term);
}

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
    if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

}  // namespace

/// What the matchers above one say of its words.
struct ScoredWords::Above {
    std::string_view typed;
    bool joined = false;
    std::uint32_t place = 0;
};

ScoredWords::ScoredWords(const Archives& archives, const CollectionStatistics& collection,
                         const Question& question, const std::vector<const Part*>& compiled)
    : database_(archives.all()) {
    for (const std::string& code : archives.languages()) stemmers_.emplace_back(code);
    std::vector<TypedWord> typed;
    for (const Part& part : question.parts) collect(part.matcher, {{}, false, part.place}, typed);
    for (const TypedWord& word : typed) add(word);
    claim_other_stems(typed);
    for (ScoredWord& word : words_) {
        word.articles = articles_with(word.stems.front());
        word.weight = bm25::query_weight(word.count);
        word.idf = bm25::idf(collection.articles, word.articles);
    }
    std::vector<TypedWord> places;
    for (const Part* part : compiled) collect(part->matcher, {{}, false, part->place}, places);
    for (const TypedWord& word : places)
        for (const std::string& stem : word.stems) ++stems_[stem].places;
}

/// The words of a matcher that may match; what is excluded gives no score.
void ScoredWords::collect(const Matcher& matcher, Above above, std::vector<TypedWord>& found) {
    if (!matcher.typed.empty()) above.typed = matcher.typed;
    const bool one_word = is_one_word(matcher);
    if (one_word || is_free_term(matcher)) {
        TypedWord word{std::string(above.typed), {}, {}, above.joined, above.place};
        if (!one_word) add_term(matcher, above.typed, word);
        for (const Matcher& term : matcher.children) add_term(term, above.typed, word);
        if (!word.stems.empty()) found.push_back(std::move(word));
        return;
    }
    // Of a compound or a phrase, the parts come first, then its other spellings.
    const bool spellings = matcher.kind == MatcherKind::any && !matcher.typed.empty();
    for (const Matcher& child : wanted_children(matcher)) {
        collect(child, above, found);
        above.joined |= spellings;
    }
}

/// Adds a stem, or those of an exact form.
void ScoredWords::add_term(const Matcher& term, std::string_view typed, TypedWord& word) {
    if (term.form == TermForm::stem) {
        if (word.typed.empty()) word.typed = term.text;
        const std::vector<Token>& tokens = tokenizer_.tokens(typed);
        if (tokens.size() == 1) add_once(word.forms, std::string(tokens[0].form));
        add_once(word.stems, term.text);
        return;
    }
    if (word.stems.empty()) word.typed = term.text;
    find_stems(term.text);
    for (const std::string& stem : stems_of(term.text)) add_once(word.stems, stem);
    add_once(word.forms, term.text);
}

/// Puts a typed word among the words: its first stem tells which it is.
void ScoredWords::add(const TypedWord& typed) {
    const std::string& first = *std::ranges::max_element(
        typed.stems, {}, [&](const std::string& stem) { return articles_with(stem); });
    const auto [known, fresh] = stems_.try_emplace(first, StemPlace{words_.size()});
    if (fresh) words_.push_back({typed.typed, {first}, {}, 0, 0, 0, 0, true});
    ScoredWord& word = words_[known->second.word];
    ++word.count;
    word.joined &= typed.joined;
    for (const std::string& form : typed.forms) add_once(word.forms, form);
    row_.push_back({static_cast<std::uint16_t>(known->second.word), typed.place});
}

/// A stem that another word has first stays that one's.
void ScoredWords::claim_other_stems(const std::vector<TypedWord>& typed) {
    for (std::size_t i = 0; i < typed.size(); ++i)
        for (const std::string& stem : typed[i].stems) {
            const std::size_t word = row_[i].word;
            if (stems_.try_emplace(stem, StemPlace{word}).second)
                words_[word].stems.push_back(stem);
        }
}

std::uint32_t ScoredWords::articles_with(const std::string& stem) {
    const auto [known, fresh] = frequencies_.try_emplace(stem);
    if (fresh) known->second = database_.get_termfreq(make_term(stem_prefix, stem));
    return known->second;
}

void ScoredWords::find_stems(const std::string& form) {
    const auto [known, fresh] = form_stems_.try_emplace(form);
    if (!fresh) return;
    for (Stemmer& stemmer : stemmers_) {
        std::string stem(stemmer.stem(form));
        if (articles_with(stem) > 0) add_once(known->second, std::move(stem));
    }
}

const std::vector<std::string>& ScoredWords::stems_of(const std::string& form) const {
    static const std::vector<std::string> none;
    const auto known = form_stems_.find(form);
    return known == form_stems_.end() ? none : known->second;
}

double ScoredWords::share(const std::string& stem) const {
    const auto known = stems_.find(stem);
    if (known == stems_.end() || known->second.places == 0) return 0;
    const ScoredWord& word = words_[known->second.word];
    return word.weight * word.idf / known->second.places;
}

}  // namespace dateline
