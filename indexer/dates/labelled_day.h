// SPDX-License-Identifier: GPL-2.0-or-later
// A line that is nothing but a day and what it is the day of: "Published on 3 May 2020", "Stand:
// 28.04.2020", "发布时间：2020-05-03".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/dates/dates.h"

namespace dateline {

/// What may stand before the day.
enum class DayLabel : std::uint8_t {
    published,  ///< at most two words, the first of which says that it is of publication
    any,        ///< words of publishing or changing, or whatever ends in a colon
};

struct LabelledDay {
    std::string_view text;           ///< of the line, without the label
    std::optional<StatedDate> date;  ///< nothing: 7/8/17, day or month may come first
};

/// The day that the whole line states, with a label before it or without; nothing if there is more
/// in it, or no day.
std::optional<LabelledDay> labelled_day(std::string_view line, DayLabel label);

/// True for a word that labels days: "Published", "updated:".
bool is_day_label(std::string_view word);

}  // namespace dateline
