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

/// "Mr. Smith" is no she, and "Four" and "SPEECH IN OHIO" are nobody.
bool may_mean(std::string_view body, std::string_view pronoun, const Mention& mention) {
    struct Title {
        std::string_view text;
        std::string_view pronoun;
    };
    static constexpr std::array<Title, 5> titles{
        {{"Mr", "he"}, {"Mrs", "she"}, {"Ms", "she"}, {"Miss ", "she"}, {"Sir ", "he"}}};
    if (!mention.person || openings.contains(mention.name)) return false;
    const bool headline = mention.name.find(' ') != std::string::npos &&
                          std::ranges::none_of(mention.name, ascii::is_lower);
    if (headline) return false;
    if (pronoun != "he" && pronoun != "she") return true;
    const std::string_view text = body.substr(mention.place.begin);
    return std::ranges::none_of(titles, [&](const Title& title) {
        const bool whole = title.text.ends_with(' ') ||
                           (text.size() > title.text.size() &&
                            (text[title.text.size()] == '.' || text[title.text.size()] == ' '));
        return text.starts_with(title.text) && whole && title.pronoun != pronoun;
    });
}

std::optional<Mention> person_of(std::string_view body, std::string_view pronoun, Words sentence) {
    auto mention = last_who_said(body, sentence);
    if (mention && may_mean(body, pronoun, *mention)) return mention;
    mention = first_subject(body, sentence);
    if (mention && may_mean(body, pronoun, *mention)) return mention;
    return std::nullopt;
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
            if (const auto mention = person_of(body, pronoun, words.subspan(begin)))
                return mention->name;
            words = words.first(begin);
        }
        if (next == before.size()) return {};
        words = before[next]->words;
    }
}

}  // namespace dateline
