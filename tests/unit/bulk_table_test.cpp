// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/table_builder.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

#include "common/error.h"
#include "tests/unit/bulk_samples.h"

namespace dateline::bulk {
namespace {

using Entries = std::map<std::string, std::string>;

/// Walks a table from its root, checks each block and puts the tags together again.
class TableWalker {
public:
    TableWalker(std::string bytes, const TableRoot& root) : bytes_(std::move(bytes)), root_(root) {}

    Entries walk() {
        REQUIRE(bytes_.size() == std::size_t{root_.blocks} * root_.block_bytes);
        walk_block(root_.root, root_.level, "", 0);
        CHECK(blocks_ == root_.blocks);
        CHECK(entries_.size() == root_.entries);
        CHECK(!open_);
        return entries_;
    }

private:
    std::size_t number(std::size_t at, int bytes) const {
        std::size_t value = 0;
        for (; bytes > 0; --bytes) value = value << 8 | static_cast<unsigned char>(bytes_.at(at++));
        return value;
    }

    void walk_block(std::size_t block, std::size_t level, const std::string& divider,
                    std::size_t divider_component) {
        ++blocks_;
        const std::size_t begin = block * root_.block_bytes;
        CHECK(number(begin, 4) == revision);
        CHECK(number(begin + 4, 1) == level);
        const std::size_t directory_end = number(begin + 9, 2);
        CHECK(directory_end % 2 == 1);
        REQUIRE(directory_end > 11);
        std::size_t lowest = root_.block_bytes;
        for (std::size_t at = 11; at < directory_end; at += 2) {
            const std::size_t item = number(begin + at, 2);
            CHECK(item < lowest);  // packed downwards, without holes
            if (level == 0) {
                CHECK(item + leaf_item(begin + item, divider, divider_component) == lowest);
            } else {
                CHECK(item + branch_item(begin + item, level, at == 11) == lowest);
            }
            lowest = item;
        }
        CHECK(number(begin + 5, 2) == lowest - directory_end);
        CHECK(number(begin + 7, 2) == lowest - directory_end);
    }

    std::size_t branch_item(std::size_t at, std::size_t level, bool first) {
        const std::string key = bytes_.substr(at + 5, number(at + 4, 1));
        const std::size_t component = number(at + 5 + key.size(), 2);
        CHECK(key.empty() == first);
        CHECK((component == 0) == first);
        if (!first) CHECK(std::pair(key, component) > std::pair(last_key_, last_component_));
        walk_block(number(at, 4), level - 1, key, component);
        return 7 + key.size();
    }

    std::size_t leaf_item(std::size_t at, const std::string& divider,
                          std::size_t divider_component) {
        const std::size_t head = number(at, 2);
        const std::size_t size = (head & 0x1fff) + 3;
        const bool first = (head & 0x2000) != 0;
        const std::string key = bytes_.substr(at + 3, number(at + 2, 1));
        const std::size_t data = 3 + key.size() + (first ? 0 : 2);
        const std::size_t component = first ? 1 : number(at + 3 + key.size(), 2);
        if (seen_++ == 0) {
            CHECK(hex_of_null_item(at, size));
            return size;
        }
        CHECK(size <= (root_.block_bytes - 19) / 4);
        CHECK(first == !open_);
        CHECK((first || (key == last_key_ && component == last_component_ + 1)));
        CHECK(std::pair(key, component) > std::pair(last_key_, last_component_));
        CHECK(std::pair(key, component) >= std::pair(divider, divider_component));
        if (!first) CHECK(size > data);
        entries_[key] += bytes_.substr(at + data, size - data);
        open_ = (head & 0x4000) == 0;
        last_key_ = key;
        last_component_ = component;
        return size;
    }

    bool hex_of_null_item(std::size_t at, std::size_t size) const {
        return size == 3 && bytes_.substr(at, 3) == std::string("\x60\0\0", 3);
    }

    std::string bytes_;
    TableRoot root_;
    Entries entries_;
    std::size_t blocks_ = 0;
    std::size_t seen_ = 0;
    bool open_ = false;  // the tag goes on
    std::string last_key_;
    std::size_t last_component_ = 0;
};

TableRoot build(const std::filesystem::path& path, const Entries& entries,
                std::uint32_t block_bytes) {
    TableBuilder table(path, {.block_bytes = block_bytes, .durable = false});
    for (const auto& [key, tag] : entries) table.add(key, tag);
    return table.finish();
}

Entries random_entries(std::uint32_t seed, std::size_t count, std::size_t longest_key,
                       std::size_t longest_tag) {
    std::mt19937 random(seed);
    Entries entries;
    while (entries.size() < count) {
        std::string key;
        for (std::size_t left = 1 + random() % longest_key; left > 0; --left) {
            key.push_back(static_cast<char>(random() % 3 == 0 ? random() : 'a' + random() % 2));
        }
        entries[key] = std::string(random() % 4 == 0 ? random() % longest_tag : random() % 30, 'x');
    }
    return entries;
}

}  // namespace

TEST_CASE("a table's blocks hold its entries in order") {
    struct Row {
        std::uint32_t block_bytes;
        std::size_t entries, longest_key, longest_tag;
    };
    const Row rows[] = {
        {2048, 1, 10, 10},        {2048, 3000, 255, 100},   {2048, 300, 20, 20000},
        {2048, 9000, 255, 30},    {8192, 3000, 20, 100},    {8192, 300, 255, 20000},
        {16384, 3000, 255, 5000}, {32768, 2000, 20, 20000}, {65536, 2000, 255, 20000}};
    std::uint32_t seed = 0;
    for (const Row& row : rows) {
        CAPTURE(row.block_bytes);
        CAPTURE(row.entries);
        const TemporaryFolder folder;
        const Entries entries =
            random_entries(++seed, row.entries, row.longest_key, row.longest_tag);
        const TableRoot root = build(folder / "table", entries, row.block_bytes);
        TableWalker walker(file_bytes(folder / "table"), root);
        CHECK((walker.walk() == entries));
    }
}

TEST_CASE("small blocks make high trees") {
    const TemporaryFolder folder;
    Entries entries;
    for (const auto& [key, tag] : random_entries(1, 9000, 40, 30)) {
        entries[std::string(200, 'k') + key] = tag;
    }
    const TableRoot root = build(folder / "table", entries, 2048);
    CHECK(root.level == 4);
    TableWalker walker(file_bytes(folder / "table"), root);
    CHECK((walker.walk() == entries));
}

TEST_CASE("an empty table has no file, or one block with the null item") {
    const TemporaryFolder folder;
    CHECK(TableBuilder(folder / "lazy", {}).finish().blocks == 0);
    CHECK(!std::filesystem::exists(folder / "lazy"));

    TableBuilder needed(folder / "needed", {.lazy = false, .durable = false});
    CHECK(needed.finish() == TableRoot{.blocks = 1, .block_bytes = 8192});
    const std::string bytes = file_bytes(folder / "needed");
    CHECK(bytes.size() == 8192);
    CHECK(bytes.substr(0, 13) == std::string("\0\0\0\1\0\x1f\xf0\x1f\xf0\0\x0d\x1f\xfd", 13));
    CHECK(bytes.substr(8189) == std::string("\x60\0\0", 3));
}

TEST_CASE("a table refuses to replace a file") {
    const TemporaryFolder folder;
    build(folder / "table", {{"a", "b"}}, 8192);
    CHECK_THROWS_AS(build(folder / "table", {{"a", "b"}}, 8192), Error);
}

}  // namespace dateline::bulk
