// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/recency.h"

#include <algorithm>
#include <cmath>

namespace dateline {

double freshness(const std::optional<Day>& published, const RecencyPrior& prior) {
    if (!published || prior.half_life_days <= 0) return 0;
    const auto age = std::chrono::sys_days(prior.today) - std::chrono::sys_days(*published);
    return std::exp2(-std::max(0.0, static_cast<double>(age.count())) / prior.half_life_days);
}

}  // namespace dateline
