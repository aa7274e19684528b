// SPDX-License-Identifier: GPL-2.0-or-later
// The pile as a whole for people: counts as bars, a timeline, a table of both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "searcher/render/page.h"
#include "searcher/result.h"

namespace dateline {

/// Facets and timeline of the result, a blank line between them; nothing if there are none.
void render_pile(const SearchResult& result, const TextOptions& options, std::ostream& out);

/// "3.1%" of a share, "" where there is none to tell.
std::string percent(std::uint64_t part, std::uint64_t whole);

/// What of a facet or timeline is not in its bars: "4 without outlet", "2 undated"; may be empty.
std::vector<std::string> left_over(const Facet& facet);
std::vector<std::string> left_over(const Timeline& timeline);

/// The articles of a period that are in none of the first `columns` columns; none is told where an
/// article may be in several.
std::optional<std::uint64_t> others(const Timeline& timeline, const TimelineBar& bar,
                                    std::size_t columns);

}  // namespace dateline
