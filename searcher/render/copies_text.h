// SPDX-License-Identifier: GPL-2.0-or-later
// What is said of copies beside a hit, in plain text.
#pragma once

#include <cstddef>
#include <string>

#include "searcher/pile/copy_notes.h"

namespace dateline {

/// "also in 14 outlets; first Reuters, 2026-02-26 (9 same, 3 edited, 2 cut)": an outlet's name that
/// would make it wider than `columns` is cut.
std::string copies_line(const HitCopies& copies, std::size_t columns);

/// "edited: 84 % of the first one's text; 12 % of its own"
std::string copy_share_text(const CopyShare& share);

}  // namespace dateline
