// SPDX-License-Identifier: GPL-2.0-or-later
// The quotations of an article: what stands between quotation marks, by paragraph. The marks are
// those of English, German, French, Spanish, Polish, Swedish, Chinese and Japanese; no language is
// asked, since a mark tells by its neighbours whether it opens or closes. The first stage of
// telling who said what; pile/speakers.h tells who, pile/quoted_words.h what is the same.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/query/span.h"

namespace dateline {

/// Fewer words are a name or a phrase in doubt; a list of quotations leaves them out.
inline constexpr std::uint32_t fewest_shown_words = 4;
/// Fewer words are not looked for in other articles.
inline constexpr std::uint32_t fewest_traced_words = 5;
/// More are no quotation, but two marks that do not belong together.
inline constexpr std::uint32_t most_quoted_words = 400;

struct Quotation {
    Span inside;                  ///< bytes between the marks, without blanks at their sides
    Span marked;                  ///< the same with the marks
    std::uint32_t words = 0;      ///< 1 to most_quoted_words; of Chinese and Japanese, characters
    std::uint32_t paragraph = 0;  ///< its number in the text, from 0; blank lines do not count
    std::uint32_t utterance = 0;  ///< equal for the parts of one speech: "A," she said, "B."
    bool continues = false;       ///< the one before ran on into this paragraph
    bool runs_on = false;         ///< has no closing mark, the next paragraph goes on

    bool operator==(const Quotation&) const = default;
};

/// The outermost quotations of a text in its order, apart from each other, also those of a word; in
/// time that grows with the text alone. A mark without its partner is passed over, bytes that are
/// not UTF-8 are no marks.
std::vector<Quotation> quotations(std::string_view body);

}  // namespace dateline
