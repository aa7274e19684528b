// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult as one table in CSV (RFC 4180): hits, or counts, or a timeline.
#pragma once

#include <ostream>

#include "searcher/result.h"

namespace dateline {

/// How values are written; as they are unless it says otherwise.
struct CsvCells {
    bool guarded = false;  ///< one that a spreadsheet would run (it begins with = + - @ or a blank)
                           ///< gets a ' before
    bool for_terminal = false;  ///< without anything that a terminal would obey
};

/// A header row, then a row each; lines end in CRLF, UTF-8 without a mark. Values are quoted where
/// they must be. The timeline comes before counts, and counts before hits; only the first there is
/// is printed (or the header of the hits). Matches without a value or date are counted in a last
/// row without one.
void render_csv(const SearchResult& result, std::ostream& out, CsvCells cells = {});

}  // namespace dateline
