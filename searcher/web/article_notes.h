// SPDX-License-Identifier: GPL-2.0-or-later
// What stands beside an article's text, each part a <section>.
#pragma once

#include <string>

#include "searcher/result.h"
#include "searcher/web/asked.h"

namespace dateline::web {

/// Each value that is known, and where it came from if the file does not state it; the file and
/// its state.
std::string known_section(const Hit& hit);

/// Its copies, the articles of its story, what is quoted in it: read from the archives. What goes
/// wrong with one of them is said in its place.
std::string copies_section(const Hit& hit, const Asked& asked);
std::string story_section(const Hit& hit, const Asked& asked);
std::string quotations_section(const Hit& hit, const Asked& asked);

/// In each style, to be copied.
std::string citation_section(const SearchResult& result);

}  // namespace dateline::web
