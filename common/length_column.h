// SPDX-License-Identifier: GPL-2.0-or-later
// How long articles are, a byte each, in one metadata entry of the index: read whole, it tells of
// all articles what Xapian's list of lengths tells of one after the other. The ranking goes by it
// to see which articles cannot be among the best (searcher/match/max_score.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr std::string_view length_column_key = "dateline.lengths";

/// Lengths up to 32 are classes of their own, above that each begins 1/32 higher than the one
/// before; the last has all from 17,773.
using LengthClass = std::uint8_t;

/// The class of a length, which is a sum of wdf as Xapian has it.
LengthClass length_class(std::uint32_t length);
/// The least length of a class.
std::uint32_t least_length(LengthClass number);

class LengthColumn {
public:
    void set(std::uint32_t docid, std::uint32_t length);
    /// 0 of an article that is not there.
    LengthClass operator[](std::uint32_t docid) const {
        return docid < bytes_.size() ? static_cast<LengthClass>(bytes_[docid]) : LengthClass{0};
    }
    bool operator==(const LengthColumn&) const = default;

    /// As it is stored.
    std::string encoded() const;
    /// The inverse; nothing is a column without articles. Throws Error if it is damaged.
    static LengthColumn decoded(std::string bytes);

private:
    std::string bytes_;  ///< one for each number up to the last article's
};

}  // namespace dateline
