// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/slot_values.h"

#include <algorithm>

#include "common/fields.h"
#include "common/packed_values.h"
#include "indexer/document/container.h"

namespace dateline {

std::vector<SlotValue> slot_values(const Article& article) {
    std::vector<SlotValue> made;
    for (const Field& row : fields()) {
        if (row.slot == no_slot) continue;
        if (row.is_date()) {
            const auto date = row.date_in(article);
            if (!date) continue;
            const DateRange days = days_of(*date);
            made.push_back({row.slot, day_key(*days.first)});
            made.push_back({row.last_slot, day_key(*days.last)});
        } else if (const Values values = row.get(article); !values.empty()) {
            made.push_back({row.slot, row.several() ? pack_values(values) : values.front()});
        }
    }
    made.push_back({order_slot, order_key(article)});
    if (article.item_line != 0)
        made.push_back(
            {item_slot, encode_item({article.id, article.file.hash, article.item_line})});
    std::ranges::sort(made, {}, &SlotValue::slot);
    return made;
}

}  // namespace dateline
