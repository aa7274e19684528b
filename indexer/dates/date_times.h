// SPDX-License-Identifier: GPL-2.0-or-later
// The grammar of times of day and zones beside a date (see dates.cpp for the dates themselves).
#pragma once

#include <optional>
#include <string>

#include "common/calendar.h"
#include "indexer/dates/date_tokens.h"

namespace dateline {

/// A time as printed; `possible` is false for 25:61.
struct StatedTime {
    int hour = 0;
    int minute = 0;
    int second = 0;
    bool possible = true;
};

enum class ZoneKind {
    none,        ///< nothing is stated
    offset,      ///< `minutes` east of UTC
    unspecific,  ///< a zone of several offsets: ET, IST
    malformed,   ///< +2:00:00
};

struct StatedZone {
    ZoneKind kind = ZoneKind::none;
    int minutes = 0;
};

/// Reads 23:22:44.000, 9 am, 16h42, 15.30 Uhr, 下午3点05分, and after the T of ISO (`after_mark`)
/// also 2322 and 23. Nothing, and no token read, if no time stands there.
std::optional<StatedTime> read_time(DateTokens& tokens, bool after_mark);

/// Reads Z, +0400, -4, (UTC+04:00), EST, +0100 (CET), +01:00[Europe/Paris]. Without a time before
/// it only full offsets count (+0800, +08:00), since `5 June 2015 - 5` says something else.
StatedZone read_zone(DateTokens& tokens, bool after_time);

/// ISO 8601 to the second: with offset if the zone is one ("Z" for 0), else as wall time without
/// it; "" if the time is impossible or the zone malformed.
std::string instant_of(const Day& day, const StatedTime& time, const StatedZone& zone);

}  // namespace dateline
