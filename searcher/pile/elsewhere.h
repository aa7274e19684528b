// SPDX-License-Identifier: GPL-2.0-or-later
// Whether words of one article stand in others, too: what does is no news but what its outlet puts
// on every page.
#pragma once

#include <xapian.h>

#include <set>
#include <string_view>

#include "searcher/archives/archives.h"

namespace dateline {

/// True if articles that are not of the story have eight neighbouring words of the sentence, its
/// rarest among them (or all, if it has fewer), in their order. Of a sentence of less than five
/// words nothing is known: false.
bool stands_elsewhere(const Archives& archives, std::string_view sentence,
                      const std::set<Xapian::docid>& story);

}  // namespace dateline
