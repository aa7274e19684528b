// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/chinese_speakers.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/code_points.h"

namespace dateline {
namespace {

using Role = SpeechRole;

constexpr std::size_t longest_reach = 240;  // bytes that are looked at beside a quotation
constexpr std::size_t most_name_characters = 16;

/// A clause has its role words; others only stand between.
enum class Unit : std::uint8_t { other, verb, pronoun, filler, border, comma, stop };

struct Character {
    Span place;
    Unit unit = Unit::other;
};

constexpr auto stops = std::to_array<std::string_view>({"\u3002", "\uFF01", "\uFF1F", "\n"});
constexpr auto commas =
    std::to_array<std::string_view>({"\uFF0C", ",", "\uFF1B", "\u3001", "\uFF1A", ":"});

Unit unit_of(Role role) {
    switch (role) {
        case Role::verb:
            return Unit::verb;
        case Role::pronoun:
            return Unit::pronoun;
        case Role::helper:
            return Unit::filler;
        case Role::preposition:
        case Role::source:
            return Unit::border;
        default:
            return Unit::other;
    }
}

/// The characters of text[begin, end) with what they do; a word of two goes before one of one.
std::vector<Character> characters(std::string_view body, std::size_t begin, std::size_t end,
                                  const SpeechWords& words) {
    std::vector<Character> result;
    for (std::size_t at = begin; at < end;) {
        const std::size_t next = std::min(character_end(body, at), end);
        const auto place = [](std::size_t from, std::size_t to) {
            return Span{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
        };
        if (length_of_any(body, at, stops) > 0) {
            result.push_back({place(at, next), Unit::stop});
        } else if (length_of_any(body, at, commas) > 0) {
            result.push_back({place(at, next), Unit::comma});
        } else {
            const std::size_t pair = next < end ? std::min(character_end(body, next), end) : next;
            const Unit two = unit_of(speech_role(words, body.substr(at, pair - at)));
            if (pair > next && two != Unit::other) {
                result.push_back({place(at, pair), two});
                at = pair;
                continue;
            }
            result.push_back(
                {place(at, next), unit_of(speech_role(words, body.substr(at, next - at)))});
        }
        at = next;
    }
    return result;
}

/// 说 is a verb at the end of its clause, and a part of other words elsewhere.
bool says(std::span<const Character> stretch, std::size_t at) {
    constexpr std::size_t bytes_of_one = 4;
    const Character& verb = stretch[at];
    if (verb.unit != Unit::verb) return false;
    if (verb.place.end - verb.place.begin > bytes_of_one || at + 1 == stretch.size()) return true;
    return stretch[at + 1].unit == Unit::comma || stretch[at + 1].unit == Unit::stop;
}

/// The speaker at the begin of a clause: up to what is no name any more.
std::optional<Speaker> speaker_in(std::string_view body, std::span<const Character> clause) {
    std::size_t begin = 0;
    while (begin < clause.size() && clause[begin].unit == Unit::filler) ++begin;
    std::size_t end = begin;
    while (end < clause.size() && clause[end].unit == Unit::other) ++end;
    const bool pronoun = end == begin && end < clause.size() && clause[end].unit == Unit::pronoun;
    if (pronoun) ++end;
    if (end == begin || end - begin > most_name_characters) return std::nullopt;
    Speaker speaker;
    speaker.mention = {clause[begin].place.begin, clause[end - 1].place.end};
    speaker.name = body.substr(speaker.mention.begin, speaker.mention.end - speaker.mention.begin);
    speaker.certain = !pronoun;
    return speaker;
}

/// The clauses of a stretch that has its verb at `verb`: the nearest that names somebody.
std::optional<Speaker> before_verb(std::string_view body, std::span<const Character> stretch,
                                   std::size_t verb) {
    for (std::size_t end = verb;;) {
        std::size_t begin = end;
        while (begin > 0 && stretch[begin - 1].unit != Unit::comma) --begin;
        if (auto speaker = speaker_in(body, stretch.subspan(begin, end - begin))) return speaker;
        if (begin == 0) return std::nullopt;
        end = begin - 1;
    }
}

class Stretches {
public:
    Stretches(std::string_view body, std::span<const Quotation> quotations,
              const SpeechWords& words)
        : body_(body), quotations_(quotations), words_(words) {}

    std::optional<Speaker> before(std::size_t number) const {
        const std::size_t end = quotations_[number].marked.begin;
        std::size_t begin = number > 0 ? quotations_[number - 1].marked.end : 0;
        if (end - begin > longest_reach) begin = character_begin(body_, end - longest_reach);
        std::vector<Character> all = characters(body_, begin, end, words_);
        const auto stop = std::find_if(all.rbegin(), all.rend(), [](const Character& each) {
            return each.unit == Unit::stop;
        });
        const std::span<const Character> sentence(stop.base(), all.end());
        for (std::size_t verb = sentence.size(); verb-- > 0;)
            if (says(sentence, verb)) return before_verb(body_, sentence, verb);
        return std::nullopt;
    }

    /// Whether the speaker of the quotation before may still speak: not within another sentence.
    bool may_go_on(std::size_t number) const {
        const std::size_t begin = quotations_[number - 1].marked.end;
        const std::size_t end = quotations_[number].marked.begin;
        if (end - begin > longest_reach) return false;
        const std::vector<Character> all = characters(body_, begin, end, words_);
        return all.empty() || all.back().unit == Unit::stop ||
               std::ranges::none_of(all,
                                    [](const Character& each) { return each.unit == Unit::stop; });
    }

    std::optional<Speaker> after(std::size_t number) const {
        const std::size_t begin = quotations_[number].marked.end;
        std::size_t end =
            number + 1 < quotations_.size() ? quotations_[number + 1].marked.begin : body_.size();
        if (end - begin > longest_reach) end = character_begin(body_, begin + longest_reach);
        const std::vector<Character> all = characters(body_, begin, end, words_);
        // "…"，王毅说: the first clause, or none.
        std::size_t first = 0;
        while (first < all.size() && all[first].unit == Unit::comma) ++first;
        for (std::size_t at = first; at < all.size(); ++at) {
            if (says(all, at)) return speaker_in(body_, std::span(all).subspan(first, at - first));
            if (all[at].unit == Unit::stop || all[at].unit == Unit::comma) break;
        }
        return std::nullopt;
    }

private:
    std::string_view body_;
    std::span<const Quotation> quotations_;
    const SpeechWords& words_;
};

}  // namespace

std::vector<std::optional<Speaker>> chinese_speakers(std::string_view body,
                                                     std::span<const Quotation> quotations,
                                                     const SpeechWords& words) {
    std::vector<std::optional<Speaker>> result(quotations.size());
    const Stretches stretches(body, quotations, words);
    for (std::size_t i = 0; i < quotations.size(); ++i) {
        result[i] = stretches.before(i);
        if (!result[i]) result[i] = stretches.after(i);
        const bool same_paragraph = i > 0 && quotations[i].paragraph == quotations[i - 1].paragraph;
        if (!result[i] && ((same_paragraph && stretches.may_go_on(i)) || quotations[i].continues))
            result[i] = result[i - 1];
    }
    return result;
}

}  // namespace dateline
