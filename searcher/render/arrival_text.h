// SPDX-License-Identifier: GPL-2.0-or-later
// What is said of articles that came in for a saved search, in plain text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "searcher/result.h"

namespace dateline {

/// "strikes: 12 new articles of 412, 2 not shown"; "strikes: 12 articles that came in".
std::string part_heading(const SearchPart& part);

/// "strikes: 12 more are new, and stay so; --new strikes -n0 shows all"; nothing if all are shown.
std::optional<std::string> note_of_left(const SearchPart& part);

/// The saved search whose hits begin at that place of the list, or nullptr.
const SearchPart* part_at(const SearchResult& result, std::size_t hit);

/// "same text as 0javkb8r7jh1h"; "new version of 0javkb8r7jh1h"; "" of one that is simply new.
std::string arrival_text(const Arrival& arrival);

}  // namespace dateline
