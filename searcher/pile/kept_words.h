// SPDX-License-Identifier: GPL-2.0-or-later
// Which words one text has kept of another, as a person would say: not each "the" that happens to
// stand in both, but stretches that tell the same, and paragraphs that stand elsewhere now.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/pile/text_words.h"
#include "searcher/pile/word_diff.h"

namespace dateline {

/// A paragraph that both have, but in another place.
struct MovedParagraph {
    std::uint32_t first = 0;  ///< number of the paragraph in the first text
    std::uint32_t second = 0;
    std::vector<CommonRun> runs;
};

struct KeptWords {
    std::vector<CommonRun> runs;        ///< each within one paragraph of either text, increasing
    std::vector<MovedParagraph> moved;  ///< in order of the second text; no other run is in them
};

/// Adds the steps of comparing words to `steps`, most_diff_steps() for each text's words and, once
/// more, for those of moved paragraphs.
KeptWords kept_words(const TextWords& first, const TextWords& second,
                     std::uint64_t* steps = nullptr);

}  // namespace dateline
