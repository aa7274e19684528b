// SPDX-License-Identifier: GPL-2.0-or-later
// All that is wrong in a root: found by walking it, and remembered of its files.
#pragma once

#include <map>
#include <vector>

#include "indexer/sync/run_plan.h"

namespace dateline {

/// With whole paths, in the order of the files. Of a file that has too many, the first of them and
/// how many more; of a root that was not walked, what is remembered.
std::vector<Problem> problems_of(const RootWork& work,
                                 const std::map<std::uint32_t, Ledger>& ledgers);

}  // namespace dateline
