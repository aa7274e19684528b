// SPDX-License-Identifier: GPL-2.0-or-later
// What one article changed of another, for programs.
#pragma once

#include "searcher/pile/changes.h"
#include "searcher/render/json_values.h"

namespace dateline {

/// `first` and `second` (what is compared), `counts`, `numbers`, `names`, `title` and `paragraphs`
/// with their parts: each has its words and, where they stand, bytes [begin, end) of either body.
Json json_changes(const ChangesShown& shown);

}  // namespace dateline
