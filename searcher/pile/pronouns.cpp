// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/pronouns.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/sentence_words.h"
#include "searcher/pile/attribution.h"
#include "searcher/pile/mentions.h"
#include "searcher/pile/subjects.h"

namespace dateline {
namespace {

using Words = std::span<const SpeechWord>;

constexpr std::size_t most_words = 400;
constexpr std::size_t most_sentences = 16;

/// SPEECH IN OHIO
bool has_capitals_in_row(std::string_view name) {
    constexpr std::size_t enough = 5;
    std::size_t row = 0;
    for (const char each : name) {
        row = ascii::is_upper(each) ? row + 1 : 0;
        if (row == enough) return true;
    }
    const bool words = name.find(' ') != name.npos;
    return words && std::ranges::none_of(name, ascii::is_lower);
}

/// "Mr. Smith" is no she, and "Four" and "SPEECH IN OHIO" are nobody.
bool may_mean(std::string_view body, std::string_view pronoun, const Mention& mention) {
    struct Title {
        std::string_view text;
        std::string_view pronoun;
    };
    static constexpr std::array<Title, 5> titles{
        {{"Mr", "he"}, {"Mrs", "she"}, {"Ms", "she"}, {"Miss ", "she"}, {"Sir ", "he"}}};
    if (!mention.person || openings.contains(mention.name)) return false;
    if (has_capitals_in_row(mention.name)) return false;
    if (pronoun != "he" && pronoun != "she") return true;
    const std::string_view text = body.substr(mention.place.begin);
    return std::ranges::none_of(titles, [&](const Title& title) {
        const bool whole = title.text.ends_with(' ') ||
                           (text.size() > title.text.size() &&
                            (text[title.text.size()] == '.' || text[title.text.size()] == ' '));
        return text.starts_with(title.text) && whole && title.pronoun != pronoun;
    });
}

/// "Smith left", but not "Tens of", "Masterful words": a word that is capital only as the first of
/// its sentence.
bool is_surely_name(Words sentence, const Mention& mention) {
    if (mention.name.find(' ') != std::string::npos) return true;
    if (mention.place.begin != sentence.front().place.begin) return true;
    if (mention.place.end - mention.place.begin > mention.name.size()) return true;  // Mr. Smith
    const auto next = std::ranges::find_if(
        sentence, [&](const SpeechWord& word) { return word.place.begin >= mention.place.end; });
    return next != sentence.end() && (is_said_verb(*next) || next->role == SpeechRole::weak_verb ||
                                      next->role == SpeechRole::helper);
}

/// Whom a sentence names.
struct Named {
    bool any = false;
    std::string name;  ///< empty if it names two
};

std::string_view last_word(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    return blank == name.npos ? name : name.substr(blank + 1);
}

Named person_of(std::string_view body, std::string_view pronoun, Words sentence) {
    Named named;
    for (const auto& mention : {last_who_said(body, sentence), first_subject(body, sentence)}) {
        if (!mention || !may_mean(body, pronoun, *mention)) continue;
        if (!is_surely_name(sentence, *mention)) continue;
        if (named.any && last_word(named.name) != last_word(mention->name))
            named.name.clear();
        else if (!named.any)
            named.name = mention->name;
        named.any = true;
    }
    return named;
}

}  // namespace

std::string whom_pronoun_means(std::string_view body, std::string_view pronoun,
                               std::span<const SpeechWord> here,
                               std::span<const SpeechParagraph* const> before) {
    std::size_t sentences = 0;
    Words words = here;
    for (std::size_t next = 0;; ++next) {
        if (words.size() > most_words) words = words.last(most_words);
        while (!words.empty() && sentences++ < most_sentences) {
            std::size_t begin = words.size() - 1;
            while (begin > 0 && words[begin - 1].sentence == words.back().sentence) --begin;
            if (const Named named = person_of(body, pronoun, words.subspan(begin)); named.any)
                return named.name;
            words = words.first(begin);
        }
        if (next == before.size()) return {};
        words = before[next]->words;
    }
}

}  // namespace dateline
