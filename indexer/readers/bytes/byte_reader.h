// SPDX-License-Identifier: GPL-2.0-or-later
// Lines and counts of bytes in turn, as records of archives need them, from a stream of any size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/bytes/unpacked_bytes.h"

namespace dateline {

class ByteReader {
public:
    explicit ByteReader(BlockSource source) : input_(std::move(source)) {}

    /// The next line without its end, cut at `most` bytes; false at the end.
    bool read_line(std::string& line, std::size_t most);
    /// Appends as many bytes; how many there were.
    std::uint64_t read(std::uint64_t count, std::string& out) { return take(count, &out); }
    std::uint64_t skip(std::uint64_t count) { return take(count, nullptr); }
    bool damaged() const { return input_.damaged(); }
    /// See UnpackedBytes.
    bool resume() { return input_.resume(); }

private:
    bool fill();
    std::uint64_t take(std::uint64_t count, std::string* out);

    UnpackedBytes input_;
    std::string_view rest_;
};

}  // namespace dateline
