// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/packed_values.h"

#include <algorithm>

#include "common/text_parts.h"

namespace dateline {
namespace {

constexpr char separator = '\x1f';  // ASCII's own, of units

}  // namespace

std::string pack_values(const Values& values) {
    std::string packed;
    for (std::string value : values) {
        std::ranges::replace(value, separator, ' ');
        if (!packed.empty()) packed += separator;
        packed += value;
    }
    return packed;
}

Values unpack_values(std::string_view packed) {
    Values values;
    while (!packed.empty()) values.emplace_back(take_part(packed, separator));
    return values;
}

}  // namespace dateline
