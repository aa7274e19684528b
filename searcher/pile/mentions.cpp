// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/mentions.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {
namespace {

using Words = std::span<const SpeechWord>;
using Range = WordRange;
using Role = SpeechRole;

std::string text_of(std::string_view body, Words words, Range range) {
    const std::size_t begin = words[range.begin].place.begin;
    return std::string(body.substr(begin, words[range.end - 1].place.end - begin));
}

/// The name at the end of a noun: "Republican strategist John Smith" -> John Smith. A particle or
/// "of" between capitals belongs to it.
Range name_at_end(Words words, Range noun) {
    std::size_t begin = noun.end;
    for (std::size_t at = noun.end; at > noun.begin; --at) {
        const SpeechWord& word = words[at - 1];
        const bool last = at == noun.end;
        if (!last && (words[at].before != Break::none || word.possessive)) break;
        if (is_name_word(word))
            begin = at - 1;
        else if (last || word.role != Role::particle)
            break;
    }
    return {begin, noun.end};
}

bool has_organisation(Words words, Range name) {
    for (std::size_t i = name.begin; i < name.end; ++i)
        if (words[i].role == Role::organisation) return true;
    return false;
}

/// Titles are no part of a name, but for a name of nothing else, and the Republican Party's.
Range without_titles(Words words, Range name) {
    for (std::size_t i = name.end; i-- > name.begin;) {
        const Range rest{i + 1, name.end};
        if (words[i].role == Role::title && !rest.empty())
            return has_organisation(words, rest) ? name : rest;
    }
    return name;
}

/// "the Senate Minority Leader", "Assistant Secretary"
bool is_only_title(Words words, Range name) {
    const Words all = words.subspan(name.begin, name.end - name.begin);
    return all.back().role == Role::title && std::ranges::all_of(all, [](const SpeechWord& word) {
               return word.role == Role::title || word.role == Role::organisation;
           });
}

bool is_indefinite(std::string_view body, const SpeechWord& article) {
    const std::string_view text =
        body.substr(article.place.begin, article.place.end - article.place.begin);
    return ascii::equal_ignoring_case(text, "a") || ascii::equal_ignoring_case(text, "an");
}

/// "a spokesman for Exxon", but not "the president in his speech".
Range name_of_noun(std::string_view body, Words words, Range noun, Range head) {
    if (head.end >= noun.end) return noun;
    const std::string preposition = text_of(body, words, {head.end, head.end + 1});
    static constexpr auto belonging = std::to_array<std::string_view>(
        {"of", "for", "from", "with", "at", "to", "von", "des", "de", "du", "del", "d"});
    return std::ranges::find(belonging, preposition) != belonging.end() ? noun : head;
}

/// Where the noun that begins at `begin` has its first preposition: "a spokesman | for Exxon".
std::size_t head_end(Words words, Range noun) {
    for (std::size_t i = noun.begin + 1; i < noun.end; ++i)
        if (words[i].role == Role::preposition && !words[i].capital) {
            // "the Bank of England": a preposition between capitals.
            const bool inside = words[i - 1].capital && i + 1 < noun.end && words[i + 1].capital &&
                                i + 2 == noun.end && words[noun.begin].role == Role::article;
            if (!inside) return i;
        }
    return noun.end;
}

/// The name of "Secretary of State John Kerry", "University of Texas professor John Smith",
/// "chairman of the committee Sen. John Smith".
Range behind_office(Words words, Range noun) {
    const bool organisation = words[noun.begin].role == Role::organisation;
    for (std::size_t i = noun.begin; i + 1 < noun.end; ++i) {
        const bool title = words[i].role == Role::title;
        const bool post = organisation && title && !words[i].capital;
        const bool second = title && words[i].capital && i > noun.begin && !words[i - 1].capital &&
                            words[i - 1].role == Role::none && words[i].before == Break::none;
        if ((post || second || words[i].role == Role::office) && words[i + 1].capital)
            return {i + 1, noun.end};
    }
    return noun;
}

std::string in_small_letters(std::string_view text) {
    std::string small;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        small += character.accented;
        at += character.length;
    }
    return small;
}

}  // namespace

bool may_speak(std::string_view body, std::span<const SpeechWord> words, const Mention& mention) {
    static constexpr auto objects =
        std::to_array<std::string_view>({"me", "us", "him", "them", "reporters"});
    static constexpr auto somebody = std::to_array<std::string_view>(
        {"police", "people", "someone", "somebody", "everyone", "everybody", "management"});
    static constexpr auto other_verbs = std::to_array<std::string_view>(
        {"made", "gave", "took", "went", "got", "saw", "kept", "held", "came", "had"});
    if (mention.pronoun) return true;
    if (std::ranges::find(objects, mention.name) != objects.end()) return false;
    if (mention.proper || words.empty()) return !words.empty();
    const SpeechWord& first = words.front();
    const SpeechWord& last = words.back();
    if (first.participle && !first.capital) return false;
    const bool only_article = first.role == Role::article && words.size() > 1 &&
                              mention.name.size() <= first.place.end - first.place.begin;
    const bool cut_short = only_article || last.role == Role::article ||
                           last.role == Role::preposition ||
                           (last.role == Role::determiner && words.size() > 1);
    if (cut_short) return false;
    const bool clause = std::ranges::any_of(words, [](const SpeechWord& word) {
        return word.role == Role::helper || word.role == Role::pronoun || is_relative(word) ||
               word.role == Role::echo || (is_said_verb(word) && !word.capital) ||
               (word.role == Role::weak_verb && !word.capital && !word.participle);
    });
    if (clause || first.role == Role::opening || last.role == Role::opening) return false;
    const bool bare = first.role != Role::article && first.role != Role::determiner;
    const std::string_view text = body.substr(last.place.begin, last.place.end - last.place.begin);
    const bool verb = std::ranges::find(other_verbs, text) != other_verbs.end();
    if (verb && words.size() > 1) return false;  // the group made
    if (!bare || last.capital) return true;
    if (words.size() > 1) return !text.ends_with("ed");  // Smith adopted
    return text.ends_with("s") || std::ranges::find(somebody, text) != somebody.end();
}

