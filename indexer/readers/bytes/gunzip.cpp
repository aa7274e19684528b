// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/gunzip.h"

#include <zlib.h>

namespace dateline {

bool begins_gzip(std::string_view bytes) {
    return bytes.starts_with("\x1F\x8B");
}

std::optional<std::string> gunzip(std::string_view bytes) {
    constexpr std::size_t most_bytes = 64U << 20U;
    constexpr std::size_t block_bytes = 64 * 1024;
    constexpr int gzip_window = 15 + 16;
    z_stream stream{};
    if (inflateInit2(&stream, gzip_window) != Z_OK) return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string out;
    int state = Z_OK;
    while (state == Z_OK && out.size() <= most_bytes) {
        const std::size_t before = out.size();
        out.resize(before + block_bytes);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + before);
        stream.avail_out = block_bytes;
        state = inflate(&stream, Z_NO_FLUSH);
        out.resize(out.size() - stream.avail_out);
        // Several members in a row are one file.
        if (state == Z_STREAM_END &&
            begins_gzip({reinterpret_cast<const char*>(stream.next_in), stream.avail_in}))
            state = inflateReset(&stream);
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END) return std::nullopt;
    return out;
}

}  // namespace dateline
