// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/compile.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "common/fields.h"
#include "common/stop_words.h"
#include "searcher/match/archive_query.h"
#include "searcher/match/bm25.h"
#include "searcher/match/conditions.h"
#include "searcher/match/endless_source.h"
#include "searcher/match/published_within.h"
#include "searcher/query/operators.h"

namespace dateline {
namespace {

using Xapian::Query;

Query combine(Query::op op, const std::vector<Query>& parts) {
    return Query(op, parts.begin(), parts.end());
}

/// What a stem finds in the articles where it counts.
Query in_languages(const Query& query, const std::vector<std::string>& languages) {
    if (languages.empty()) return query;
    std::vector<Query> articles;
    for (const std::string& code : languages) articles.emplace_back(make_term(length_prefix, code));
    return Query(Query::OP_FILTER, query, combine(Query::OP_OR, articles));
}

/// True if both match the same, however they were typed.
bool match_alike(const Matcher& a, const Matcher& b) {
    const auto what = [](const Matcher& m) {
        return std::tie(m.kind, m.text, m.form, m.field, m.languages, m.number, m.days, m.low,
                        m.high);
    };
    return what(a) == what(b) && std::ranges::equal(a.children, b.children, match_alike);
}

bool has_free_words(const Matcher& matcher) {
    if (matcher.kind == MatcherKind::term) return matcher.field.empty();
    return std::ranges::any_of(wanted_children(matcher), has_free_words);
}

/// The parts of a question, those typed twice once.
std::vector<const Part*> compiled_parts(const Question& question) {
    std::vector<const Part*> parts;
    for (const Part& part : question.parts) {
        const bool known = std::ranges::any_of(parts, [&](const Part* other) {
            return other->optional == part.optional && match_alike(other->matcher, part.matcher);
        });
        if (!known) parts.push_back(&part);
    }
    return parts;
}

}  // namespace

std::string term_name(const Matcher& matcher) {
    if (matcher.form == TermForm::value) return value_term(field(matcher.field), matcher.text);
    if (!matcher.field.empty()) return make_term(field(matcher.field).prefix, matcher.text);
    return make_term(matcher.form == TermForm::stem ? stem_prefix : "", matcher.text);
}

Compiler::Compiler(const Archives& archives, const Question& question,
                   std::optional<std::size_t> only_word)
    : archives_(archives),
      database_(archives.all()),
      question_(question),
      parts_(compiled_parts(question)),
      collection_(collection_in(archives, question.language)),
      weighting_(database_.get_average_length(), collection_.average_length),
      words_(archives, collection_, question, parts_) {
    collection_.articles = words_.articles();
    if (only_word) words_.keep_weight_of(*only_word);
}

/// A stem with its weight: Xapian's idf divided out, ours put in.
Query Compiler::scored(const WordStem& stem) const {
    const std::string name = make_term(stem_prefix, stem.text);
    const double share = words_.share(stem);
    if (share == 0) return in_languages(unscored(Query(name)), stem.languages);
    const double xapian = bm25::xapian_idf(database_.get_doccount(), archives_.articles_with(name));
    return in_languages(
        Query(Query::OP_SCALE_WEIGHT, Query(name), share * weighting_.scale() / xapian),
        stem.languages);
}

/// A word by its stems.
Query Compiler::any_of(const std::vector<WordStem>& stems) const {
    std::vector<Query> queries;
    for (const WordStem& stem : stems) queries.push_back(scored(stem));
    return combine(Query::OP_OR, queries);
}

/// The best of the stems that a pattern has, for the score alone: it is one word, and an article
/// with many of its forms is no better for it.
Query Compiler::best_of(const std::vector<WordStem>& stems) const {
    std::vector<Query> queries;
    for (const WordStem& stem : stems) queries.push_back(scored(stem));
    if (queries.size() < 2) return queries.empty() ? Query() : queries[0];
    // Without a source of ours OP_MAX is not safe (endless_source.h): there the forms add up.
    if (archives_.any_remote()) return combine(Query::OP_OR, queries);
    queries.emplace_back((new EndlessSource)->release());
    return combine(Query::OP_MAX, queries);
}

/// What an exact word or a pattern brings for the score alone; nothing of a word by its stems,
/// which has its score.
Query Compiler::score_of_word(const Matcher& word) const {
    const std::vector<WordStem> stems = words_.stems_of(word);
    if (is_by_stem(word) || stems.empty()) return {};
    return word.children.empty() ? any_of(stems) : best_of(stems);
}

/// The same of all words in a matcher.
Query Compiler::score_of(const Matcher& matcher) const {
    if (is_word(matcher)) return score_of_word(matcher);
    std::vector<Query> words;
    for (const Matcher& child : wanted_children(matcher))
        if (const Query inner = score_of(child); !inner.empty()) words.push_back(inner);
    return words.empty() ? Query() : combine(Query::OP_OR, words);
}

Query Compiler::term(const Matcher& matcher) const {
    if (matcher.field.empty() && matcher.form == TermForm::stem)
        return scored({matcher.text, matcher.languages});
    if (const Field* row = find_field(matcher.field); row != nullptr && row->of_archive)
        return in_archive(archives_, matcher.text);
    return unscored(Query(term_name(matcher)));
}

/// Xapian's phrases take plain terms only. Anything else in one is checked on positions afterwards.
Query Compiler::phrase(const Matcher& matcher, Phrases phrases) const {
    const bool plain = is_plain_phrase(matcher);
    std::vector<Query> words;
    for (const Matcher& child : matcher.children)
        words.push_back(plain ? Query(term_name(child)) : match(child, phrases));
    if (!plain || phrases == Phrases::proposed) return unscored(combine(Query::OP_AND, words));
    return unscored(Query(Query::OP_PHRASE, words.begin(), words.end(),
                          static_cast<Xapian::termcount>(words.size())));
}

/// Those proposed for the first child, without those of the others that Xapian decides.
Query Compiler::except(const Matcher& matcher, Phrases phrases) const {
    Query query = match(matcher.children.front(), phrases);
    for (std::size_t i = 1; i < matcher.children.size(); ++i)
        if (const Matcher& child = matcher.children[i]; !needs_of(child).positions)
            query = Query(Query::OP_AND_NOT, query, match(child));
    return query;
}

Query Compiler::joined(Query::op op, const Matcher& matcher, Phrases phrases) const {
    if (is_word(matcher) && is_by_stem(matcher)) return any_of(words_.stems_of(matcher));
    std::vector<Query> children;
    for (const Matcher& child : matcher.children) children.push_back(match(child, phrases));
    return combine(op, children);
}

Query Compiler::match(const Matcher& matcher, Phrases phrases) const {
    switch (operator_of(matcher.kind).candidates) {
        case Candidates::term:
            return term(matcher);
        case Candidates::phrase:
            return phrase(matcher, phrases);
        case Candidates::all:
            return joined(Query::OP_AND, matcher, phrases);
        case Candidates::any:
            return joined(Query::OP_OR, matcher, phrases);
        case Candidates::except:
            return except(matcher, phrases);
        case Candidates::first:
            return match(matcher.children.front(), phrases);
        case Candidates::range:
            return field(matcher.field).is_date() ? published_within(archives_, matcher.days)
                                                  : number_query(matcher);
        case Candidates::stated:
            return stated_query(matcher.text);
        case Candidates::everything:
            return unscored(Query::MatchAll);
        case Candidates::nothing:
            return Query::MatchNothing;
    }
    return Query::MatchNothing;
}

Query Compiler::condition(const Matcher& matcher) const {
    return unscored(match(matcher));
}

Query Compiler::without_excluded(Query query) const {
    for (const Matcher& matcher : question_.excluded)
        if (!needs_of(matcher).positions) query = Query(Query::OP_AND_NOT, query, match(matcher));
    return query;
}

Query Compiler::all() const {
    return with_all(Phrases::decided);
}

Query Compiler::proposed() const {
    return with_all(Phrases::proposed);
}

Query Compiler::with_all(Phrases phrases) const {
    std::vector<Query> parts;
    std::vector<Query> scores;
    for (const Part* part : parts_) {
        parts.push_back(match(part->matcher, phrases));
        const Query score = score_of(part->matcher);
        if (!score.empty()) scores.push_back(score);
    }
    Query query = parts.empty() ? Query::MatchAll : combine(Query::OP_AND, parts);
    if (!scores.empty()) query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, scores));
    return without_excluded(query);
}

