// SPDX-License-Identifier: GPL-2.0-or-later
// When articles were published, as far as they say so, and which of two was earlier: of another day
// by the days, of one day by the time, if both state it.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "common/article.h"
#include "common/calendar.h"

namespace dateline {

/// Seconds since 1970 of "2026-02-27T16:42:00+04:00"; without a zone as if in Greenwich.
std::optional<std::int64_t> seconds_of(std::string_view instant);

struct PublishedTime {
    DateRange days;                       ///< both ends, or none of what is undated
    std::optional<std::int64_t> seconds;  ///< since 1970; only of one day

    /// What is earlier than one is earlier than all that stand behind it in this order.
    std::strong_ordering operator<=>(const PublishedTime& other) const;
    bool operator==(const PublishedTime&) const = default;
};

PublishedTime published_time(const Article& article);

/// Whether the first was surely published before the second. Of an undated one it is never known,
/// of a month only by its end.
bool is_earlier(const PublishedTime& first, const PublishedTime& second);

}  // namespace dateline
