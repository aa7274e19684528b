// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/date_numbers.h"

namespace dateline {

bool is_joint(const DateTokens& tokens, std::size_t ahead) {
    if (!tokens.is_glued(ahead)) return false;
    if (tokens.is_sign('.', ahead)) return true;
    return (tokens.is_sign('-', ahead) || tokens.is_sign('/', ahead)) && tokens.is_glued(ahead + 1);
}

namespace {

using enum DateTokenKind;

bool is_same_joint(const DateTokens& tokens, std::size_t ahead, const DateToken& joint) {
    return is_joint(tokens, ahead) && tokens.peek(ahead).value == joint.value;
}

/// Decides which of two numbers is the month.
void set_day_and_month(DateParts& parts, unsigned first, unsigned second, DayMonthOrder order) {
    const auto day_first = make_day(parts.year, second, first);
    const auto month_first = make_day(parts.year, first, second);
    parts.ambiguous =
        day_first && month_first && first != second && order == DayMonthOrder::unknown;
    const bool swap = month_first && (!day_first || order == DayMonthOrder::month_first);
    parts.day = swap ? second : first;
    parts.month = swap ? first : second;
}

}  // namespace

unsigned value_at(const DateTokens& tokens, std::size_t ahead) {
    return static_cast<unsigned>(tokens.peek(ahead).value);
}

int full_year(const DateToken& token) {
    if (token.digits > 2) return token.value;
    return token.value < 69 ? 2000 + token.value : 1900 + token.value;
}

void set_month(DateParts& parts, unsigned month) {
    parts.month = month;
    parts.day = 1;
    parts.precision = Precision::month;
}

bool read_compact_day(DateParts& parts, DateTokens& tokens) {
    const DateToken& token = tokens.peek();
    if (token.digits != 8 && token.digits != 12 && token.digits != 14) return false;
    const std::string_view digits = tokens.text_of(token);
    if (digits.size() != token.digits) return false;
    const auto two = [&](std::size_t at) {
        return at + 2 > digits.size() ? 0 : (digits[at] - '0') * 10 + (digits[at + 1] - '0');
    };
    parts.year = two(0) * 100 + two(2);
    parts.month = static_cast<unsigned>(two(4));
    parts.day = static_cast<unsigned>(two(6));
    if (digits.size() > 8) {
        StatedTime time{two(8), two(10), two(12)};
        time.possible = time.hour <= 23 && time.minute <= 59 && time.second <= 60;
        parts.time = time;
    }
    tokens.advance();
    if (parts.time) parts.zone = read_zone(tokens, true);
    return true;
}

bool read_week_day(DateParts& parts, DateTokens& tokens) {
    unsigned week = 0;
    unsigned day_of_week = 0;
    if (tokens.is_number(3, 3)) {
        week = value_at(tokens) / 10;
        day_of_week = value_at(tokens) % 10;
        tokens.advance();
    } else if (tokens.is_number(2, 2) && is_joint(tokens, 1) && tokens.is_number(1, 1, 2)) {
        week = value_at(tokens);
        day_of_week = value_at(tokens, 2);
        tokens.advance(3);
    } else {
        return false;
    }
    parts.day = 0;
    if (week < 1 || week > 53 || day_of_week < 1 || day_of_week > 7) return true;
    using std::chrono::sys_days;
    const sys_days fourth{std::chrono::year{parts.year} / std::chrono::January / 4};
    const unsigned past_monday = std::chrono::weekday{fourth}.iso_encoding() - 1;
    const Day day{fourth + std::chrono::days{(static_cast<int>(week) - 1) * 7} +
                  std::chrono::days{static_cast<int>(day_of_week) - 1} -
                  std::chrono::days{static_cast<int>(past_monday)}};
    parts.year = static_cast<int>(day.year());
    parts.month = static_cast<unsigned>(day.month());
    parts.day = static_cast<unsigned>(day.day());
    return true;
}

bool read_day_of_year(DateParts& parts, DateTokens& tokens) {
    const std::chrono::year year{parts.year};
    const unsigned number_of_day = value_at(tokens, 1);
    tokens.advance(2);
    parts.day = 0;
    if (number_of_day < 1 || number_of_day > (year.is_leap() ? 366U : 365U)) return true;
    const Day day{std::chrono::sys_days{year / std::chrono::January / 1} +
                  std::chrono::days{static_cast<int>(number_of_day) - 1}};
    parts.month = static_cast<unsigned>(day.month());
    parts.day = static_cast<unsigned>(day.day());
    return true;
}

bool read_numbers_after_year(DateParts& parts, DateTokens& tokens, bool whole) {
    const DateToken joint = tokens.peek();
    set_month(parts, value_at(tokens, 1));
    tokens.advance(2);
    if (is_same_joint(tokens, 0, joint) && tokens.is_number(1, 2, 1)) {
        parts.day = value_at(tokens, 1);
        parts.precision = Precision::day;
        tokens.advance(2);
        if (tokens.is_sign('.') && joint.value == '.' && tokens.is_glued()) tokens.advance();
        return true;
    }
    return whole;
}

bool read_numbers(DateParts& parts, DateTokens& tokens, DayMonthOrder order, bool whole) {
    const DateToken joint = tokens.peek(1);
    const unsigned first = value_at(tokens);
    if (whole && joint.value == '/' && tokens.is_number(4, 4, 2)) {
        parts.year = tokens.peek(2).value;
        tokens.advance(3);
        set_month(parts, first);
        return true;
    }
    if (!tokens.is_number(1, 2, 2) || !is_same_joint(tokens, 3, joint)) return false;
    const bool full = tokens.is_number(4, 4, 4);
    const bool points = joint.value == '.';
    if (!full && (!tokens.is_number(2, 2, 4) || (points && !whole))) return false;
    const unsigned second = value_at(tokens, 2);
    const DateToken third = tokens.peek(4);
    tokens.advance(5);
    if (!full && first > 31) {
        parts.year = first < 69 ? 2000 + static_cast<int>(first) : 1900 + static_cast<int>(first);
        parts.month = second;
        parts.day = static_cast<unsigned>(third.value);
        return true;
    }
    parts.year = full_year(third);
    if (points && full && order == DayMonthOrder::unknown) order = DayMonthOrder::day_first;
    set_day_and_month(parts, first, second, order);
    return true;
}

}  // namespace dateline
