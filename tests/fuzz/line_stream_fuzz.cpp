// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/line_stream.h"

#include <algorithm>

#include "tests/fuzz/check_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    std::size_t at = 0;
    const dateline::BlockSource source = [&](std::span<char> block) {
        const std::size_t count = std::min({std::size_t{11}, block.size(), size - at});
        std::copy_n(data + at, count, block.begin());
        at += count;
        return count;
    };
    std::uint32_t last = 0;
    const dateline::LineSink sink = [&](std::string_view line, std::uint32_t number) {
        dateline::require(line.find('\n') == line.npos, "a line is one line");
        dateline::require(number > last, "numbers increase");
        last = number;
        return true;
    };
    constexpr std::size_t most_line_bytes = 4096;
    dateline::for_each_line(source, sink, most_line_bytes);
    return 0;
}
