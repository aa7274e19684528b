// SPDX-License-Identifier: GPL-2.0-or-later
// The position table: for a term and a document with positions, a tag that holds the last one, then
// an interpolative code of the others in a stream of bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "indexer/writers/bulk/table_builder.h"

namespace dateline::bulk {

/// Room that put_positions needs for `count` positions.
constexpr std::size_t max_positions_bytes(std::size_t count) {
    return 4 * count + 32;
}

/// Writes the tag and returns its end. There is at least one position and they increase strictly;
/// else std::logic_error. Number from 1: the format itself loses the 0 of {0, 1}.
char* put_positions(char* to, std::span<const std::uint32_t> positions);

class PositionListWriter {
public:
    explicit PositionListWriter(TableBuilder& table) : table_(table) {}

    /// Terms come in the order of their bytes.
    void begin_term(std::string_view term);
    /// The tag of a document; docids increase within a term.
    void add(std::uint32_t docid, std::string_view tag);

private:
    TableBuilder& table_;
    std::string key_;
    std::size_t term_bytes_ = 0;  // of the key
};

}  // namespace dateline::bulk
