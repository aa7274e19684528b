// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/speech_words.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/analysis.h"
#include "common/code_points.h"
#include "common/sentences.h"
#include "searcher/pile/quotation_marks.h"

namespace dateline {
namespace {

constexpr auto commas = std::to_array<std::string_view>({",", ";"});
constexpr auto colons = std::to_array<std::string_view>({":"});
constexpr auto dashes =
    std::to_array<std::string_view>({"\u2012", "\u2013", "\u2014", "\u2015", " - ", "--"});
constexpr auto question_marks = std::to_array<std::string_view>({"?", "!", "\u2026"});

constexpr auto apostrophes = std::to_array<std::string_view>({"'", "\u2019"});

template <std::size_t count>
bool ends_with_any(std::string_view text, const std::array<std::string_view, count>& set) {
    return std::ranges::any_of(set, [&](auto each) { return text.ends_with(each); });
}

/// What stands in text[begin, end), of which long ones are not read to their end.
Break break_in(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t most = 64;  // bytes
    end = std::min({end, begin + most, text.size()});
    for (std::size_t at = begin; at < end; ++at) {
        if (length_of_any(text, at, commas) > 0) return Break::comma;
        if (length_of_any(text, at, colons) > 0) return Break::colon;
        if (length_of_any(text, at, dashes) > 0) return Break::dash;
    }
    return Break::none;
}

/// A letter whose folded form with accents is another is a capital.
bool is_capital(std::string_view text, std::size_t at) {
    const Character first = character_at(text, at);
    return first.kind == CharClass::letter && first.accented != text.substr(at, first.length);
}

bool is_possessive(std::string_view text, std::size_t end) {
    return end < text.size() && length_of_any(text, end, apostrophes) > 0;
}

class Reading {
public:
    Reading(std::string_view body, Span paragraph, std::span<const Quotation> quotations,
            const SpeechWords& words)
        : body_(body),
          paragraph_(paragraph),
          quotations_(quotations),
          roles_(words),
          starts_(sentence_starts(body.substr(paragraph.begin, paragraph.end - paragraph.begin))) {}

    SpeechParagraph run() {
        std::size_t at = paragraph_.begin;
        for (const Quotation& quotation : quotations_) {
            stretch(at, quotation.marked.begin);
            place(quotation, at);
            at = quotation.marked.end;
        }
        stretch(at, paragraph_.end);
        result_.ends_in_colon = body_.substr(0, paragraph_.end).ends_with(":");
        return std::move(result_);
    }

private:
    /// The words between two quotations.
    void stretch(std::size_t begin, std::size_t end) {
        const std::string_view text = body_.substr(0, end);
        std::size_t last = begin;
        std::size_t skip_to = begin;
        for (const Token& token : tokenizer_.tokens(body_.substr(begin, end - begin))) {
            if (token.kind == TokenKind::joined || token.kind == TokenKind::bigram) continue;
            const std::size_t first = begin + token.begin;
            if (first < skip_to) continue;
            if (const std::size_t closed = bracket_end(text, last, first); closed > 0) {
                skip_to = closed;
                continue;
            }
            if (const std::size_t state = party_and_state_end(text, last, first); state > 0) {
                skip_to = state;
                continue;
            }
            SpeechWord word;
            word.sentence = sentence_at(first);
            word.place = {static_cast<std::uint32_t>(first),
                          static_cast<std::uint32_t>(begin + token.end)};
            word.role = role_of(token);
            word.third_person = word.role == SpeechRole::third_person;
            const bool joined = first > begin && text[first - 1] == '-';  // 60-year-old
            if (joined && word.role == SpeechRole::day) word.role = SpeechRole::none;
            if (word.third_person) word.role = SpeechRole::pronoun;
            if (word.role == SpeechRole::pronoun) word.place.end = pronoun_end(text, word.place);
            word.before = break_in(text, last, first);
            word.capital = is_capital(text, first);
            word.possessive = is_possessive(text, word.place.end);
            word.adverb = word.role == SpeechRole::none && token.form.ends_with("ly") &&
                          (!word.capital || is_first(word));
            settle(word);
            word.participle = token.form.ends_with("ing");
            if (is_noun(word)) word.role = SpeechRole::none;
            result_.words.push_back(word);
            last = word.place.end;
        }
    }

    /// Contractions are the pronoun or the helper in them: I'm, doesn't.
    SpeechRole role_of(const Token& token) const {
        const std::string_view form = token.form;
        SpeechRole role = SpeechRole::none;
        if (!token.accented.empty()) role = speech_role(roles_, token.accented);
        if (role == SpeechRole::none) role = speech_role(roles_, form);
        const std::size_t apostrophe = form.find('\'');
        if (role != SpeechRole::none || apostrophe == form.npos) return role;
        if (form.ends_with("n't")) return SpeechRole::helper;
        const SpeechRole first = speech_role(roles_, form.substr(0, apostrophe));
        const bool pronoun = first == SpeechRole::pronoun || first == SpeechRole::third_person;
        return pronoun ? first : SpeechRole::none;
    }

