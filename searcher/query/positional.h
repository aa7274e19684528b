// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a question Xapian decides, and which are decided on the places of words.
#pragma once

#include "searcher/query/matcher.h"

namespace dateline {

/// True if the matcher or one inside it passes the test.
bool any_of_tree(const Matcher& matcher, bool (*test)(const Matcher&));

/// True if the matcher has a part that only positions or texts can decide (position_check.h).
bool needs_positions(const Matcher& matcher);

}  // namespace dateline
