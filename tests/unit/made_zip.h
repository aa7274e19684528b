// SPDX-License-Identifier: GPL-2.0-or-later
// ZIP archives for tests: entries stored as they are, in order; so many bytes stand before them.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

inline void put_little(std::string& out, std::uint64_t value, int bytes) {
    for (int at = 0; at < bytes; ++at) {
        out += static_cast<char>(value & 0xFFU);
        value >>= 8U;
    }
}

inline std::string made_zip(const std::vector<std::pair<std::string, std::string>>& entries,
                            std::size_t before = 0) {
    std::string out;
    std::string directory;
    for (const auto& [name, content] : entries) {
        std::string common;
        put_little(common, 20, 2);          // version
        put_little(common, 0, 4);           // flags, method: stored
        put_little(common, 0x58640000, 4);  // time
        put_little(common,
                   crc32(0, reinterpret_cast<const Bytef*>(content.data()),
                         static_cast<uInt>(content.size())),
                   4);
        put_little(common, content.size(), 4);
        put_little(common, content.size(), 4);
        put_little(common, name.size(), 2);
        put_little(common, 0, 2);  // extra
        directory += "PK\x01\x02";
        put_little(directory, 20, 2);
        directory += common;
        put_little(directory, 0, 10);  // comment, disk, attributes
        put_little(directory, before + out.size(), 4);
        directory += name;
        out += "PK\x03\x04" + common + name + content;
    }
    const std::size_t begin = out.size();
    out += directory + "PK\x05\x06";
    put_little(out, 0, 4);
    put_little(out, entries.size(), 2);
    put_little(out, entries.size(), 2);
    put_little(out, directory.size(), 4);
    put_little(out, before + begin, 4);
    put_little(out, 0, 2);
    return out;
}

}  // namespace dateline
