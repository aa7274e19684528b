// SPDX-License-Identifier: GPL-2.0-or-later
// What the words in printed dates mean: months, weekdays, zones and the small words between, in the
// languages that the reader of dates knows. Used by the splitting of date texts (date_tokens.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

enum class DateTokenKind : std::uint8_t {
    end,          ///< after the last token
    number,       ///< value and count of digits
    symbol,       ///< a sign; its value is the character
    word,         ///< a word without a meaning in dates
    month,        ///< February, fév., 2月 is number and month_unit; value 1..12
    weekday,      ///< Thursday, jeudi, 星期四
    filler,       ///< de, of, am, г.: words between the parts
    label,        ///< Published, Posted
    ordinal,      ///< st, nd, rd, th, er, º
    meridiem,     ///< a.m. (value 0), p.m. (value 12)
    zone,         ///< minutes east of UTC, or unspecific_zone
    time_mark,    ///< the T of ISO 8601
    week_mark,    ///< the W of ISO 8601
    year_unit,    ///< 年, năm
    month_unit,   ///< 月, tháng
    day_unit,     ///< 日
    hour_unit,    ///< 時, h
    minute_unit,  ///< 分
    second_unit,  ///< 秒
    era,          ///< 平成: value is the year before its first
};

/// The value of zone names that stand for more than one offset: ET, IST.
inline constexpr std::int32_t unspecific_zone = 100000;

struct DateWord {
    DateTokenKind kind = DateTokenKind::word;
    std::int32_t value = 0;
    std::size_t bytes = 0;  ///< of the text that it takes; 0 if nothing was found
};

/// The meaning of a whole word, in any case, with or without its accents.
DateWord find_date_word(std::string_view word);

/// The meaning of the longest Chinese, Japanese or Korean date word at the beginning of `text`,
/// numerals included (二〇一五, 二十六); bytes is 0 if there is none.
DateWord find_cjk_date_word(std::string_view text);

}  // namespace dateline
