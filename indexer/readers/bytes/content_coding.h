// SPDX-License-Identifier: GPL-2.0-or-later
// How HTTP packs a body: gzip, deflate, brotli, zstd. What a hostile one unpacks to is bounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// No page is larger, unpacked.
inline constexpr std::size_t most_page_bytes = 16 * 1024 * 1024;

/// What came out, and whether it is all.
struct Unpacked {
    std::string bytes;
    std::string fault;  ///< "" if it is: else why not, as "its gzip is damaged or cut off"
};

/// `coding`: as Content-Encoding has it, in lower case. None: a coding that is not known.
std::optional<Unpacked> unpack_content(std::string_view coding, std::string_view bytes);

/// The body of `Transfer-Encoding: chunked`, without extensions and trailers.
Unpacked join_chunks(std::string_view bytes);

}  // namespace dateline
