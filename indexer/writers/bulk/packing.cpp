// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/packing.h"

namespace dateline::bulk {

void append_uint_last(std::string& to, std::uint64_t value) {
    for (; value != 0; value >>= 8) to.push_back(static_cast<char>(value));
}

void append_uint_sort(std::string& to, std::uint32_t value) {
    char bytes[max_uint32_bytes];
    to.append(bytes, put_uint_sort(bytes, value));
}

void append_string_sort(std::string& to, std::string_view bytes) {
    for (const char byte : bytes) {
        to.push_back(byte);
        if (byte == '\0') to.push_back('\xff');
    }
}

}  // namespace dateline::bulk
