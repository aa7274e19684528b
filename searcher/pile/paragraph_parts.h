// SPDX-License-Identifier: GPL-2.0-or-later
// The paragraphs of two texts that are compared, in the order of the second, each as the words that
// were kept, dropped and added.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/pile/changes.h"
#include "searcher/pile/kept_words.h"
#include "searcher/pile/text_words.h"

namespace dateline {

/// Words [first, first_end) and [second, second_end); of what was added or dropped one is empty.
struct WordPart {
    PartKind kind = PartKind::kept;
    std::uint32_t first = 0;
    std::uint32_t first_end = 0;
    std::uint32_t second = 0;
    std::uint32_t second_end = 0;
};

struct ParagraphParts {
    ParagraphKind kind = ParagraphKind::same;
    std::vector<WordPart> parts;
};

/// Each word of the second text is in one part, in order; each of the first too, those of moved
/// paragraphs out of order.
std::vector<ParagraphParts> paragraph_parts(const TextWords& first, const TextWords& second,
                                            const KeptWords& kept);

}  // namespace dateline
