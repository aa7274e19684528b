// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/counted.h"

#include <fmt/format.h>

namespace dateline {

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
    return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", grouped(number), plural(number, one, many));
}

}  // namespace dateline
