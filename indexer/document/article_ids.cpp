// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/article_ids.h"

#include "common/article.h"
#include "common/file_stamp.h"

namespace dateline {
namespace {

/// A line break parts a path from an identity and that from a count, so one inside them is told by
/// a length before the text; only such a text begins with a line break.
std::string part(std::string_view text) {
    if (text.find('\n') == std::string_view::npos) return std::string(text);
    return "\n" + std::to_string(text.size()) + ":" + std::string(text);
}

}  // namespace

std::string file_id(std::uint32_t root, std::string_view path) {
    return article_id(root, part(path));
}

ItemIds::ItemIds(std::uint32_t root, std::string path,
                 std::function<bool(const std::string& id)> taken)
    : root_(root), path_(part(path)), taken_(std::move(taken)) {}

bool ItemIds::is_free(const std::string& id, std::uint64_t key) {
    return given_.try_emplace(key, 1).second && !(taken_ && taken_(id));
}

std::string ItemIds::next(std::string_view identity) {
    const std::string name = identity.empty() ? path_ : path_ + "\n" + part(identity);
    std::string id = article_id(root_, name);
    const std::uint64_t first = content_hash(id);
    if (is_free(id, first)) return id;
    for (;;) {
        id = article_id(root_, name + "\n#" + std::to_string(++given_.at(first)));
        if (is_free(id, content_hash(id))) return id;
    }
}

}  // namespace dateline
