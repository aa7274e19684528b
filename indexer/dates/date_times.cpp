// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/date_times.h"

#include <fmt/format.h>

#include <cstdlib>

namespace dateline {
namespace {

using enum DateTokenKind;

/// Minutes and seconds after the hour: `:22:44.000`.
bool read_after_colon(DateTokens& tokens, StatedTime& time) {
    if (!tokens.is_sign(':') || !tokens.is_number(1, 2, 1)) return false;
    time.minute = tokens.peek(1).value;
    tokens.advance(2);
    if (tokens.is_sign(':') && tokens.is_number(1, 2, 1)) {
        time.second = tokens.peek(1).value;
        tokens.advance(2);
    }
    const bool point = tokens.is_sign('.') || tokens.is_sign(',');
    if (point && tokens.is_glued() && tokens.is_number(1, 20, 1) && tokens.is_glued(1))
        tokens.advance(2);
    return true;
}

/// `h42`, `点05分10秒`, ` Uhr`.
bool read_after_unit(DateTokens& tokens, StatedTime& time) {
    if (!tokens.skip(hour_unit)) return false;
    if (!tokens.is_number(1, 2)) return true;
    if (!tokens.is_glued() && !tokens.is(minute_unit, 1)) return true;
    time.minute = tokens.peek().value;
    tokens.advance();
    if (!tokens.skip(minute_unit)) return true;
    if (tokens.is_number(1, 2) && tokens.is(second_unit, 1)) {
        time.second = tokens.peek().value;
        tokens.advance(2);
    }
    return true;
}

/// `.30` of 15.30 Uhr, which only counts with a word after it that says so.
bool read_after_point(DateTokens& tokens, StatedTime& time) {
    if (!tokens.is_sign('.') || !tokens.is_glued() || !tokens.is_number(2, 2, 1)) return false;
    if (!tokens.is_glued(1)) return false;
    if (!tokens.is(meridiem, 2) && !tokens.is(hour_unit, 2) && !tokens.is(zone, 2)) return false;
    time.minute = tokens.peek(1).value;
    tokens.advance(2);
    return true;
}

/// 2322 or 232244.
bool read_compact(DateTokens& tokens, StatedTime& time, bool after_mark) {
    const bool four = tokens.is_number(4, 4) && (after_mark || tokens.is(zone, 1));
    const bool six = tokens.is_number(6, 6) && after_mark;
    if (!four && !six) return false;
    const int value = tokens.peek().value;
    time.hour = six ? value / 10000 : value / 100;
    time.minute = six ? value / 100 % 100 : value % 100;
    time.second = six ? value % 100 : 0;
    tokens.advance();
    if (six && tokens.is_sign('.') && tokens.is_number(1, 20, 1)) tokens.advance(2);
    return true;
}

bool read_clock(DateTokens& tokens, StatedTime& time, bool meridiem_before, bool after_mark) {
    if (read_compact(tokens, time, after_mark)) return true;
    if (!tokens.is_number(1, 2)) return false;
    time.hour = tokens.peek().value;
    tokens.advance();
    if (read_after_colon(tokens, time) || read_after_unit(tokens, time)) return true;
    if (read_after_point(tokens, time)) return true;
    return after_mark || meridiem_before || tokens.is(meridiem);
}

StatedZone malformed_zone(DateTokens& tokens) {
    while (!tokens.is(end) && tokens.is_glued() && !tokens.is_sign(')')) tokens.advance();
    return {ZoneKind::malformed, 0};
}

constexpr int most_minutes = 14 * 60;  ///< no zone is farther from UTC

/// `+04:00`, `+0400`, `-4`; nothing, and no token read, if no offset stands there.
std::optional<StatedZone> read_offset(DateTokens& tokens) {
    const bool east = tokens.is_sign('+');
    if (!east && !tokens.is_sign('-')) return std::nullopt;
    if (!tokens.is(number, 1) || !tokens.is_glued(1)) return std::nullopt;
    const DateToken hours = tokens.peek(1);
    tokens.advance(2);
    bool sound = hours.digits <= 2 || (hours.digits == 4 && hours.value % 100 < 60);
    int minutes = 0;
    if (sound)
        minutes = hours.digits == 4 ? hours.value / 100 * 60 + hours.value % 100 : hours.value * 60;
    if (tokens.is_sign(':') && tokens.is_number(2, 2, 1) && tokens.is_glued(1)) {
        sound = sound && hours.digits <= 2 && tokens.peek(1).value < 60;
        minutes += tokens.peek(1).value;
        tokens.advance(2);
    }
    const bool goes_on = tokens.is_glued() && (tokens.is(number) || tokens.is_sign(':'));
    if (!sound || goes_on || minutes > most_minutes) return malformed_zone(tokens);
    return StatedZone{ZoneKind::offset, east ? minutes : -minutes};
}

/// A second name of the zone, which adds nothing: (CET), [Europe/Paris].
void skip_zone_comment(DateTokens& tokens) {
    constexpr std::size_t longest_comment = 6;
    if (!tokens.is_sign('(') && !tokens.is_sign('[')) return;
    for (std::size_t i = 1; i <= longest_comment; ++i) {
        if (tokens.is_sign(')', i) || tokens.is_sign(']', i)) {
            tokens.advance(i + 1);
            return;
        }
    }
}

StatedZone read_named_zone(DateTokens& tokens) {
    const int minutes = tokens.peek().value;
    tokens.advance();
    if (minutes == unspecific_zone) return {ZoneKind::unspecific, 0};
    if (minutes == 0)
        if (const auto offset = read_offset(tokens)) return *offset;
    return {ZoneKind::offset, minutes};
}

}  // namespace

std::optional<StatedTime> read_time(DateTokens& tokens, bool after_mark) {
    const std::size_t start = tokens.place();
    StatedTime time;
    int half_day = -1;
    if (tokens.is(meridiem)) {
        half_day = tokens.peek().value;
        tokens.advance();
    }
    if (!read_clock(tokens, time, half_day >= 0, after_mark)) {
        tokens.go_back(start);
        return std::nullopt;
    }
    tokens.skip(hour_unit);
    if (half_day < 0 && tokens.is(meridiem)) {
        half_day = tokens.peek().value;
        tokens.advance();
    }
    if (half_day == 12 && time.hour < 12) time.hour += 12;
    if (half_day == 0 && time.hour == 12) time.hour = 0;
    time.possible = time.hour <= 23 && time.minute <= 59 && time.second <= 60;
    return time;
}

StatedZone read_zone(DateTokens& tokens, bool after_time) {
    const std::size_t start = tokens.place();
    const bool opened = tokens.skip_sign('(') || tokens.skip_sign('[');
    StatedZone found;
    const bool full_offset =
        tokens.is_number(4, 4, 1) || (tokens.is_number(2, 2, 1) && tokens.is_sign(':', 2));
    if (tokens.is(zone) && (after_time || tokens.is_glued())) {
        found = read_named_zone(tokens);
    } else if (after_time || full_offset) {
        found = read_offset(tokens).value_or(StatedZone{});
    }
    if (found.kind == ZoneKind::none) {
        tokens.go_back(start);
        return found;
    }
    if (opened && !tokens.skip_sign(')')) tokens.skip_sign(']');
    skip_zone_comment(tokens);
    return found;
}

std::string instant_of(const Day& day, const StatedTime& time, const StatedZone& zone) {
    if (!time.possible || zone.kind == ZoneKind::malformed) return "";
    std::string out = to_string(day);
    fmt::format_to(std::back_inserter(out), "T{:02}:{:02}:{:02}", time.hour, time.minute,
                   time.second);
    if (zone.kind != ZoneKind::offset) return out;
    const int minutes = std::abs(zone.minutes);
    if (minutes == 0) return out += 'Z';
    fmt::format_to(std::back_inserter(out), "{}{:02}:{:02}", zone.minutes < 0 ? '-' : '+',
                   minutes / 60, minutes % 60);
    return out;
}

}  // namespace dateline
