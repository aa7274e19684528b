// SPDX-License-Identifier: GPL-2.0-or-later
// New articles first, as far as relevance allows (--recent): a prior on the day of publication.
#pragma once

#include <xapian.h>

#include <optional>
#include <vector>

#include "common/calendar.h"

namespace dateline {

struct RecencyPrior {
    double half_life_days = 0;  ///< 0: off
    Day today{};
};

/// What an article gains, as a part of what one of today gains: 1 today (and later), 1/2 after a
/// half-life, 0 if it is undated.
double freshness(const std::optional<Day>& published, const RecencyPrior& prior);

/// The days of publication of articles, the first or the last by the slot; `docids` increase.
std::vector<std::optional<Day>> days_in(const Xapian::Database& database, Xapian::valueno slot,
                                        const std::vector<Xapian::docid>& docids);

}  // namespace dateline
