// SPDX-License-Identifier: GPL-2.0-or-later
// Why hits stand where they stand: their scores as sums, in words.
#pragma once

#include <vector>

#include "searcher/ranking/ranked_list.h"
#include "searcher/ranking/score_part.h"

namespace dateline {

/// Of each article the parts of its score, those that are 0 left out; they add up to it. "body:
/// strike" is what the word brought by the text, "words of the headline" what all words brought by
/// the title. Asks the index again for each word, as to what it brought.
std::vector<std::vector<ScorePart>> explain_scores(const SearchPlan& plan, const ListMode& mode,
                                                   const std::vector<ListedArticle>& articles);

}  // namespace dateline
