// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/attribution.h"

#include <algorithm>

#include "searcher/pile/quoted_phrases.h"
#include "searcher/pile/subjects.h"

namespace dateline {
namespace {

using Role = SpeechRole;
using Words = std::span<const SpeechWord>;

/// The words behind "according to", "laut".
Words behind_source(Words words, std::size_t source) {
    words = words.subspan(source + 1);
    const bool to = !words.empty() && words.front().role == Role::preposition;
    return to ? words.subspan(1) : words;
}

bool begins_noun(const SpeechWord& word) {
    if (word.role == Role::day) return false;
    return word.capital || word.role == Role::article || word.role == Role::determiner ||
           word.role == Role::pronoun;
}

/// "a" of "a déclaré".
std::size_t leading_helpers(Words words) {
    std::size_t count = 0;
    while (count < words.size() && words[count].role == Role::helper) ++count;
    return count;
}

/// Said at the begin: its subject stands behind it.
bool is_inverted(const SpeechWord& word) {
    return (word.role == Role::verb || word.role == Role::quote_verb) && !word.participle;
}

/// Said Ellis on Monday: not "says Ellis adopted"
bool is_whole_clause(Words words, std::size_t verb) {
    std::size_t at = verb + 1;
    if (at == words.size()) return true;
    at = name_from(words, at, words.size()).end;
    if (at == verb + 1 || at == words.size()) return true;
    const SpeechWord& next = words[at];
    return next.before != Break::none || (next.role != Role::none && next.role != Role::weak_verb);
}

/// "Smith said Jones wanted": whether Jones said so is Smith's to know.
bool is_told(Words words, const Mention& mention) {
    if (mention.pronoun) return false;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (words[i].place.begin != mention.place.begin) continue;
        std::size_t last = i - 1;  // "said that if Jones"
        while (last > 0 && words[last].role == Role::relative) --last;
        return is_said_verb(words[last]) && words[i].before == Break::none;
    }
    return false;
}

/// It changed, says Mr. Watts: "…"
bool is_inverted_at_end(Words words, std::size_t verb) {
    constexpr std::size_t most_words = 5;
    if (words[verb].role != Role::verb || words[verb].participle) return false;
    // "Smith, a lawyer, said Jones": Smith.
    const std::size_t first = name_from(words, 0, verb).end;
    if (first > 0 && first < verb && words[first].before == Break::comma) return false;
    const Words name = words.subspan(verb + 1);
    return words[verb].before == Break::comma && !name.empty() && name.size() <= most_words &&
           std::ranges::all_of(name, [](const SpeechWord& word) {
               return word.capital && word.role != Role::day && word.role != Role::pronoun;
           });
}

/// "the boys cried": a verb with a subject of its own, known or not.
bool has_own_speaker(Words words) {
    for (std::size_t verb = 1; verb < words.size(); ++verb) {
        if (!is_said_verb(words[verb]) || words[verb].participle) continue;
        std::size_t last = verb - 1;
        while (last > 0 && (words[last].role == Role::helper || words[last].adverb)) --last;
        return words[last].role == Role::none || words[last].role == Role::weak_verb ||
               words[last].role == Role::title;
    }
    return false;
}

Words words_in(Words words, Span place) {
    const auto begin = [](const SpeechWord& word) { return word.place.begin; };
    const auto first = std::ranges::lower_bound(words, place.begin, {}, begin);
    const auto end = std::ranges::lower_bound(words, place.end, {}, begin);
    return {first, end};
}

/// One paragraph with its quotations: numbers here are those within the paragraph.
class Attribution {
public:
    Attribution(std::string_view body, const SpeechParagraph& paragraph,
                const SpeechParagraph& before)
        : body_(body), paragraph_(paragraph), before_(before) {}

