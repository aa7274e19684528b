// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/date_tokens.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {
namespace {

constexpr DateToken end_token{};

struct SignRow {
    std::string_view printed;
    char sign;
};

// Signs outside ASCII, as the ASCII ones that they stand for.
constexpr SignRow signs[] = {
    {"\u00a0", ' '}, {"\u2009", ' '}, {"\u202f", ' '}, {"\u200b", ' '},  {"\u200e", ' '},
    {"\u200f", ' '}, {"\u3000", ' '}, {"\ufeff", ' '}, {"\u2212", '-'},  {"\u2010", '-'},
    {"\u2011", '-'}, {"\u2013", '-'}, {"\u2014", '-'}, {"\u2019", '\''}, {"\u2018", '\''},
    {"\u00b7", '|'}, {"\u2022", '|'}, {"\uff5c", '|'}, {"\uff1a", ':'},  {"\uff0c", ','},
    {"\u3001", ','}, {"\uff08", '('}, {"\uff09", ')'}, {"\uff0f", '/'},  {"\uff0e", '.'},
    {"\u201c", '"'}, {"\u201d", '"'}, {"\u3002", '.'}, {"\u3010", '['},  {"\u3011", ']'},
};

bool is_cjk(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    return lead >= 0xe3 && lead <= 0xed;  // U+3000 to U+DFFF: kana, ideographs, Hangul
}

/// ０ to ９ (U+FF10 to U+FF19): EF BC 90 to EF BC 99.
bool is_wide_digit(std::string_view text) {
    return text.starts_with("\xef\xbc") && text.size() >= 3 &&
           static_cast<unsigned char>(text[2]) >= 0x90 &&
           static_cast<unsigned char>(text[2]) <= 0x99;
}

const SignRow* sign_at(std::string_view text) {
    const auto found = std::find_if(std::begin(signs), std::end(signs), [&](const SignRow& row) {
        return text.starts_with(row.printed);
    });
    return found == std::end(signs) ? nullptr : found;
}

bool is_letter_at(std::string_view text) {
    if (ascii::is_letter(text[0])) return true;
    if (static_cast<unsigned char>(text[0]) < 0x80) return false;
    return !is_cjk(text) && !is_wide_digit(text) && sign_at(text) == nullptr;
}

/// The bytes of a blank at the beginning, or 0.
std::size_t blank_bytes(std::string_view text) {
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
    if (static_cast<unsigned char>(text[0]) < 0x80) return 0;
    const SignRow* sign = sign_at(text);
    return sign != nullptr && sign->sign == ' ' ? sign->printed.size() : 0;
}

/// `a.m.` or `p.m.`, its last point included: its bytes, or 0.
std::size_t dotted_meridiem_bytes(std::string_view text) {
    if (text.size() < 3 || text[1] != '.' || (text[2] | 32) != 'm') return 0;
    if ((text[0] | 32) != 'a' && (text[0] | 32) != 'p') return 0;
    if (text.size() > 3 && text[3] == '.') return 4;
    return text.size() > 3 && is_letter_at(text.substr(3)) ? 0 : 3;
}

DateToken number_at(std::string_view text) {
    DateToken token{.kind = DateTokenKind::number};
    std::size_t bytes = 0;
    int digits = 0;
    std::int32_t value = 0;
    while (bytes < text.size()) {
        const bool wide = is_wide_digit(text.substr(bytes));
        if (!wide && !ascii::is_digit(text[bytes])) break;
        const int digit =
            wide ? static_cast<unsigned char>(text[bytes + 2]) - 0x90 : text[bytes] - '0';
        if (++digits <= 9) value = value * 10 + digit;
        bytes += wide ? 3 : 1;
    }
    token.value = value;
    token.digits = static_cast<std::uint8_t>(digits);
    token.end = static_cast<std::uint32_t>(bytes);
    return token;
}

DateToken word_at(std::string_view text) {
    if (const std::size_t bytes = dotted_meridiem_bytes(text); bytes != 0) {
        return {.kind = DateTokenKind::meridiem,
                .value = (text[0] | 32) == 'p' ? 12 : 0,
                .end = static_cast<std::uint32_t>(bytes)};
    }
    std::size_t bytes = 0;
    while (bytes < text.size() && is_letter_at(text.substr(bytes)))
        bytes = character_end(text, bytes);
    const DateWord word = find_date_word(text.substr(0, bytes));
    return {.kind = word.kind, .value = word.value, .end = static_cast<std::uint32_t>(bytes)};
}

DateToken cjk_at(std::string_view text) {
    const DateWord word = find_cjk_date_word(text);
    if (word.bytes == 0)
        return {.kind = DateTokenKind::word,
                .end = static_cast<std::uint32_t>(character_end(text, 0))};
    const std::size_t digits = word.value > 9 && word.value < 100 ? 2 : word.bytes / 3;
    return {.kind = word.kind,
            .value = word.value,
            .digits = static_cast<std::uint8_t>(digits),
            .end = static_cast<std::uint32_t>(word.bytes)};
}

}  // namespace

DateTokens::DateTokens(std::string_view text)
    : text_(text.substr(0, longest_date_bytes)), cut_(text.size() > longest_date_bytes) {
    bool spaced = true;
    for (std::size_t at = 0; at < text_.size();) {
        if (const std::size_t blank = blank_bytes(text_.substr(at)); blank != 0) {
            at += blank;
            spaced = true;
            continue;
        }
        if (count_ == tokens_.size()) {
            cut_ = true;
            return;
        }
        DateToken& token = tokens_[count_++] = read_token(at);
        token.spaced = spaced;
        spaced = false;
        at = token.end;
    }
}

DateToken DateTokens::read_token(std::size_t begin) const {
    const std::string_view rest = text_.substr(begin);
    DateToken token;
    if (ascii::is_digit(rest[0]) || is_wide_digit(rest)) {
        token = number_at(rest);
    } else if (const SignRow* sign = sign_at(rest); sign != nullptr) {
        token = {.kind = DateTokenKind::symbol,
                 .value = sign->sign,
                 .end = static_cast<std::uint32_t>(sign->printed.size())};
    } else if (is_letter_at(rest)) {
        token = word_at(rest);
    } else if (is_cjk(rest)) {
        token = cjk_at(rest);
    } else {
        token = {.kind = DateTokenKind::symbol, .value = rest[0], .end = 1};
    }
    token.begin = static_cast<std::uint32_t>(begin);
    token.end += static_cast<std::uint32_t>(begin);
    return token;
}

const DateToken& DateTokens::peek(std::size_t ahead) const {
    return at_ + ahead < count_ ? tokens_[at_ + ahead] : end_token;
}

bool DateTokens::is_sign(char sign, std::size_t ahead) const {
    return is(DateTokenKind::symbol, ahead) && peek(ahead).value == sign;
}

bool DateTokens::is_number(int least, int most, std::size_t ahead) const {
    const DateToken& token = peek(ahead);
    return token.kind == DateTokenKind::number && token.digits >= least && token.digits <= most;
}

bool DateTokens::skip(DateTokenKind kind) {
    if (!is(kind)) return false;
    advance();
    return true;
}

bool DateTokens::skip_sign(char sign) {
    if (!is_sign(sign)) return false;
    advance();
    return true;
}

std::size_t DateTokens::bytes_read() const {
    return at_ == 0 || count_ == 0 ? 0 : tokens_[std::min(at_, count_) - 1].end;
}

}  // namespace dateline
