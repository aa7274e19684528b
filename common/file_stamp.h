// SPDX-License-Identifier: GPL-2.0-or-later
// What a file was when it was read, and whether it still is: the indexer decides by it what to read
// again, the searcher whether a hit is stale.
#pragma once

#include <sys/stat.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

struct FileStamp {
    std::uint64_t size = 0;        ///< bytes
    std::int64_t modified_ns = 0;  ///< mtime, nanoseconds since 1970
    std::int64_t changed_ns = 0;   ///< ctime, nanoseconds since 1970
    std::uint64_t hash = 0;        ///< content_hash of the bytes

    bool operator==(const FileStamp&) const = default;
};

/// What the system says of a file; without hash.
FileStamp stamp_of(const struct stat& status);

/// XXH3-64.
std::uint64_t content_hash(std::string_view bytes);

/// Four bytes of the hash, which stand beside what is stored: Xapian keeps no checksums, and nobody
/// would notice one wrong letter of a name.
std::string check_of(std::string_view bytes);

/// content_hash of the file's bytes, without holding them. Throws Error if it cannot be read.
std::uint64_t hash_file(const std::string& path);

std::string encode_stamp(const FileStamp& stamp);
/// The inverse; throws Error for other bytes.
FileStamp decode_stamp(std::string_view bytes);

}  // namespace dateline
