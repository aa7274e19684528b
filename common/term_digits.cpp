// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/term_digits.h"

#include <string_view>

namespace dateline {

std::string term_digits(std::uint64_t number, unsigned count) {
    constexpr std::string_view digits =
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~";
    static_assert(digits.size() == 64);
    std::string text(count, digits[0]);
    for (unsigned i = count; i-- > 0; number >>= 6U) text[i] = digits[number & 63U];
    return text;
}

}  // namespace dateline
