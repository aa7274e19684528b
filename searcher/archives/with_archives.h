// SPDX-License-Identifier: GPL-2.0-or-later
// Opens the archives that are asked for, and searches those that can be: of several, one that is
// missing, damaged or of an older dateline does not keep the others from answering.
#pragma once

#include <functional>
#include <vector>

#include "searcher/archives/archive_report.h"
#include "searcher/archives/archives.h"
#include "searcher/archives/named_folder.h"

namespace dateline {

/// Runs `use` on the archives, one at least, opened, and reports of each in the order of `wanted`.
/// What fails while a writer changes one of them is done again, and where one of several fails for
/// good, again without it: all of `use`, which must keep nothing from a failed run. Throws what is
/// wrong with a single archive, an Error if none of several can be searched, and whatever `use`
/// throws that is no fault of an index.
std::vector<ArchiveReport> with_archives(const std::vector<NamedFolder>& wanted,
                                         const std::function<void(const Archives&)>& use);

}  // namespace dateline
