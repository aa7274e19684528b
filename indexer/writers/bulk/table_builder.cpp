// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/table_builder.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "common/error.h"
#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {
namespace {

constexpr std::uint32_t header_bytes = 11;
constexpr std::uint32_t max_level = 9;
constexpr std::uint32_t max_components = 65535;
constexpr std::string_view null_item{"\x60\0\0", 3};

// A tag begins in what is left of a leaf if at least so much of it fits there. A tag that would fit
// one item of the next leaf is cut only if the loss would be larger: reading two items costs more.
constexpr std::size_t smallest_piece = 40;
constexpr std::size_t smallest_piece_of_short_tag = 256;

void put_number(char* to, std::uint32_t value, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        *to++ = static_cast<char>(value >> shift);
}

std::uint32_t number_at(const char* from) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(from[0]) << 8 |
                                      static_cast<unsigned char>(from[1]));
}

OpenBlock open_block(char* bytes, std::uint32_t block_bytes) {
    return {bytes, header_bytes, block_bytes};
}

/// Takes `size` bytes for a new item and notes it in the directory.
char* take_item(OpenBlock& block, std::size_t size) {
    block.items_begin -= static_cast<std::uint32_t>(size);
    put_number(block.bytes + block.directory_end, block.items_begin, 2);
    block.directory_end += 2;
    return block.bytes + block.items_begin;
}

void place_child(OpenBlock& block, std::string_view key, std::uint32_t component,
                 std::uint32_t child) {
    char* at = take_item(block, 7 + key.size());
    put_number(at, child, 4);
    at[4] = static_cast<char>(key.size());
    put_number(put_bytes(at + 5, key), component, 2);
}

}  // namespace

TableBuilder::TableBuilder(std::filesystem::path path, const TableOptions& options)
    : path_(std::move(path)),
      options_(options),
      max_item_bytes_(std::min<std::size_t>((options.block_bytes - header_bytes - 8) / 4, 8194)) {
    root_.block_bytes = options.block_bytes;
    root_.compress_min = options.compress_min;
}

void TableBuilder::place(const Item& item) {
    const bool first = item.component == 1;
    const std::size_t size = (first ? 3 : 5) + item.key.size() + item.data.size();
    char* at = take_item(leaf_, size);
    const unsigned flags = (item.compressed ? 4U : 0U) | (item.last ? 2U : 0U) | (first ? 1U : 0U);
    put_number(at, flags << 13 | static_cast<std::uint32_t>(size - 3), 2);
    at[2] = static_cast<char>(item.key.size());
    at = put_few_bytes(at + 3, item.key);
    if (!first) {
        put_number(at, item.component, 2);
        at += 2;
    }
    put_few_bytes(at, item.data);
}

/// How much of the tag goes into the open leaf; nothing if it should begin in the next one.
std::size_t TableBuilder::piece_size(std::size_t header, std::size_t left, bool first) const {
    const std::size_t room = leaf_.free_bytes();
    if (room < header + 2) return 0;
    const std::size_t fits = std::min(max_item_bytes_, room - 2) - header;
    if (fits >= left) return left;
    const bool short_tag = first && header + left <= max_item_bytes_;
    return fits < (short_tag ? smallest_piece_of_short_tag : smallest_piece) ? 0 : fits;
}

void TableBuilder::add_in_pieces(std::string_view key, std::string_view tag, Stored stored) {
    if (!file_) open_first_leaf();
    const bool compressed = stored == Stored::compressed;
    for (std::uint32_t component = 1;; ++component) {
        if (component > max_components) {
            throw Error("a stored text is too long for the index (about 130 MB)");
        }
        const std::size_t header = (component == 1 ? 3 : 5) + key.size();
        std::size_t size = piece_size(header, tag.size(), component == 1);
        if (size == 0 && (!tag.empty() || leaf_.free_bytes() < header + 2)) {
            next_leaf({key, {}, component, false, compressed});
            size = piece_size(header, tag.size(), component == 1);
        }
        place({key, tag.substr(0, size), component, size == tag.size(), compressed});
        if (size == tag.size()) return;
        tag.remove_prefix(size);
    }
}

