// SPDX-License-Identifier: GPL-2.0-or-later
// The best articles with a phrase, where there are many. Xapian looks at the places of the words in
// every article that has them all, also where its score could never reach the page. So the first
// matches are counted to the bound, and if there are more, the articles with the words are asked
// for the phrase in the order of their scores, until there are enough.
#pragma once

#include <cstdint>

#include "searcher/match/search_plan.h"
#include "searcher/ranking/best_found.h"

namespace dateline {

/// The best `number` of the articles with all of the question, fewer only if there are no more, and
/// all that are equal to the last of these; the matches are counted to the bound. The plan has no
/// checks of its own.
BestFound best_with_phrases(const SearchPlan& plan, std::uint64_t number, std::uint64_t bound);

}  // namespace dateline