    static std::uint32_t pronoun_end(std::string_view text, Span place) {
        for (std::size_t at = place.begin; at < place.end; ++at)
            if (length_of_any(text, at, apostrophes) > 0) return static_cast<std::uint32_t>(at);
        return place.end;
    }

    bool is_first(const SpeechWord& word) const {
        return result_.words.empty() || result_.words.back().sentence != word.sentence;
    }

    /// Behind "Secretary of".
    bool ends_title() const {
        const std::size_t count = result_.words.size();
        return count > 1 && result_.words[count - 1].role == SpeechRole::preposition &&
               result_.words[count - 2].role == SpeechRole::title;
    }

    /// Some words have their role only where they are small, or only where they are capital.
    void settle(SpeechWord& word) const {
        const bool verb = word.role == SpeechRole::verb || word.role == SpeechRole::hearer_verb ||
                          word.role == SpeechRole::weak_verb;
        if (verb && word.capital && !is_first(word) && result_.words.back().capital)
            word.role = SpeechRole::none;  // the United States
        if (word.role == SpeechRole::office && !ends_title())
            word.role = word.capital ? SpeechRole::organisation : SpeechRole::none;
        if (word.role == SpeechRole::noun ||
            (word.role == SpeechRole::organisation && !word.capital) ||
            (word.role == SpeechRole::helper && word.capital && !is_first(word)))  // Mrs. May
            word.role = SpeechRole::none;
    }

    /// "his remarks", "Mr. Obama's claims": the verb is none.
    bool is_noun(const SpeechWord& word) const {
        const bool verb = word.role == SpeechRole::verb || word.role == SpeechRole::hearer_verb ||
                          word.role == SpeechRole::weak_verb;
        if (!verb || word.before != Break::none || result_.words.empty()) return false;
        const SpeechWord& last = result_.words.back();
        return last.sentence == word.sentence &&
               (last.role == SpeechRole::article || last.possessive);
    }

    /// Where the remark ends whose bracket stands in text[last, first), the gap before a word; 0 if
    /// there is none.
    static std::size_t bracket_end(std::string_view text, std::size_t last, std::size_t first) {
        constexpr std::size_t longest = 60;  // bytes
        constexpr std::size_t longest_address = 400;
        if (text.substr(last, first - last).find('(') == std::string_view::npos) return 0;
        const bool address = text.substr(first, 4) == "http";
        const std::size_t end = text.substr(first, address ? longest_address : longest).find(')');
        return end == std::string_view::npos ? 0 : first + end + 1;
    }

    /// Where "R-Ga." ends that stands behind a comma at `first`; 0 if there is none.
    static std::size_t party_and_state_end(std::string_view text, std::size_t last,
                                           std::size_t first) {
        constexpr std::size_t longest = 12;  // bytes
        constexpr std::string_view parties = "DRI";
        if (break_in(text, last, first) != Break::comma) return 0;
        if (first + 2 >= text.size() || parties.find(text[first]) == parties.npos) return 0;
        if (text[first + 1] != '-' || !is_capital(text, first + 2)) return 0;
        const std::size_t length = text.substr(first, longest).find_first_of(", \n");
        return length == std::string_view::npos ? 0 : first + length;
    }

    void place(const Quotation& quotation, std::size_t gap_begin) {
        const std::string_view said =
            body_.substr(quotation.inside.begin, quotation.inside.end - quotation.inside.begin);
        const std::size_t last_word =
            result_.words.empty()
                ? gap_begin
                : std::max<std::size_t>(gap_begin, result_.words.back().place.end);
        const std::size_t after = begin_without_blanks(body_, quotation.marked.end, paragraph_.end);
        result_.quotations.push_back(
            {.words_before = result_.words.size(),
             .words = quotation.words,
             .first_sentence = sentence_at(quotation.marked.begin),
             .last_sentence = sentence_at(quotation.marked.end - 1),
             .before = break_in(body_, last_word, quotation.marked.begin),
             .after = break_in(body_, quotation.marked.end,
                               std::min<std::size_t>(after + 3, paragraph_.end)),
             .ends_in_comma = ends_with_any(said, commas),
             .ends_in_question = ends_with_any(said, question_marks),
             .ends_in_stop = said.ends_with(".")});
    }

    std::uint32_t sentence_at(std::size_t at) const {
        const auto after = std::ranges::upper_bound(starts_, at - paragraph_.begin);
        return static_cast<std::uint32_t>(after - starts_.begin());
    }

    std::string_view body_;
    Span paragraph_;
    std::span<const Quotation> quotations_;
    const SpeechWords& roles_;
    std::vector<std::uint32_t> starts_;
    Tokenizer tokenizer_;
    SpeechParagraph result_;
};

}  // namespace

SpeechParagraph speech_paragraph(std::string_view body, Span paragraph,
                                 std::span<const Quotation> quotations, const SpeechWords& words) {
    return Reading(body, paragraph, quotations, words).run();
}

}  // namespace dateline