void TableBuilder::open_first_leaf() {
    file_.emplace(path_, options_.block_bytes);
    leaf_ = open_block(file_->block(), options_.block_bytes);
    // Searches rely on an entry that is not greater than any key.
    put_bytes(take_item(leaf_, null_item.size()), null_item);
}

void TableBuilder::next_leaf(const Item& first) {
    Divider divider = divider_before(first);
    add_child(1, leaf_divider_, write_block(leaf_, 0));
    leaf_divider_ = std::move(divider);
    leaf_ = open_block(file_->block(), options_.block_bytes);
}

/// The shortest key that tells `first`, the next leaf's first item, from the open leaf's last item.
TableBuilder::Divider TableBuilder::divider_before(const Item& first) const {
    const char* item = leaf_.bytes + number_at(leaf_.bytes + leaf_.directory_end - 2);
    const std::string_view previous(item + 3, static_cast<unsigned char>(item[2]));
    const auto [left, right] =
        std::mismatch(previous.begin(), previous.end(), first.key.begin(), first.key.end());
    const auto common = static_cast<std::size_t>(right - first.key.begin());
    return {std::string(first.key.substr(0, common + 1)), first.component};
}

std::uint32_t TableBuilder::write_block(const OpenBlock& block, std::uint32_t level) {
    const std::uint32_t free = block.free_bytes();
    put_number(block.bytes, revision, 4);
    block.bytes[4] = static_cast<char>(level);
    put_number(block.bytes + 5, free, 2);
    put_number(block.bytes + 7, free, 2);
    put_number(block.bytes + 9, block.directory_end, 2);
    std::memset(block.bytes + block.directory_end, 0, free);
    if (block.bytes != file_->block())
        std::memcpy(file_->block(), block.bytes, options_.block_bytes);
    file_->finish_block();
    return root_.blocks++;
}

void TableBuilder::start_branch(Branch& branch, std::uint32_t child) {
    branch.block = open_block(branch.memory.data(), options_.block_bytes);
    place_child(branch.block, "", 0, child);
}

void TableBuilder::add_child(std::uint32_t level, const Divider& divider, std::uint32_t child) {
    if (level > max_level) throw Error("the index is too large for its format");
    if (branches_.size() < level) {
        Branch& branch = branches_.emplace_back();
        branch.memory.resize(options_.block_bytes);
        start_branch(branch, child);
        return;
    }
    Branch& branch = branches_[level - 1];
    if (branch.block.free_bytes() >= 7 + divider.key.size() + 2) {
        place_child(branch.block, divider.key, divider.component, child);
        return;
    }
    const std::uint32_t full = write_block(branch.block, level);
    branch.alone = false;
    const Divider full_divider = std::exchange(branch.divider, divider);
    start_branch(branch, child);
    add_child(level + 1, full_divider, full);  // may move `branch`
}

void TableBuilder::finish_tree() {
    const std::uint32_t leaf = write_block(leaf_, 0);
    if (branches_.empty()) {
        root_.root = leaf;
        return;
    }
    add_child(1, leaf_divider_, leaf);
    for (std::uint32_t level = 1;; ++level) {
        Branch& branch = branches_[level - 1];
        const std::uint32_t number = write_block(branch.block, level);
        if (branch.alone) {
            root_.root = number;
            root_.level = level;
            return;
        }
        const Divider divider = branch.divider;
        add_child(level + 1, divider, number);
    }
}

TableRoot TableBuilder::finish() {
    if (!file_ && !options_.lazy) open_first_leaf();
    if (!file_) return root_;
    finish_tree();
    file_->close(options_.durable);
    return root_;
}

}  // namespace dateline::bulk
