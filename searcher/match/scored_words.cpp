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

template <typename Value>
void add_once(std::vector<Value>& values, Value value) {
    if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

/// How many articles have both terms.
std::uint32_t articles_with_both(const Archives& archives, const std::string& one,
                                 const std::string& other) {
    const Xapian::Database& database = archives.all();
    if (archives.any_remote()) {  // whose lists would come here whole
        Xapian::Enquire enquire(database);
        enquire.set_query(
            Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(one), Xapian::Query(other)));
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        return enquire.get_mset(0, 0, database.get_doccount()).get_matches_lower_bound();
    }
    std::uint32_t articles = 0;
    auto a = database.postlist_begin(one);
    auto b = database.postlist_begin(other);
    const auto end = Xapian::PostingIterator();
    while (a != end && b != end) {
        if (*a == *b) {
            ++articles;
            ++a;
        } else if (*a < *b) {
            a.skip_to(*b);
        } else {
            b.skip_to(*a);
        }
    }
    return articles;
}

}  // namespace

bool is_word(const Matcher& matcher) {
    if (is_free_term(matcher)) return true;
    return matcher.kind == MatcherKind::any && !matcher.typed.empty() && !matcher.by_parts &&
           !matcher.children.empty() && std::ranges::all_of(matcher.children, is_free_term);
}

bool is_by_stem(const Matcher& word) {
    const Matcher& term = word.children.empty() ? word : word.children.front();
    return term.form == TermForm::stem;
}

/// What the matchers above one say of its words.
struct ScoredWords::Above {
    std::string_view typed;
    bool joined = false;
    std::uint32_t place = 0;
};

ScoredWords::ScoredWords(const Archives& archives, const CollectionStatistics& collection,
                         const Question& question, const std::vector<const Part*>& compiled)
    : archives_(archives), word_stems_(archives.languages()), articles_(collection.articles) {
    word_stems_.set_language(question.language);
    std::vector<TypedWord> typed;
    for (const Part& part : question.parts) collect(part.matcher, {{}, false, part.place}, typed);
    for (const TypedWord& word : typed) add(word);
    claim_other_stems(typed);
    for (ScoredWord& word : words_) {
        word.articles = articles_with(word.stems.front());
        articles_ = std::max<std::uint64_t>(articles_, word.articles);
    }
    for (ScoredWord& word : words_) {
        word.weight = bm25::query_weight(word.count);
        word.idf = bm25::idf(articles_, word.articles);
    }
    std::vector<TypedWord> places;
    for (const Part* part : compiled) collect(part->matcher, {{}, false, part->place}, places);
    for (const TypedWord& word : places)
        for (const WordStem& stem : word.stems) ++stems_[stem].places;
}

/// The words of a matcher that may match; what is excluded gives no score.
void ScoredWords::collect(const Matcher& matcher, Above above, std::vector<TypedWord>& found) {
    if (!matcher.typed.empty()) above.typed = matcher.typed;
    if (is_word(matcher)) {
        TypedWord word{std::string(above.typed), {}, {}, above.joined, above.place};
        if (matcher.children.empty()) add_term(matcher, above.typed, word);
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
        add_once(word.stems, {term.text, term.languages});
        return;
    }
    if (word.stems.empty()) word.typed = term.text;
    find_stems(term.text);
    for (const WordStem& stem : stems_of(term)) add_once(word.stems, stem);
    add_once(word.forms, term.text);
}

/// Puts a typed word among the words: its first stem tells which it is.
void ScoredWords::add(const TypedWord& typed) {
    const WordStem& first = commonest(typed.stems);
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
        for (const WordStem& stem : typed[i].stems) {
            const std::size_t word = row_[i].word;
            if (stems_.try_emplace(stem, StemPlace{word}).second)
                words_[word].stems.push_back(stem);
        }
}

/// The stem that most articles have where it counts. One that counts everywhere needs no counting,
/// and tells of which others it is worth while.
const WordStem& ScoredWords::commonest(const std::vector<WordStem>& stems) {
    const WordStem* best = nullptr;
    for (const bool everywhere : {true, false})
        for (const WordStem& stem : stems) {
            if (stem.languages.empty() != everywhere) continue;
            if (best != nullptr && most_articles_with(stem) <= articles_with(*best)) continue;
            if (best == nullptr || articles_with(stem) > articles_with(*best)) best = &stem;
        }
    return *best;
}

std::uint32_t ScoredWords::most_articles_with(const WordStem& stem) const {
    const std::uint32_t all =
        static_cast<std::uint32_t>(archives_.articles_with(make_term(stem_prefix, stem.text)));
    if (stem.languages.empty()) return all;
    std::uint32_t articles = 0;
    for (const std::string& code : stem.languages)
        articles +=
            static_cast<std::uint32_t>(archives_.articles_with(make_term(length_prefix, code)));
    return std::min(all, articles);
}

std::uint32_t ScoredWords::articles_with(const WordStem& stem) {
    const auto [known, fresh] = frequencies_.try_emplace(stem);
    if (!fresh) return known->second;
    if (stem.languages.empty()) return known->second = most_articles_with(stem);
    for (const std::string& code : stem.languages)
        known->second += articles_with_both(archives_, make_term(stem_prefix, stem.text),
                                            make_term(length_prefix, code));
    return known->second;
}

void ScoredWords::find_stems(const std::string& form) {
    const auto [known, fresh] = form_stems_.try_emplace(form);
    if (!fresh) return;
    known->second = word_stems_.of(form);
    std::vector<std::string> terms{make_term("", form)};  // which is asked for later
    for (const WordStem& stem : known->second) {
        terms.push_back(make_term(stem_prefix, stem.text));
        for (const std::string& code : stem.languages)
            terms.push_back(make_term(length_prefix, code));
    }
    archives_.expect_counts(terms);
    std::erase_if(known->second,
                  [&](const WordStem& stem) { return most_articles_with(stem) == 0; });
}

std::vector<WordStem> ScoredWords::stems_of(const Matcher& word) const {
    if (word.kind == MatcherKind::term) {
        if (word.form == TermForm::stem) return {{word.text, word.languages}};
        const auto known = form_stems_.find(word.text);
        return known == form_stems_.end() ? std::vector<WordStem>{} : known->second;
    }
    std::vector<WordStem> stems;
    for (const Matcher& term : word.children)
        for (WordStem& stem : stems_of(term)) add_once(stems, std::move(stem));
    return stems;
}

void ScoredWords::keep_weight_of(std::size_t number) {
    for (ScoredWord& word : words_)
        if (&word != &words_[number]) word.weight = 0;
}

double ScoredWords::share(const WordStem& stem) const {
    const auto known = stems_.find(stem);
    if (known == stems_.end() || known->second.places == 0) return 0;
    const ScoredWord& word = words_[known->second.word];
    return word.weight * word.idf / known->second.places;
}

}  // namespace dateline
