// SPDX-License-Identifier: GPL-2.0-or-later
// The values that articles have in a slot, read as the index keeps them: in order of docids.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/archives/archives.h"

namespace dateline {

/// "" of an article that has none; `docids` increase.
std::vector<std::string> values_of(const Xapian::Database& database, Xapian::valueno slot,
                                   const std::vector<Xapian::docid>& docids);
std::vector<std::string> values_of(const Archives& archives, Xapian::valueno slot,
                                   const std::vector<Xapian::docid>& docids);

}  // namespace dateline
