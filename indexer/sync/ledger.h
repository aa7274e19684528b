// SPDX-License-Identifier: GPL-2.0-or-later
// What the index remembers of all files of a root; the next run compares it with the folder. It
// lives in the same database as the articles (Xapian's user metadata), so that both are committed
// at once. Records are kept by path, in parts of a few hundred, each an entry of its own: a run
// without changes reads little, and a change rewrites one part, however many files there are.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "indexer/sync/file_record.h"

namespace dateline {

/// Keeps a value of the index itself; an empty value removes it.
using SetMetadata = std::function<void(const std::string& key, const std::string& value)>;

class Ledger {
public:
    /// Records by root-relative path.
    using Files = std::map<std::string, FileRecord, std::less<>>;

    static constexpr std::size_t most_records = 512;     ///< of a part; a larger one is divided
    static constexpr std::size_t most_bytes = 64 << 10;  ///< of a part, its last record aside

    explicit Ledger(std::uint32_t root) : root_(root) {}

    std::uint32_t root() const { return root_; }
    const Files& files() const { return files_; }
    const FileRecord* find(std::string_view path) const;
    std::uint64_t articles() const;

    void put(std::string path, FileRecord record);
    void erase(const std::string& path);

    /// Takes over a part that was read from the index. Throws Error if it is damaged.
    void load(std::string_view key, std::string_view bytes);
    /// Gives the changed parts, and the stamps of changed containers, which the searcher asks for
    /// (common/stored_article.h); then the changes are forgotten.
    void save_changes(const SetMetadata& set_metadata);

    /// The keys of all parts of the root's ledger begin so.
    static std::string key_prefix(std::uint32_t root);

private:
    /// The records from one path up to the next part's first.
    struct Part {
        std::uint32_t number = 0;
        bool changed = false;
    };

    using Parts = std::map<std::string, Part>;  ///< by first path; the first part begins with ""

    void note_change(const std::string& path, bool container);
    void save_part(Parts::iterator part, const SetMetadata& set_metadata);
    std::string key(std::uint32_t part) const;

    std::uint32_t root_;
    Files files_;
    Parts parts_;
    std::uint32_t next_part_ = 0;
    std::set<std::string> changed_containers_;
};

}  // namespace dateline
