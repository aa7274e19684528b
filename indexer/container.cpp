// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/container.h"

#include <algorithm>

#include "common/bytes.h"
#include "common/fields.h"

namespace dateline {

std::string container_term(std::uint32_t root, std::string_view path) {
    return make_term(container_prefix, std::to_string(root).append(":").append(path));
}

std::string encode_item(const KnownItem& item) {
    std::string bytes;
    put_text(bytes, item.id);
    put_number(bytes, item.hash);
    put_number(bytes, item.line);
    return bytes;
}

KnownItem decode_item(std::string_view bytes) {
    ByteSource source(bytes);
    KnownItem item;
    item.id = source.text();
    item.hash = source.number();
    item.line = static_cast<std::uint32_t>(source.number());
    return item;
}

const KnownItem* find_item(const KnownItems& items, const std::string& id) {
    const auto item = std::ranges::lower_bound(items, id, {}, &KnownItem::id);
    return item == items.end() || item->id != id ? nullptr : &*item;
}

}  // namespace dateline
