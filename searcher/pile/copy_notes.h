// SPDX-License-Identifier: GPL-2.0-or-later
// What is told of copies beside a hit.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "searcher/pile/overlap.h"

namespace dateline {

/// Where a hit stands among the copies of its text.
struct CopyShare {
    CopyKind kind = CopyKind::same;  ///< to the first of them
    bool first = false;              ///< it is the first
    std::uint64_t tied = 0;     ///< how many others of its day may have been as early as the first
    std::uint64_t undated = 0;  ///< how many are undated, so that they may have been earlier
    /// How much it has of the first one's text, and how much of its own the first does not have,
    /// 0..1.
    double kept() const { return first ? 1 : runs.of_first(); }
    double own() const { return first ? 0 : 1 - runs.of_second(); }
    Overlap runs;  ///< what both have in common, by runs of five words

    bool operator==(const CopyShare&) const = default;
};

struct FirstCopy {
    std::string id;  ///< with its archive's name where there are several
    std::string outlet;
    std::optional<CalendarDate> published;

    bool operator==(const FirstCopy&) const = default;
};

/// What a hit stands for: the other articles with its text.
struct HitCopies {
    std::vector<std::string> ids;    ///< with the archive's name where there are several; by time
    std::uint64_t outlets = 0;       ///< the others', without its own
    std::optional<FirstCopy> first;  ///< nothing: none of them has a date
    bool is_first = false;
    std::uint64_t tied = 0;     ///< how many others of its day may have been as early as the first
    std::uint64_t undated = 0;  ///< of all
    std::map<CopyKind, std::uint64_t> kinds;  ///< of all but the first, to the first

    bool operator==(const HitCopies&) const = default;
};

}  // namespace dateline
