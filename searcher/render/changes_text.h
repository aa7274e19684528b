// SPDX-License-Identifier: GPL-2.0-or-later
// What one article changed of another, for people: what is compared, how much of it differs, names
// and numbers, then the paragraphs in the order of the second, with little around what changed.
#pragma once

#include <ostream>
#include <string>

#include "searcher/pile/changes.h"
#include "searcher/render/page.h"

namespace dateline {

/// Without colours, what was dropped is marked [-so-] and what was added {+so+}, as wdiff does.
/// Safe for a terminal, whatever is in the texts.
void render_changes(const ChangesShown& shown, const TextOptions& options, std::ostream& out);

/// "3 paragraphs the same, 2 changed, 4 dropped; 35% of the words are new, 60% of the first's are
/// gone"
std::string summary_of(const ChangeCounts& counts);

}  // namespace dateline
