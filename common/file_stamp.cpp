// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/file_stamp.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/bytes.h"
#include "common/input_file.h"

namespace dateline {

FileStamp stamp_of(const struct stat& status) {
    const auto nanoseconds = [](const timespec& time) {
        return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
    };
    return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim), 0};
}

std::uint64_t content_hash(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::string check_of(std::string_view bytes) {
    const std::uint64_t hash = content_hash(bytes);
    std::string check;
    for (int shift = 0; shift < 32; shift += 8) check += static_cast<char>((hash >> shift) & 0xff);
    return check;
}

std::uint64_t hash_file(const std::string& path) {
    InputFile file(path);
    XXH3_state_t hash;
    XXH3_64bits_reset(&hash);
    std::string block(std::size_t{256} * 1024, '\0');
    for (std::size_t size = file.read(block); size > 0; size = file.read(block))
        XXH3_64bits_update(&hash, block.data(), size);
    return XXH3_64bits_digest(&hash);
}

std::string encode_stamp(const FileStamp& stamp) {
    std::string bytes;
    put_number(bytes, stamp.size);
    put_number(bytes, static_cast<std::uint64_t>(stamp.modified_ns));
    put_number(bytes, static_cast<std::uint64_t>(stamp.changed_ns));
    put_number(bytes, stamp.hash);
    return bytes;
}

FileStamp decode_stamp(std::string_view bytes) {
    ByteSource source(bytes);
    FileStamp stamp;
    stamp.size = source.number();
    stamp.modified_ns = static_cast<std::int64_t>(source.number());
    stamp.changed_ns = static_cast<std::int64_t>(source.number());
    stamp.hash = source.number();
    if (!source.at_end()) throw ByteSource::damaged();
    return stamp;
}

}  // namespace dateline
