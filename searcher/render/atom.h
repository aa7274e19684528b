// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult as a feed in Atom (RFC 4287).
#pragma once

#include <ostream>

#include "searcher/result.h"

namespace dateline {

/// An entry a hit. Its id is urn:dateline: and the id under which it was told
/// first, so that feed readers know it again wherever its file goes; `updated` is when that was. Of
/// a search that is not saved the id is the article's, and `updated` its day of publication or, for
/// an undated one, its file's. The content is its passages, as HTML without anything that is run or
/// fetched.
void render_atom(const SearchResult& result, std::ostream& out);

}  // namespace dateline
