// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/known_items.h"

#include <algorithm>

#include "common/bytes.h"
#include "common/fields.h"

namespace dateline {

KnownItems items_of(const Xapian::Database& database, std::uint32_t root, const std::string& path) {
    KnownItems items;
    const std::string term = container_term(root, path);
    auto value = database.valuestream_begin(item_slot);
    for (auto item = database.postlist_begin(term); item != database.postlist_end(term); ++item) {
        value.skip_to(*item);
        if (value == database.valuestream_end(item_slot) || value.get_docid() != *item)
            throw ByteSource::damaged();
        items.push_back(decode_item(*value));
    }
    std::ranges::sort(items, {}, &KnownItem::id);
    return items;
}

}  // namespace dateline
