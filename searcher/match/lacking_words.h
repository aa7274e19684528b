// SPDX-License-Identifier: GPL-2.0-or-later
// Which words of a question the articles of a page lack, since a list has articles with some of the
// words too.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/match/search_plan.h"

namespace dateline {

/// Of each article, the words that it may lack and does, as typed and in the order of the question;
/// none of an article that has all of the question. The articles are in the list of the plan.
std::vector<std::vector<std::string>> lacking_words(const SearchPlan& plan,
                                                    const std::vector<Xapian::docid>& articles);

}  // namespace dateline
