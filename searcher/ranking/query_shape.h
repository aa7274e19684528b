// SPDX-License-Identifier: GPL-2.0-or-later
// The compiled question as the later stages of the ranking see it.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/match/compile.h"
#include "searcher/ranking/features.h"
#include "searcher/ranking/feedback.h"

namespace dateline {

QueryShape query_shape(const Xapian::Database& database, const Compiler& compiler);

/// The question with the terms of feedback; the empty query if there are none.
Xapian::Query with_feedback(const Xapian::Database& database, const Compiler& compiler,
                            const std::vector<FeedbackTerm>& terms);

}  // namespace dateline
