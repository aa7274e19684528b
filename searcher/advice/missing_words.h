// SPDX-License-Identifier: GPL-2.0-or-later
// Words of a question that no article has, or so few that another spelling may be meant.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/word_source.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// The words of a question, as typed, and in how many articles each is.
using WordCounts = std::map<std::string, std::uint32_t>;

/// The words that no article has, each with those spelt nearly so.
std::vector<MissingWord> missing_words(const WordCounts& counts, const WordSource& words);

/// The words of one to three articles that are a slip or two away from words of twenty times as
/// many, with those.
std::vector<MissingWord> rare_words(const WordCounts& counts, const WordSource& words);

}  // namespace dateline
