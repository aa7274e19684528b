// SPDX-License-Identifier: GPL-2.0-or-later
// New articles first, as far as relevance allows (--recent): a prior on the day of publication.
#pragma once

#include <optional>

#include "common/calendar.h"

namespace dateline {

struct RecencyPrior {
    double half_life_days = 0;  ///< 0: off
    Day today{};
};

/// What an article gains, as a part of what one of today gains: 1 today (and later), 1/2 after a
/// half-life, 0 if it is undated.
double freshness(const std::optional<Day>& published, const RecencyPrior& prior);

}  // namespace dateline
