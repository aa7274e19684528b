// SPDX-License-Identifier: GPL-2.0-or-later
// Which article has which id. An id is a hash (common/article.h) of what tells the article from all
// others: its file's path, and within a container the item's own identity. Distinct articles have
// distinct ids, whatever their names and identities are made of.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline {

/// The id of the one article of a file.
std::string file_id(std::uint32_t root, std::string_view path);

/// Gives the items of one container their ids, in the file's order.
class ItemIds {
public:
    /// `taken`: whether another file's article has the id already. It happens only where hashes
    /// collide; then the item gets another one.
    ItemIds(std::uint32_t root, std::string path,
            std::function<bool(const std::string& id)> taken = {});

    /// `identity`: the item's own id, guid or URL; "" if it has none. The same identity twice keeps
    /// both items, under ids that count them.
    std::string next(std::string_view identity);

private:
    bool is_free(const std::string& id, std::uint64_t key);

    std::uint32_t root_;
    std::string path_;
    std::function<bool(const std::string&)> taken_;
    std::unordered_map<std::uint64_t, std::uint32_t> given_;  ///< hash of an id -> last count tried
};

}  // namespace dateline
