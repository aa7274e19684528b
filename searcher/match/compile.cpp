// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/compile.h"

#include <algorithm>
#include <span>
#include <tuple>

#include "common/fields.h"
#include "searcher/match/archive_query.h"
#include "searcher/match/bm25.h"
#include "searcher/match/conditions.h"
#include "searcher/query/operators.h"

namespace dateline {
namespace {

using Xapian::Query;

Query combine(Query::op op, const std::vector<Query>& parts) {
    return Query(op, parts.begin(), parts.end());
}

std::string term_name(const Matcher& matcher) {
    if (matcher.form == TermForm::value) return value_term(field(matcher.field), matcher.text);
    if (!matcher.field.empty()) return make_term(field(matcher.field).prefix, matcher.text);
    return make_term(matcher.form == TermForm::stem ? stem_prefix : "", matcher.text);
}

/// True if both match the same, however they were typed.
bool match_alike(const Matcher& a, const Matcher& b) {
    const auto what = [](const Matcher& m) {
        return std::tie(m.kind, m.text, m.form, m.field, m.number, m.days, m.low, m.high);
    };
    return what(a) == what(b) && std::ranges::equal(a.children, b.children, match_alike);
}

/// What must not be there is no word that an article has.
std::span<const Matcher> wanted_children(const Matcher& matcher) {
    const std::span<const Matcher> all = matcher.children;
    return operator_of(matcher.kind).excludes && !all.empty() ? all.first(1) : all;
}

bool has_free_words(const Matcher& matcher) {
    if (matcher.kind == MatcherKind::term) return matcher.field.empty();
    return std::ranges::any_of(wanted_children(matcher), has_free_words);
}

}  // namespace

Compiler::Compiler(const Archives& archives, const Question& question)
    : archives_(archives), database_(archives.all()), question_(question) {
    for (const std::string& code : languages()) stemmers_.emplace_back(code);
    choose_parts();
    for (const Part& part : question.parts)
        for_each_stem(part.matcher, "", [&](const StemUse& use) { count_stem(use, part.place); });
    for (const Part* part : parts_)
        for_each_stem(part->matcher, "",
                      [&](const StemUse& use) { ++find_stem(use.stem)->places; });
    for (ScoredStem& stem : stems_) {
        stem.weight = bm25::query_weight(stem.count);
        stem.idf = bm25::idf(database_.get_doccount(),
                             database_.get_termfreq(make_term(stem_prefix, stem.stem)));
    }
}

void Compiler::choose_parts() {
    for (const Part& part : question_.parts) {
        const bool known = std::ranges::any_of(parts_, [&](const Part* other) {
            return other->optional == part.optional && match_alike(other->matcher, part.matcher);
        });
        if (!known) parts_.push_back(&part);
    }
}

const std::vector<std::string>& Compiler::stems_of(const std::string& form) {
    const auto [known, fresh] = form_stems_.try_emplace(form);
    if (!fresh) return known->second;
    for (Stemmer& stemmer : stemmers_) {
        std::string stem(stemmer.stem(form));
        if (std::ranges::find(known->second, stem) == known->second.end() &&
            database_.term_exists(make_term(stem_prefix, stem)))
            known->second.push_back(std::move(stem));
    }
    return known->second;
}

ScoredStem* Compiler::find_stem(std::string_view stem) {
    const auto found = std::ranges::find(stems_, stem, &ScoredStem::stem);
    return found == stems_.end() ? nullptr : &*found;
}

void Compiler::count_stem(const StemUse& use, std::uint32_t place) {
    ScoredStem* known = find_stem(use.stem);
    if (known == nullptr) {
        known = &stems_.emplace_back();
        known->stem = use.stem;
        known->typed = use.typed;
    }
    ++known->count;
    if (!use.form.empty() && std::ranges::find(known->forms, use.form) == known->forms.end())
        known->forms.emplace_back(use.form);
    word_row_.push_back({static_cast<std::uint16_t>(known - stems_.data()), place});
}

/// Tells the stems of all free words that may match; what is excluded gives no score. `typed` is
/// the word above, if the matcher has none of its own.
template <typename Use>
void Compiler::for_each_stem(const Matcher& matcher, std::string_view typed, const Use& use) {
    if (!matcher.typed.empty()) typed = matcher.typed;
    if (matcher.kind == MatcherKind::term) {
        if (!matcher.field.empty()) return;
        const std::string_view shown = typed.empty() ? std::string_view(matcher.text) : typed;
        if (matcher.form == TermForm::stem) {
            const std::vector<Token>& tokens = tokenizer_.tokens(typed);
            use({matcher.text, shown, tokens.size() == 1 ? tokens[0].form : std::string_view()});
            return;
        }
        for (const std::string& stem : stems_of(matcher.text))
            use({stem, matcher.text, matcher.text});
        return;
    }
    for (const Matcher& child : wanted_children(matcher)) for_each_stem(child, typed, use);
}

/// A stem with its weight: Xapian's idf divided out, ours put in.
Query Compiler::scored(const std::string& stem) const {
    const std::string name = make_term(stem_prefix, stem);
    const auto found = std::ranges::find(stems_, stem, &ScoredStem::stem);
    if (found == stems_.end()) return unscored(Query(name));
    const double xapian = bm25::xapian_idf(database_.get_doccount(), database_.get_termfreq(name));
    return Query(Query::OP_SCALE_WEIGHT, Query(name),
                 found->weight * found->idf / (xapian * found->places));
}

/// The stems of the exact words in a matcher, for the score alone.
Query Compiler::score_of(const Matcher& matcher) const {
    std::vector<Query> stems;
    if (matcher.kind == MatcherKind::term && matcher.field.empty() &&
        matcher.form == TermForm::exact) {
        const auto known = form_stems_.find(matcher.text);
        if (known != form_stems_.end())
            for (const std::string& stem : known->second) stems.push_back(scored(stem));
    }
    for (const Matcher& child : wanted_children(matcher))
        if (const Query inner = score_of(child); !inner.empty()) stems.push_back(inner);
    return stems.empty() ? Query() : combine(Query::OP_OR, stems);
}

Query Compiler::term(const Matcher& matcher) const {
    if (matcher.field.empty() && matcher.form == TermForm::stem) return scored(matcher.text);
    if (const Field* row = find_field(matcher.field); row != nullptr && row->of_archive)
        return in_archive(archives_, matcher.text);
    return unscored(Query(term_name(matcher)));
}

/// Xapian's phrases take plain terms only. Anything else in one is checked on positions afterwards.
Query Compiler::phrase(const Matcher& matcher) const {
    const bool plain = is_plain_phrase(matcher);
    std::vector<Query> words;
    for (const Matcher& child : matcher.children)
        words.push_back(plain ? Query(term_name(child)) : match(child));
    if (!plain) return unscored(combine(Query::OP_AND, words));
    return unscored(Query(Query::OP_PHRASE, words.begin(), words.end(),
                          static_cast<Xapian::termcount>(words.size())));
}

/// Those proposed for the first child, without those of the others that Xapian decides.
Query Compiler::except(const Matcher& matcher) const {
    Query query = match(matcher.children.front());
    for (std::size_t i = 1; i < matcher.children.size(); ++i)
        if (const Matcher& child = matcher.children[i]; !needs_of(child).positions)
            query = Query(Query::OP_AND_NOT, query, match(child));
    return query;
}

Query Compiler::joined(Query::op op, const Matcher& matcher) const {
    std::vector<Query> children;
    for (const Matcher& child : matcher.children) children.push_back(match(child));
    return combine(op, children);
}

Query Compiler::match(const Matcher& matcher) const {
    switch (operator_of(matcher.kind).candidates) {
        case Candidates::term:
            return term(matcher);
        case Candidates::phrase:
            return phrase(matcher);
        case Candidates::all:
            return joined(Query::OP_AND, matcher);
        case Candidates::any:
            return joined(Query::OP_OR, matcher);
        case Candidates::except:
            return except(matcher);
        case Candidates::first:
            return match(matcher.children.front());
        case Candidates::range:
            return range_query(matcher);
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
    std::vector<Query> parts;
    std::vector<Query> scores;
    for (const Part* part : parts_) {
        parts.push_back(match(part->matcher));
        const Query score = score_of(part->matcher);
        if (!score.empty()) scores.push_back(score);
    }
    Query query = parts.empty() ? Query::MatchAll : combine(Query::OP_AND, parts);
    if (!scores.empty()) query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, scores));
    return without_excluded(query);
}

