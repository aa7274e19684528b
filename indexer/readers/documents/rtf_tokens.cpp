// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/rtf_tokens.h"

#include <algorithm>
#include <charconv>

#include "common/ascii.h"

namespace dateline {

namespace {

using Kind = RtfToken::Kind;

RtfToken take_byte(std::string_view& rest) {
    unsigned byte = 0;
    const std::string_view digits = rest.substr(0, 2);
    const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), byte, 16);
    rest.remove_prefix(static_cast<std::size_t>(parsed.ptr - digits.data()));
    return {Kind::byte, {}, static_cast<int>(byte)};
}

RtfToken take_word(std::string_view& rest) {
    constexpr std::size_t longest = 32;
    std::size_t size = 0;
    while (size < rest.size() && size < longest && ascii::is_letter(rest[size])) ++size;
    if (size == 0) {
        const RtfToken symbol{Kind::word, rest.substr(0, 1), {}};
        rest.remove_prefix(std::min<std::size_t>(1, rest.size()));
        return symbol;
    }
    RtfToken token{Kind::word, rest.substr(0, size), {}};
    rest.remove_prefix(size);
    int number = 0;
    const auto parsed = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (parsed.ptr != rest.data()) {
        if (parsed.ec == std::errc()) token.number = number;
        rest.remove_prefix(static_cast<std::size_t>(parsed.ptr - rest.data()));
    }
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    return token;
}

}  // namespace

RtfToken take_rtf_token(std::string_view& rest) {
    while (!rest.empty() && (rest.front() == '\n' || rest.front() == '\r')) rest.remove_prefix(1);
    if (rest.empty()) return {};
    const char first = rest.front();
    if (first == '{' || first == '}') {
        rest.remove_prefix(1);
        return {first == '{' ? Kind::open : Kind::close, {}, {}};
    }
    if (first == '\\') {
        rest.remove_prefix(1);
        if (!rest.starts_with('\'')) return take_word(rest);
        rest.remove_prefix(1);
        return take_byte(rest);
    }
    const std::size_t size = std::min(rest.find_first_of("{}\\\r\n"), rest.size());
    const RtfToken token{Kind::text, rest.substr(0, size), {}};
    rest.remove_prefix(size);
    return token;
}

}  // namespace dateline
