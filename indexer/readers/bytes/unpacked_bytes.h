// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of a file that is too large to hold, block by block, freed of gzip or zstd. They come
// from a callback, so that this knows no file system; memory is two blocks and what the packing
// itself needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "common/error.h"

namespace dateline {

/// Fills the block and returns how many bytes; 0 at the end.
using BlockSource = std::function<std::size_t(std::span<char>)>;

/// A file that can be read anywhere, as archives with their list of contents at the end need it.
struct FileBytes {
    std::uint64_t size = 0;
    /// Fills the block from the offset on and returns how many bytes; 0 at the end.
    std::function<std::size_t(std::uint64_t offset, std::span<char> block)> read_at;
};

/// From its beginning to its end. The file has to live as long.
BlockSource blocks_of(const FileBytes& file);

/// Bytes that are in memory anyway. They have to live as long.
FileBytes bytes_in_memory(std::string_view bytes);

/// gzip (also several members in a row) and zstd are told by their first bytes. What unpacks to
/// thousands of times its size, and to more than a gigabyte, is damaged.
class UnpackedBytes {
public:
    explicit UnpackedBytes(BlockSource source);
    ~UnpackedBytes();
    UnpackedBytes(const UnpackedBytes&) = delete;
    UnpackedBytes& operator=(const UnpackedBytes&) = delete;

    /// The next bytes, which live until the next call; "" at the end.
    std::string_view next();
    /// True if the packing is damaged or cut off; known at the end.
    bool damaged() const { return damaged_ || resumed_; }
    /// At an end that is one for damage: goes on with the next member of a gzip file, if there is
    /// one. Whoever can tell where in his format he is then reads what is behind the damage.
    bool resume();

private:
    struct Gzip;
    struct Zstd;

    bool read();
    bool skip_to_member();
    std::string_view next_plain();
    std::string_view next_of_gzip();
    std::string_view next_of_zstd();

    BlockSource source_;
    std::vector<char> block_;
    std::string_view rest_;  // of the block
    std::vector<char> out_;
    std::unique_ptr<Gzip> gzip_;
    std::unique_ptr<Zstd> zstd_;
    std::uint64_t packed_bytes_ = 0;
    std::uint64_t unpacked_bytes_ = 0;
    bool ended_ = false;
    bool damaged_ = false;
    bool resumed_ = false;  ///< behind some damage
};

/// What is said of a file whose packing is damaged.
Problem damaged_packing();

}  // namespace dateline