    std::optional<Mention> speaker(std::size_t number) const {
        const QuotationPlace& place = paragraph_.quotations[number];
        const bool spoken =
            place.ends_in_comma || place.after == Break::comma || place.ends_in_question;
        if (auto mention = signature(number)) return mention;
        if (is_mere_phrase(paragraph_, number)) return std::nullopt;
        if (spoken)
            if (auto mention = after(number))
                return mention->pronoun ? named_before(number).value_or(*mention) : mention;
        if (auto mention = last_who_said(body_, clause_before(number))) return mention;
        if (auto mention = label(number)) return mention;
        if (auto mention = spoken ? with_any_verb(number) : after(number)) return mention;
        return introduced(number);
    }

private:
    /// The words before the quotation without those that end the clause of the one before: "he
    /// accused them of “bias” against Fox, and said “…”".
    Words clause_before(std::size_t number) const {
        const Words words = words_before(paragraph_, number);
        if (number == 0 || words.empty() || words.front().before != Break::none) return words;
        const QuotationPlace& last = paragraph_.quotations[number - 1];
        const bool goes_on = last.last_sentence == words.front().sentence && !last.ends_in_comma &&
                             !last.ends_in_question && last.after == Break::none &&
                             !words_before(paragraph_, number - 1).empty() &&
                             words.front().role == Role::none;
        if (!goes_on) return words;
        const auto comma = std::ranges::find_if(
            words, [](const SpeechWord& word) { return word.before != Break::none; });
        return comma == words.end() ? words : Words(comma, words.end());
    }

    /// “…” — Ted Cruz
    std::optional<Mention> signature(std::size_t number) const {
        const QuotationPlace& place = paragraph_.quotations[number];
        if (place.after != Break::dash || number > 0 || place.words_before > 0) return std::nullopt;
        if (paragraph_.quotations.size() > 1 || paragraph_.words.empty()) return std::nullopt;
        if (!paragraph_.words.front().capital) return std::nullopt;
        return mention_at_begin(body_, paragraph_.words);
    }

    std::optional<Mention> after(std::size_t number) const {
        const Words words = words_after(paragraph_, number);
        if (words.empty()) return std::nullopt;
        if (words.front().role == Role::source)
            return mention_at_begin(body_, behind_source(words, 0));
        if (words.front().participle) return std::nullopt;  // "…," adding that
        std::size_t verb = leading_helpers(words);
        if (verb < words.size() &&
            (is_said_verb(words[verb]) || words[verb].role == Role::quote_verb))
            return mention_at_begin(body_, words.subspan(verb + 1));
        while (verb < words.size() && !is_said_verb(words[verb])) ++verb;
        if (verb == words.size()) return std::nullopt;
        const QuotationPlace& place = paragraph_.quotations[number];
        const bool spoken = place.ends_in_comma || place.after == Break::comma;
        if (!spoken && words[verb].role == Role::verb && words[verb].before == Break::comma &&
            verb + 1 < words.size() && begins_noun(words[verb + 1]))
            return mention_at_begin(body_, words.subspan(verb + 1));  // "…" to do, said Smith
        const bool comma = std::ranges::any_of(
            words.first(verb), [](const SpeechWord& word) { return word.before == Break::comma; });
        if (!spoken && !comma && !words_before(paragraph_, number).empty()) return std::nullopt;
        return subject_before(body_, words, verb);
    }

    /// Smith said she went because "…," she said
    std::optional<Mention> named_before(std::size_t number) const {
        auto mention = last_who_said(body_, words_before(paragraph_, number));
        return mention && mention->proper ? mention : std::nullopt;
    }

    /// Ted Cruz: "…"
    std::optional<Mention> label(std::size_t number) const {
        constexpr std::size_t most_words = 8;
        const QuotationPlace& place = paragraph_.quotations[number];
        const Words words = words_before(paragraph_, number);
        if (place.before != Break::colon || words.empty() || words.size() > most_words)
            return std::nullopt;
        const bool name = words.back().capital && words.front().capital &&
                          std::ranges::none_of(words, [](const SpeechWord& word) {
                              return is_said_verb(word) || word.role == Role::weak_verb ||
                                     is_relative(word) || word.possessive;
                          });
        return name ? mention_at_begin(body_, words) : std::nullopt;
    }

