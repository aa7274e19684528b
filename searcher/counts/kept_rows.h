// SPDX-License-Identifier: GPL-2.0-or-later
// Counts cut to so many rows: what is left out becomes one row more, so that nothing is lost of the
// sum.
#pragma once

#include <cstddef>
#include <cstdint>

#include "searcher/result.h"

namespace dateline {

/// Keeps the commonest values; a facet by days, months or years keeps the last ones.
void keep_rows(Facet& facet, std::uint32_t rows);

/// Keeps the last `rows` bars. Gives how many of the first ones are one now; 0: all are kept.
std::size_t keep_rows(Timeline& timeline, std::uint32_t rows);

}  // namespace dateline
