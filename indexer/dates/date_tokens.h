// SPDX-License-Identifier: GPL-2.0-or-later
// A date text split into numbers, signs and words with their meaning; what the grammars of dates
// (dates.cpp) and of times (date_times.h) walk over.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/dates/date_words.h"

namespace dateline {

struct DateToken {
    DateTokenKind kind = DateTokenKind::end;
    std::int32_t value =
        0;  ///< of a number (up to 9 digits), a sign's character, or see DateTokenKind
    std::uint8_t digits = 0;  ///< of a number
    bool spaced = true;       ///< a blank or the beginning is before it
    std::uint32_t begin = 0;  ///< bytes of the text, [begin, end)
    std::uint32_t end = 0;
};

/// Longer texts are no dates; of running text only this much is looked at.
inline constexpr std::size_t longest_date_bytes = 128;
inline constexpr std::size_t most_date_tokens = 40;

/// The tokens of a text and the place up to which they are read.
class DateTokens {
public:
    /// `text` is cut after longest_date_bytes and after most_date_tokens.
    explicit DateTokens(std::string_view text);

    const DateToken& peek(std::size_t ahead = 0) const;
    bool is(DateTokenKind kind, std::size_t ahead = 0) const { return peek(ahead).kind == kind; }
    bool is_sign(char sign, std::size_t ahead = 0) const;
    /// A number of `least` to `most` digits.
    bool is_number(int least, int most, std::size_t ahead = 0) const;
    /// True if no blank stands before that token.
    bool is_glued(std::size_t ahead = 0) const { return !peek(ahead).spaced; }

    bool skip(DateTokenKind kind);
    bool skip_sign(char sign);
    void advance(std::size_t count = 1) { at_ += count; }

    std::size_t place() const { return at_; }
    void go_back(std::size_t place) { at_ = place; }
    /// True if all tokens are read and the text was not cut.
    bool at_end() const { return at_ >= count_ && !cut_; }
    /// The end of the last token read, in bytes of the text.
    std::size_t bytes_read() const;
    std::string_view text_of(const DateToken& token) const {
        return text_.substr(token.begin, token.end - token.begin);
    }

private:
    DateToken read_token(std::size_t begin) const;

    std::string_view text_;
    std::array<DateToken, most_date_tokens> tokens_;
    bool cut_ = false;
    std::size_t count_ = 0;
    std::size_t at_ = 0;
};

}  // namespace dateline
