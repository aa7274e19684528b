// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers as people read them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// 12345 -> 12,345
std::string grouped(std::uint64_t number);

/// The noun that goes with the number.
constexpr std::string_view plural(std::uint64_t number, std::string_view one,
                                  std::string_view many) {
    return number == 1 ? one : many;
}

/// "1 article", "12,345 articles"
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

}  // namespace dateline
