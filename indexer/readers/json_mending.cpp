// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_mending.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "common/ascii.h"

namespace dateline {

namespace {

enum Fault : std::uint8_t { no_number, too_large, control, half_pair };

constexpr auto fault_names = std::to_array<std::string_view>(
    {"NaN or Infinity", "a number that is too large", "a line break or control character",
     "half of a surrogate pair"});

/// The code unit of `\uD83D` at the beginning.
std::optional<unsigned> escaped_unit(std::string_view text) {
    constexpr std::size_t digits = 4;
    if (!text.starts_with("\\u") || text.size() < 2 + digits) return std::nullopt;
    unsigned unit = 0;
    const char* end = text.data() + 2 + digits;
    const auto [at, fault] = std::from_chars(text.data() + 2, end, unit, 16);
    if (fault != std::errc() || at != end) return std::nullopt;
    return unit;
}

bool is_high(unsigned unit) {
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(unsigned unit) {
    return unit >= 0xDC00 && unit < 0xE000;
}

class Mender {
public:
    explicit Mender(std::string_view text) : rest_(text) { out_.reserve(text.size()); }

    MendedJson mend() {
        while (!rest_.empty()) {
            if (rest_.front() == '"')
                take_string();
            else if (ascii::is_letter(rest_.front()) || is_of_number(rest_.front()))
                take_word();
            else
                copy(1);
        }
        MendedJson mended{std::move(out_), ""};
        for (std::size_t i = 0; i < fault_names.size(); ++i)
            if (found_[i])
                mended.what.append(mended.what.empty() ? "" : ", ").append(fault_names[i]);
        return mended;
    }

private:
    static bool is_of_number(char c) { return ascii::is_digit(c) || c == '-' || c == '+'; }

    void copy(std::size_t count) {
        count = std::min(count, rest_.size());
        out_ += rest_.substr(0, count);
        rest_.remove_prefix(count);
    }

    void replace(std::size_t count, std::string_view other, Fault fault) {
        out_ += other;
        rest_.remove_prefix(count);
        found_[fault] = true;
    }

    void take_word() {
        const auto end = std::ranges::find_if_not(
            rest_, [](char c) { return ascii::is_letter(c) || is_of_number(c) || c == '.'; });
        const std::string_view word =
            rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        constexpr auto none =
            std::to_array<std::string_view>({"NaN", "-NaN", "Infinity", "-Infinity"});
        double number = 0;
        if (std::ranges::find(none, word) != none.end())
            replace(word.size(), "null", no_number);
        else if (is_of_number(word.front()) &&
                 std::from_chars(word.data(), word.data() + word.size(), number).ec ==
                     std::errc::result_out_of_range)
            replace(word.size(), "null", too_large);
        else
            copy(word.size());
    }

    void take_string() {
        copy(1);
        while (!rest_.empty() && rest_.front() != '"') {
            const auto end = std::ranges::find_if(rest_, [](char c) {
                return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
            });
            copy(static_cast<std::size_t>(end - rest_.begin()));
            if (rest_.empty() || rest_.front() == '"') break;
            if (rest_.front() == '\\')
                take_escape();
            else
                replace(1, fmt::format("\\u{:04x}", static_cast<unsigned>(rest_.front())), control);
        }
        copy(1);
    }

    void take_escape() {
        constexpr std::size_t length = 6;
        const std::optional<unsigned> unit = escaped_unit(rest_);
        if (!unit || !(is_high(*unit) || is_low(*unit))) return copy(2);
        const std::optional<unsigned> next =
            escaped_unit(rest_.substr(std::min(length, rest_.size())));
        if (is_high(*unit) && next && is_low(*next)) return copy(2 * length);
        replace(length, "\\ufffd", half_pair);
    }

    std::string_view rest_;
    std::string out_;
    std::array<bool, fault_names.size()> found_{};
};

}  // namespace

MendedJson mend_json(std::string_view text) {
    return Mender(text).mend();
}

}  // namespace dateline