/// A compound by any of its words: high-speed finds, after all else, high and speed.
Query Compiler::any_part(const Matcher& matcher) const {
    std::vector<Query> words;
    if (const Query score = score_of(matcher); !score.empty()) words.push_back(score);
    // Its joined forms; a row of parts has single characters, which are found in pairs only.
    for (const Matcher& child : matcher.children)
        if (child.kind == MatcherKind::term && matcher.kind == MatcherKind::any)
            words.push_back(match(child));
    return words.empty() ? match(matcher) : combine(Query::OP_OR, words);
}

Query Compiler::any() const {
    std::vector<Query> required;
    std::vector<Query> optional;
    bool word_required = false;
    for (const Part* part : parts_) {
        if (part->optional && part->matcher.by_parts) {
            optional.push_back(any_part(part->matcher));
            continue;
        }
        Query query = match(part->matcher);
        const Query score = score_of(part->matcher);
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
    return without_excluded(query);
}

Query Compiler::widened(const Query& more) const {
    const bool one_word =
        parts_.size() == 1 && parts_[0]->matcher.kind == MatcherKind::term && !stems_.empty();
    const bool words_only = one_word || std::ranges::all_of(parts_, &Part::optional);
    return without_excluded(Query(words_only ? Query::OP_OR : Query::OP_AND_MAYBE, any(), more));
}

bool Compiler::has_optional_parts() const {
    const auto optional = std::ranges::count_if(parts_, &Part::optional);
    const auto required = std::ssize(parts_) - optional;
    return optional > 1 || (optional == 1 && required > 0);
}

}  // namespace dateline