bool is_said_verb(const SpeechWord& word) {
    return word.role == Role::verb || word.role == Role::hearer_verb;
}

bool is_name_word(const SpeechWord& word) {
    if (!word.capital) return false;
    switch (word.role) {
        case Role::none:
        case Role::title:
        case Role::organisation:
        case Role::particle:
        case Role::verb:
        case Role::weak_verb:
        case Role::hearer_verb:
        case Role::preposition:
            return true;
        default:
            return false;
    }
}

WordRange name_from(std::span<const SpeechWord> words, std::size_t begin, std::size_t end) {
    Range name{begin, begin};
    while (name.end < end && is_name_word(words[name.end]) &&
           (name.end == begin || words[name.end].before == Break::none))
        ++name.end;
    return name;
}

Mention mention_of(std::string_view body, std::span<const SpeechWord> words, WordRange noun,
                   WordRange head) {
    Mention mention;
    mention.place = {words[noun.begin].place.begin, words[noun.end - 1].place.end};
    const Range name = name_at_end(words, head);
    const bool article = name.begin > head.begin && words[name.begin - 1].role == Role::article;
    // "an Iowa Republican", "the CEO" are nobody's names, "der Sprecher der Regierung" has
    // another's within.
    const bool nobody =
        article && (name.begin > head.begin + 1 || is_indefinite(body, words[head.begin]));
    const bool only_title = !name.empty() && is_only_title(words, name);
    if (name.empty() || nobody || only_title) {
        mention.name = text_of(body, words, name_of_noun(body, words, noun, head));
        return mention;
    }
    const Range bare = without_titles(words, name);
    mention.name = text_of(body, words, bare);
    mention.proper = true;
    const bool titled = bare.begin > name.begin;
    mention.person = titled || !(has_organisation(words, name) || article);
    return mention;
}

Mention mention_of(std::string_view body, std::span<const SpeechWord> words, WordRange noun) {
    const Range behind = behind_office(words, noun);
    return mention_of(body, words, noun, {behind.begin, head_end(words, behind)});
}

Mention pronoun_at(std::string_view body, std::span<const SpeechWord> words, std::size_t at) {
    Mention mention;
    mention.place = words[at].place;
    mention.name = text_of(body, words, {at, at + 1});
    if (mention.name != "I") mention.name = in_small_letters(mention.name);
    mention.pronoun = true;
    mention.third_person = words[at].third_person;
    return mention;
}

std::optional<Mention> with_apposition(std::string_view body, std::span<const SpeechWord> words,
                                       std::optional<Mention> mention, std::size_t next,
                                       std::size_t end) {
    if (!mention || mention->person || mention->pronoun || next >= end) return mention;
    if (words[next].before != Break::comma) return mention;
    const Range name = name_from(words, next, end);
    if (name.end - name.begin < 2) return mention;
    Mention named = mention_of(body, words, name, name);
    named.place.begin = mention->place.begin;
    return named;
}

std::optional<Mention> mention_at_begin(std::string_view body, std::span<const SpeechWord> words) {
    std::size_t begin = 0;
    while (begin < words.size() && words[begin].role == Role::helper) ++begin;
    if (begin == words.size()) return std::nullopt;
    if (words[begin].role == Role::pronoun) return pronoun_at(body, words, begin);
    Range noun{begin, begin};
    for (; noun.end < words.size() && noun.end - begin < most_mention_words; ++noun.end) {
        const SpeechWord& word = words[noun.end];
        if (noun.end > begin && word.before != Break::none) break;
        if ((word.role == Role::article || word.role == Role::opening) && noun.end > begin &&
            words[noun.end - 1].capital)
            break;
        if (word.role == Role::day || is_relative(word) || word.role == Role::helper) break;
        if ((word.role == Role::pronoun || word.role == Role::opening) && noun.end > begin) break;
        if (is_said_verb(word) && !word.capital) break;
        if (word.role == Role::joiner &&
            !(noun.end + 1 < words.size() && words[noun.end + 1].capital))
            break;
    }
    while (!noun.empty() && words[noun.end - 1].role == Role::preposition) --noun.end;
    if (noun.empty() || words[noun.begin].role == Role::preposition ||
        words[noun.begin].role == Role::joiner)
        return std::nullopt;
    return with_apposition(body, words, mention_of(body, words, noun), noun.end, words.size());
}

}  // namespace dateline