    /// “…,” she thundered
    std::optional<Mention> with_any_verb(std::size_t number) const {
        const Words words = words_after(paragraph_, number);
        if (words.empty() || !(words.front().capital || words.front().role == Role::pronoun))
            return std::nullopt;
        // “Why?” Indeed it is a fact that
        constexpr std::size_t most_words = 6;
        if (paragraph_.quotations[number].ends_in_question && words.size() > most_words)
            return std::nullopt;
        return first_subject(body_, words);
    }

    /// The paragraph before ends "Caddell continued:".
    std::optional<Mention> introduced(std::size_t number) const {
        const QuotationPlace& place = paragraph_.quotations[number];
        if (number > 0 || place.words_before > 0) return std::nullopt;
        if (!before_.ends_in_colon || before_.words.empty()) return std::nullopt;
        const std::size_t limit =
            before_.quotations.empty() ? 0 : before_.quotations.back().words_before;
        std::size_t begin = before_.words.size();
        const std::uint32_t sentence = before_.words.back().sentence;
        while (begin > limit && before_.words[begin - 1].sentence == sentence) --begin;
        return last_who_said(body_, Words(before_.words).subspan(begin));
    }

    std::string_view body_;
    const SpeechParagraph& paragraph_;
    const SpeechParagraph& before_;
};

}  // namespace

std::optional<Mention> told_speaker(std::string_view body, const SpeechParagraph& paragraph,
                                    const SpeechParagraph& before, std::size_t quotation) {
    auto mention = Attribution(body, paragraph, before).speaker(quotation);
    if (!mention) return mention;
    const bool here =
        !paragraph.words.empty() && mention->place.begin >= paragraph.words.front().place.begin;
    const Words words = words_in(here ? paragraph.words : before.words, mention->place);
    return may_speak(body, words, *mention) ? mention : std::nullopt;
}

bool may_go_on(const SpeechParagraph& paragraph, std::size_t quotation) {
    const QuotationPlace& place = paragraph.quotations[quotation];
    const QuotationPlace& last = paragraph.quotations[quotation - 1];
    if (is_mere_phrase(paragraph, quotation)) return false;
    const Words before = words_before(paragraph, quotation);
    if (before.empty()) return true;
    if (has_own_speaker(before)) return false;
    const Words between =
        Words(paragraph.words).subspan(last.words_before, place.words_before - last.words_before);
    return std::ranges::all_of(between, [&](const SpeechWord& word) {
        return word.sentence == between.front().sentence || word.sentence == place.first_sentence;
    });
}

std::optional<Mention> last_who_said(std::string_view body, std::span<const SpeechWord> words) {
    std::optional<Mention> nearest;
    const std::size_t lead = leading_helpers(words);
    for (std::size_t verb = words.size(); verb-- > 0;) {
        const Role role = words[verb].role;
        if (role == Role::source && !nearest)
            return mention_at_begin(body, behind_source(words, verb));
        if (verb == lead && is_inverted(words[verb]) && !nearest && is_whole_clause(words, verb))
            return mention_at_begin(body, words.subspan(verb + 1));  // Said Ellis: “…”
        if (!is_said_verb(words[verb]) && role != Role::weak_verb) continue;
        if (words[verb].capital && verb > 0 && words[verb - 1].capital) continue;
        const bool noun = words[verb].participle && verb > 0 && is_said_verb(words[verb - 1]) &&
                          words[verb].before == Break::none;
        if (noun) continue;  // "said reading it was"
        if (!nearest && is_inverted_at_end(words, verb))
            return mention_at_begin(body, words.subspan(verb + 1));
        auto mention = subject_before(body, words, verb);
        // "Clinton says she knows that": the name says more than the pronoun.
        if (nearest)
            return is_said_verb(words[verb]) && mention && mention->person ? mention : nearest;
        const bool joined = verb > 0 && words[verb - 1].role == Role::joiner;
        if (!mention && is_inverted(words[verb]) && !joined && verb + 1 < words.size() &&
            begins_noun(words[verb + 1]))
            return mention_at_begin(body, words.subspan(verb + 1));  // Am Montag sagte Merz: „…“
        if (mention && role == Role::weak_verb && is_told(words, *mention)) return std::nullopt;
        if (!mention || !mention->pronoun) return mention;
        nearest = mention;
    }
    return nearest;
}

}  // namespace dateline
