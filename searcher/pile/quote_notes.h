// SPDX-License-Identifier: GPL-2.0-or-later
// What is told of a quotation beside its text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace dateline {

struct Said {
    std::string speaker;         ///< as the sentence says: a name, or "he"; "" if nobody is named
    std::string probably;        ///< whom a pronoun means, as far as can be told; never a fact
    bool named = false;          ///< the sentence itself names the speaker
    bool first = false;          ///< no other dated article of the list has it as early
    bool in_marks = true;        ///< false: the words stand there without quotation marks
    std::uint64_t left_out = 0;  ///< words of it that others have and this place has not
    std::uint64_t copies = 0;    ///< articles with the same text, which have it too
    std::optional<std::uint64_t> others = {};  ///< in how many other articles it stands

    bool operator==(const Said&) const = default;
};

}  // namespace dateline
