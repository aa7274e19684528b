// SPDX-License-Identifier: GPL-2.0-or-later
// Compression of term lists, which are many and seldom read: deflate with one Huffman code made
// beforehand and no search for repetitions, since a term list has hardly any left. Nearly as small
// as the general way and several times faster.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/writers/bulk/tag_deflater.h"

namespace dateline::bulk {

class TermListDeflater {
public:
    TermListDeflater();

    /// The compressed tag, if it is shorter, else nothing (an empty view). Lives until the next
    /// call.
    std::string_view deflate(std::string_view tag);

private:
    struct Code {
        std::uint16_t bits = 0;
        std::uint16_t count = 0;
    };
    void make_block_head();
    char* put_block(char* to, std::string_view tag, bool last) const;

    std::array<Code, 257> codes_{};  // by byte, then the end of the block
    std::vector<Code> block_head_;   // the code itself, told to the reader
    std::vector<char> output_;
    TagDeflater general_;  // for lists that the code does not fit: other scripts than Latin
};

}  // namespace dateline::bulk