/// A compound by any of its words: high-speed finds, after all else, high and speed; a letter or a
/// stop word, as of AT&T, finds nothing by itself. Its parts have no score here: it is beside what
/// is found. (Single characters are found in pairs only.)
Query Compiler::any_part(const Matcher& matcher) const {
    std::vector<Query> words;
    const auto add = [&](const Query& query) {
        if (!query.empty()) words.push_back(unscored(query));
    };
    const bool spellings = matcher.kind == MatcherKind::any;
    const std::span<const Matcher> rows =
        spellings ? std::span(matcher.children) : std::span(&matcher, 1);
    for (const Matcher& row : rows) {
        if (row.kind != MatcherKind::phrase) {
            add(score_of(row));
            if (spellings || words.empty()) words.push_back(match(row));
        }
        if (row.kind != MatcherKind::phrase) continue;
        const std::size_t before = words.size();
        for (const Matcher& part : row.children)
            if (part.text.size() > 1 && !is_stop_word(part.text, question_.language))
                add(score_of(part));
        if (words.size() == before) words.push_back(match(row));
    }
    return combine(Query::OP_OR, words);
}

Query Compiler::any() const {
    std::vector<Query> required;
    std::vector<Query> optional;
    std::vector<Query> beside;
    bool word_required = false;
    for (const Part* part : parts_) {
        const Query score = score_of(part->matcher);
        if (part->optional && part->matcher.by_parts) {
            optional.push_back(any_part(part->matcher));
            if (!score.empty()) beside.push_back(score);
            continue;
        }
        Query query = match(part->matcher);
        if (!score.empty()) query = Query(Query::OP_AND_MAYBE, query, score);
        (part->optional ? optional : required).push_back(query);
        word_required |= !part->optional && has_free_words(part->matcher);
    }
    if (optional.empty()) return all();
    Query query = combine(Query::OP_OR, optional);
    // Conditions alone are not "some of the words": then one of the optional words must be there.
    if (!required.empty())
        query = Query(word_required ? Query::OP_AND_MAYBE : Query::OP_AND,
                      combine(Query::OP_AND, required), query);
    if (!beside.empty()) query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, beside));
    return without_excluded(query);
}

bool Compiler::has_optional_parts() const {
    const auto optional = std::ranges::count_if(parts_, &Part::optional);
    const auto required = std::ssize(parts_) - optional;
    return optional > 1 || (optional == 1 && required > 0);
}

bool Compiler::is_of_optional_parts() const {
    return std::ranges::all_of(parts_, &Part::optional);
}

std::vector<const Matcher*> Compiler::optional_parts() const {
    std::vector<const Matcher*> made;
    for (const Part* part : parts_)
        if (part->optional) made.push_back(&part->matcher);
    return made;
}

}  // namespace dateline
