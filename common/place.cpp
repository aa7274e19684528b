// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/place.h"

#include <fmt/format.h>

#include <array>

namespace dateline {

std::string number_text(PlaceUnit unit, std::uint32_t number) {
    constexpr std::array<std::string_view, place_units> names{"", "page ", "paragraph ",
                                                              "article "};
    return fmt::format("{}{}", names.at(static_cast<std::size_t>(unit)), number);
}

std::string place_text(std::string_view file, PlaceUnit unit, std::uint32_t number,
                       std::string_view item) {
    std::string text(file);
    if (!item.empty()) text.append("#").append(item);
    // An item is known by its name; its number says no more.
    if (number == 0 || (unit == PlaceUnit::item && !item.empty())) return text;
    text += unit == PlaceUnit::line ? ":" : ", ";
    return text += number_text(unit, number);
}

}  // namespace dateline
