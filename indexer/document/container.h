// SPDX-License-Identifier: GPL-2.0-or-later
// Containers: files that give many articles (JSON Lines, feeds, mailboxes), their items. The index
// itself knows which items it has of a container: each has a term that stands for the file, and a
// value that tells its id, what it was made from and where it stood. So the items of a changed file
// are compared one by one, and a container of a million articles is never written whole again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// All items of a container have this term.
std::string container_term(std::uint32_t root, std::string_view path);

/// An article that the index has of a file.
struct KnownItem {
    std::string id;
    std::uint64_t hash = 0;  ///< of what it was made from; 0: not known
    std::uint32_t line = 0;  ///< of the file, where it began

    bool operator==(const KnownItem&) const = default;
};

/// Of what an item was made from, and by which rules (ReadSettings::context): its line, or all that
/// its reader found. Lines of the file count from the item's own, so that it may move within it.
std::uint64_t item_hash(std::string_view line, std::uint64_t context);
std::uint64_t item_hash(const RawArticle& raw, std::uint64_t context);

/// The value in the slot of items.
std::string encode_item(const KnownItem& item);
/// The inverse; throws Error if the bytes are not from encode_item.
KnownItem decode_item(std::string_view bytes);

/// The articles that the index has of a file, by id (indexer/sync/known_items.h reads them).
using KnownItems = std::vector<KnownItem>;

/// The item with this id, or nullptr.
const KnownItem* find_item(const KnownItems& items, const std::string& id);

}  // namespace dateline
