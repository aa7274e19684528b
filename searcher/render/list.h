// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult as one line a hit, in aligned columns: for small windows, and for programs in
// which a person picks a line.
#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/render/page.h"
#include "searcher/result.h"

namespace dateline {

struct ListColumn;

/// The names of the columns there are: rank, day, outlet, author, section, title, id, archive,
/// place.
std::string list_column_names();

/// The columns of "day,outlet,title", in that order. Throws Error for a name that there is not, for
/// one given twice, and for none.
std::vector<const ListColumn*> list_columns(std::string_view names);

inline constexpr std::string_view usual_list_columns = "rank,day,outlet,title";

/// A line a hit, no wider than the page but for ids and places, which are there to be copied. The
/// title takes what the others leave; behind it stands how many copies a hit stands for, and which
/// words it lacks where there is room. Counts come first, as in text. A list without hits has no
/// line.
void render_list(const SearchResult& result, std::span<const ListColumn* const> columns,
                 const TextOptions& options, std::ostream& out);

}  // namespace dateline
