// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/library_message.h"

#include <algorithm>
#include <vector>

#include "indexer/readers/bytes/encoding.h"

namespace dateline {

std::string library_message(std::string_view what) {
    constexpr std::size_t most_bytes = 160;
    std::string storage;
    std::vector<Problem> ignored;
    std::string message(decode_text(what.substr(0, most_bytes), "", storage, ignored));
    std::replace(message.begin(), message.end(), '\n', ' ');
    return message;
}

}  // namespace dateline
