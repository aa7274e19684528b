// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/byte_reader.h"

#include <algorithm>

namespace dateline {

bool ByteReader::fill() {
    if (rest_.empty()) rest_ = input_.next();
    return !rest_.empty();
}

bool ByteReader::read_line(std::string& line, std::size_t most) {
    line.clear();
    bool any = false;
    while (fill()) {
        any = true;
        const std::size_t end = rest_.find('\n');
        const std::string_view part = rest_.substr(0, end);
        line += part.substr(0, most - std::min(most, line.size()));
        rest_.remove_prefix(std::min(part.size() + 1, rest_.size()));
        if (end != std::string_view::npos) break;
    }
    if (line.ends_with('\r')) line.pop_back();
    return any;
}

std::uint64_t ByteReader::take(std::uint64_t count, std::string* out) {
    std::uint64_t taken = 0;
    while (taken < count && fill()) {
        const std::size_t part = std::min<std::uint64_t>(rest_.size(), count - taken);
        if (out != nullptr) out->append(rest_.substr(0, part));
        rest_.remove_prefix(part);
        taken += part;
    }
    return taken;
}

}  // namespace dateline
