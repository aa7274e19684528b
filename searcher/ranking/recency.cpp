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

std::vector<std::optional<Day>> days_in(const Xapian::Database& database, Xapian::valueno slot,
                                        const std::vector<Xapian::docid>& docids) {
    std::vector<std::optional<Day>> days(docids.size());
    auto value = database.valuestream_begin(slot);
    const auto end = database.valuestream_end(slot);
    for (std::size_t i = 0; i < docids.size() && value != end; ++i) {
        value.skip_to(docids[i]);
        if (value != end && value.get_docid() == docids[i]) days[i] = day_from_key(*value);
    }
    return days;
}

}  // namespace dateline
