// SPDX-License-Identifier: GPL-2.0-or-later
// Tree -> question: every leaf becomes what the index can match, stop words are left out, and the
// top level is told apart into parts that must be there, parts that may be missing and what is
// excluded.
#pragma once

#include "searcher/query/matcher.h"
#include "searcher/query/tree.h"
#include "searcher/query/word_source.h"

namespace dateline {

/// Folds, stems, expands and removes stop words. Throws Error for what cannot be matched.
Question resolve_query(const Node& query, const WordSource& words);

}  // namespace dateline
