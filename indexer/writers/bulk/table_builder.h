// SPDX-License-Identifier: GPL-2.0-or-later
// One table of a glass database: a B-tree of blocks, built bottom-up in one pass from entries in
// the order of their keys. Leaves come out full and in order; the open leaf is filled in the file's
// own buffer, so that an entry's bytes are copied once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writers/bulk/output_file.h"

namespace dateline::bulk {

/// The database's revision; a new database is written at once, so it has only one.
inline constexpr std::uint32_t revision = 1;

struct TableOptions {
    std::uint32_t block_bytes = 8192;  ///< a power of two, 2048 .. 65536
    std::uint32_t compress_min = 0;  ///< what later updates compress: tags longer than this; 0 none
    bool lazy = true;                ///< no file if there is no entry
    bool durable = true;             ///< wait for the disk at the end
};

/// What the version file keeps of a table.
struct TableRoot {
    std::uint32_t root = 0;
    std::uint32_t level = 0;
    std::uint64_t entries = 0;
    std::uint32_t blocks = 0;  ///< 0: an empty table without a file
    std::uint32_t block_bytes = 0;
    std::uint32_t compress_min = 0;

    bool operator==(const TableRoot&) const = default;
};

enum class Stored { plain, compressed };

/// A block being filled, and where the next item goes: items grow down from the end of the block,
/// the directory grows up from its header.
struct OpenBlock {
    char* bytes = nullptr;
    std::uint32_t directory_end = 0;
    std::uint32_t items_begin = 0;

    std::uint32_t free_bytes() const { return items_begin - directory_end; }
};

class TableBuilder {
public:
    TableBuilder(std::filesystem::path path, const TableOptions& options);

    /// Keys (1 .. 255 bytes) increase strictly. A tag longer than an item is cut.
    void add(std::string_view key, std::string_view tag, Stored stored = Stored::plain) {
        const std::size_t size = 3 + key.size() + tag.size();
        if (size > max_item_bytes_ || size + 2 > leaf_.free_bytes()) {
            add_in_pieces(key, tag, stored);
        } else {
            place({key, tag, 1, true, stored == Stored::compressed});
        }
        ++root_.entries;
    }

    /// Completes and closes the file.
    TableRoot finish();

private:
    struct Item {
        std::string_view key;
        std::string_view data;
        std::uint32_t component = 1;
        bool last = true;
        bool compressed = false;
    };
    /// What a parent keeps to tell a block from the one before it.
    struct Divider {
        std::string key;
        std::uint32_t component = 0;
    };
    struct Branch {
        std::string memory;
        OpenBlock block;
        Divider divider;
        bool alone = true;  // no block of this level was written yet
    };

    void place(const Item& item);
    void add_in_pieces(std::string_view key, std::string_view tag, Stored stored);
    std::size_t piece_size(std::size_t header, std::size_t left, bool first) const;
    void open_first_leaf();
    void next_leaf(const Item& first);
    Divider divider_before(const Item& first) const;
    std::uint32_t write_block(const OpenBlock& block, std::uint32_t level);
    void add_child(std::uint32_t level, const Divider& divider, std::uint32_t child);
    void start_branch(Branch& branch, std::uint32_t child);
    void finish_tree();

    std::filesystem::path path_;
    TableOptions options_;
    std::size_t max_item_bytes_;
    std::optional<OutputFile> file_;
    OpenBlock leaf_;
    Divider leaf_divider_;
    std::vector<Branch> branches_;  // [0] is level 1
    TableRoot root_;
};

}  // namespace dateline::bulk
