// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/date_parts.h"

#include "indexer/dates/date_numbers.h"

namespace dateline {
namespace {

using enum DateTokenKind;

void skip_between(DateTokens& tokens) {
    constexpr std::size_t most_words = 3;
    for (std::size_t i = 0; i < most_words; ++i) {
        const bool sign = tokens.is_sign(',') || tokens.is_sign('.') ||
                          (tokens.is_sign('-') && tokens.is_glued()) || tokens.is_sign('/');
        if (!sign && !tokens.is(filler) && !tokens.is(year_unit)) return;
        tokens.advance();
    }
}

/// 2026, '26, and 26 where nothing but a date can stand.
bool read_year(DateParts& parts, DateTokens& tokens, bool whole) {
    const std::size_t start = tokens.place();
    skip_between(tokens);
    const bool joined = tokens.is_glued();
    const bool apostrophe = tokens.skip_sign('\'');
    if (tokens.is_number(4, 4) || (tokens.is_number(2, 2) && (whole || joined || apostrophe))) {
        // 26 Feb 10:30 is no year
        if (tokens.peek().digits == 4 || !tokens.is_sign(':', 1)) {
            parts.year = full_year(tokens.peek());
            tokens.advance();
            return true;
        }
    }
    tokens.go_back(start);
    return false;
}

/// The rest of 2015年6月5日, after the year's unit.
bool read_after_year_unit(DateParts& parts, DateTokens& tokens, bool whole) {
    if (!tokens.is_number(1, 2) || !tokens.is(month_unit, 1)) {
        parts.precision = Precision::year;
        return whole;
    }
    set_month(parts, value_at(tokens));
    tokens.advance(2);
    if (tokens.is_number(1, 2) && tokens.is(day_unit, 1)) {
        parts.day = value_at(tokens);
        parts.precision = Precision::day;
        tokens.advance(2);
    }
    return true;
}

bool read_year_first(DateParts& parts, DateTokens& tokens, bool whole) {
    parts.year = tokens.peek().value;
    tokens.advance();
    if (tokens.is(year_unit)) {
        tokens.advance();
        return read_after_year_unit(parts, tokens, whole);
    }
    if (is_joint(tokens, 0) && tokens.is_number(1, 2, 1))
        return read_numbers_after_year(parts, tokens, whole);
    if (tokens.is_sign('-') && tokens.is_number(3, 3, 1) && is_joint(tokens, 0))
        return read_day_of_year(parts, tokens);
    const std::size_t start = tokens.place();
    if (is_joint(tokens, 0)) tokens.advance();
    if (tokens.skip(week_mark)) return read_week_day(parts, tokens);
    tokens.skip_sign(',');
    if (tokens.is(month)) {
        set_month(parts, value_at(tokens));
        tokens.advance();
        if (tokens.is_sign('.') || is_joint(tokens, 0)) tokens.advance();
        if (!tokens.is_number(1, 2)) return true;
        parts.day = value_at(tokens);
        parts.precision = Precision::day;
        tokens.advance();
        return true;
    }
    tokens.go_back(start);
    parts.precision = Precision::year;
    return whole;
}

/// `27 tháng 2 năm 2026`, `tháng 2/2026`.
bool read_vietnamese(DateParts& parts, DateTokens& tokens, bool whole) {
    const bool with_day = tokens.is(number);
    const unsigned day = with_day ? value_at(tokens) : 1;
    tokens.advance(with_day ? 2 : 1);
    if (!tokens.is_number(1, 2)) return false;
    set_month(parts, value_at(tokens));
    tokens.advance();
    if (with_day) {
        parts.day = day;
        parts.precision = Precision::day;
    }
    return read_year(parts, tokens, whole);
}

/// 平成27年6月5日
bool read_era(DateParts& parts, DateTokens& tokens, bool whole) {
    const std::int32_t before = tokens.peek().value;
    if (!tokens.is_number(1, 3, 1) || !tokens.is(year_unit, 2)) return false;
    parts.year = before + tokens.peek(1).value;
    tokens.advance(3);
    return read_after_year_unit(parts, tokens, whole);
}

/// `Feb. 26, 2026`, `Feb 26 23:22:44 UTC 2026`, `February 2026`.
bool read_named_month(DateParts& parts, DateTokens& tokens, bool whole) {
    const std::size_t start = tokens.place();
    if (read_day_and_month(parts, tokens)) {
        parts.precision = Precision::day;
        if (read_year(parts, tokens, whole)) return true;
        parts.time = read_time(tokens, false);
        if (parts.time) parts.zone = read_zone(tokens, true);
        if (parts.time && read_year(parts, tokens, false)) return true;
        parts.time.reset();
    }
    tokens.go_back(start);
    if (!tokens.is(month)) return false;
    set_month(parts, value_at(tokens));
    tokens.advance();
    return read_year(parts, tokens, false);
}

}  // namespace

void skip_weekdays(DateTokens& tokens) {
    constexpr std::size_t most_words = 4;
    if (!tokens.is(weekday)) return;
    for (std::size_t i = 0; i < most_words && tokens.is(weekday); ++i) {
        tokens.advance();
        const bool joined = tokens.is_sign('-') || tokens.is_sign('\'');
        if (joined && tokens.is(weekday, 1)) tokens.advance();
        tokens.skip(year_unit);  // Thứ năm is Thursday, and năm also the year
    }
    if (tokens.skip_sign('.')) tokens.skip_sign(',');
    tokens.skip_sign(',');
    tokens.skip_sign('|');
    while (tokens.is(filler)) tokens.advance();
}

bool read_day_and_month(DateParts& parts, DateTokens& tokens) {
    const auto skip_joint = [&] {
        if (tokens.is_sign('.') || is_joint(tokens, 0)) tokens.advance();
    };
    if (tokens.is(month)) {
        parts.month = value_at(tokens);
        tokens.advance();
        skip_joint();
        if (!tokens.is_number(1, 2)) return false;
        parts.day = value_at(tokens);
        tokens.advance();
        tokens.skip(ordinal);
        return true;
    }
    if (!tokens.is_number(1, 2)) return false;
    parts.day = value_at(tokens);
    tokens.advance();
    tokens.skip(ordinal);
    skip_joint();
    while (tokens.is(filler)) tokens.advance();
    if (!tokens.is(month)) return false;
    parts.month = value_at(tokens);
    tokens.advance();
    if (tokens.is_sign('.') && tokens.is_glued()) tokens.advance();
    return true;
}

bool read_day(DateParts& parts, DateTokens& tokens, DayMonthOrder order, bool whole) {
    if (tokens.is(era)) return read_era(parts, tokens, whole);
    if (tokens.is(month_unit)) return read_vietnamese(parts, tokens, whole);
    if (tokens.is(number) && tokens.is(month_unit, 1)) return read_vietnamese(parts, tokens, whole);
    if (tokens.is_number(4, 4)) return read_year_first(parts, tokens, whole);
    if (tokens.is_number(8, 14)) return read_compact_day(parts, tokens);
    if (tokens.is_number(1, 2) && is_joint(tokens, 1) && tokens.is(number, 2))
        return read_numbers(parts, tokens, order, whole);
    return read_named_month(parts, tokens, whole);
}

}  // namespace dateline
