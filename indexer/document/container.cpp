// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/container.h"

#include <algorithm>

#include "common/bytes.h"
#include "common/fields.h"
#include "common/file_stamp.h"

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

std::uint64_t item_hash(std::string_view bytes, std::uint64_t context) {
    return content_hash(std::string(bytes).append(std::to_string(context)));
}

std::uint64_t item_hash(const RawArticle& raw, std::uint64_t context) {
    std::string bytes;
    for (const RawField& field : raw.fields) {
        put_text(bytes, field.key);
        for (const std::string& value : field.values) put_text(bytes, value);
        put_number(bytes, field.line == 0 ? 0 : field.line - raw.line + 1);
    }
    put_text(bytes, raw.text);
    for (const LineMark& mark : raw.lines) {
        put_number(bytes, mark.offset);
        put_number(bytes, mark.line - raw.line);
    }
    put_text(bytes, raw.heading);
    put_text(bytes, raw.identity);
    return item_hash(bytes, context);
}

}  // namespace dateline
