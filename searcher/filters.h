// SPDX-License-Identifier: GPL-2.0-or-later
// Filters of fields as they are typed, --outlet 'fox*', and as the index is asked for them.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/request.h"

namespace dateline {

/// The filter with each value that has a * replaced by the values of the index that fit, folded; by
/// itself if none does. Adds a note where there are more than most_values. Throws Error for a
/// name of several words in which more than one has a *.
FieldFilter with_fitting_values(const FieldFilter& filter, const WordSource& words,
                                std::vector<std::string>& notes);

}  // namespace dateline
