// SPDX-License-Identifier: GPL-2.0-or-later
// What is said of saved searches themselves.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "searcher/following/following.h"

namespace dateline {

/// Two or three lines: how the search was read, and what matches now.
void write_save_report(const SaveReport& report, bool all_new, std::size_t width,
                       std::ostream& out);

/// A line each: name, how many are new, the search as it would be typed, cut to `width` columns.
void write_saved_text(const std::vector<SavedState>& states, std::size_t width, std::ostream& out);

void write_saved_json(const std::vector<SavedState>& states, std::ostream& out);

/// How many are new: a number of one search, a line each of several that have any.
void write_new_counts(const std::vector<SearchPart>& parts, bool bare, std::ostream& out);

}  // namespace dateline
