// SPDX-License-Identifier: GPL-2.0-or-later
// What stands more than once in the articles of an outlet: whole texts, and the furniture of its
// pages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis.h"

namespace dateline {

class RepeatedText {
public:
    /// Notes a body, called `name`. Returns the name of the first that has the same words, if the
    /// outlet has one; a body without words is none.
    std::optional<std::string> note(std::string_view outlet, std::string_view body,
                                    const std::string& name);

    /// Whether two fifths of the words stand in paragraphs that three articles of the outlet have,
    /// this one among them; asked when all are noted.
    bool is_furniture(std::string_view outlet, std::string_view body);

private:
    struct Paragraph {
        std::uint64_t hash = 0;
        std::size_t words = 0;
    };
    std::vector<Paragraph> paragraphs_of(std::string_view outlet, std::string_view body);
    std::uint8_t& counter(std::uint64_t hash);

    Tokenizer tokenizer_;
    std::unordered_map<std::uint64_t, std::string> bodies_;
    /// Of paragraphs, by a part of their hash, so that a large archive takes no more than a small
    /// one; 255 is many.
    std::vector<std::uint8_t> counters_ = std::vector<std::uint8_t>(std::size_t{1} << 25);
};

}  // namespace dateline
