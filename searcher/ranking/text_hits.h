// SPDX-License-Identifier: GPL-2.0-or-later
// Where the query's words stand in the text of an article, as the index would say it: for archives
// on other machines, where a text is one question and its positions are many.
#pragma once

#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/ranking/word_hits.h"

namespace dateline {

/// The hits of read_word_hits(), found in the texts; of an archive on another machine.
std::vector<WordHits> hits_in_texts(const Archive& archive, const std::vector<QueryWord>& words,
                                    const std::vector<Xapian::docid>& docids);

}  // namespace dateline
