// SPDX-License-Identifier: GPL-2.0-or-later
// What a search becomes where archives are on other machines, which cannot be asked for everything:
// docs/scale.md.
#pragma once

#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/archives/named_folder.h"
#include "searcher/request.h"

namespace dateline {

/// Takes the archives that filters name out of the others, and these filters out of the request,
/// if any archive is on another machine, since none there can be asked for articles of an archive.
/// All stay as they are where a filter names one that there is not.
void choose_archives(std::vector<NamedFolder>& archives, SearchRequest& request);

/// What can be asked of them. Throws Error where nothing of it can.
SearchRequest suited_to(const Archives& archives, const SearchRequest& request);

}  // namespace dateline
