// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/recency.h"

#include <algorithm>
#include <cmath>

#include "common/fields.h"

namespace dateline {

double freshness(const std::optional<Day>& published, const RecencyPrior& prior) {
    if (!published || prior.half_life_days <= 0) return 0;
    const auto age = std::chrono::sys_days(prior.today) - std::chrono::sys_days(*published);
    return std::exp2(-std::max(0.0, static_cast<double>(age.count())) / prior.half_life_days);
}

std::vector<std::optional<Day>> days_published(const Xapian::Database& database,
                                               const std::vector<Xapian::docid>& docids) {
    std::vector<std::optional<Day>> days(docids.size());
    auto value = database.valuestream_begin(first_day_slot);
    const auto end = database.valuestream_end(first_day_slot);
    for (std::size_t i = 0; i < docids.size() && value != end; ++i) {
        value.skip_to(docids[i]);
        if (value != end && value.get_docid() == docids[i]) days[i] = day_from_key(*value);
    }
    return days;
}

}  // namespace dateline
