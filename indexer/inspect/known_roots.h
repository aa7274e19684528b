// SPDX-License-Identifier: GPL-2.0-or-later
// What --status, --audit and --verify begin with: the index's state, and which of its folders are
// meant.
#pragma once

#include <string>
#include <vector>

#include "indexer/sync/index_state.h"

namespace dateline {

/// Throws Error if there is no index.
IndexState load_known_state(const std::string& index);

/// The roots of the folders as typed; none: all. Throws Error for one that the index does not have.
std::vector<Root> known_roots(const IndexState& state, const std::vector<std::string>& folders);

}  // namespace dateline
