// SPDX-License-Identifier: GPL-2.0-or-later
// Compression of tags: raw deflate, as every reader of the format expects it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::bulk {

/// Tags of at most so many bytes are not worth trying; Xapian's own limit (kept in the version
/// file).
inline constexpr std::uint32_t compress_min = 18;

/// Xapian's reader inflates into pieces of this size and can take a stream for cut off if a piece
/// is full when all input was fetched. Longer tags need a tail that keeps input waiting: an empty
/// stored block and an empty last block.
inline constexpr std::size_t reader_piece_bytes = 8192;

class TagDeflater {
public:
    TagDeflater();
    ~TagDeflater();

    /// The compressed tag, if it is shorter, else nothing (an empty view). Lives until the next
    /// call.
    std::string_view deflate(std::string_view tag);

private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

}  // namespace dateline::bulk
