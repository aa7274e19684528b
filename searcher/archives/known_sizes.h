// SPDX-License-Identifier: GPL-2.0-or-later
// How many articles archives on other machines had when they last answered: what is missing while
// one of them does not.
#pragma once

#include <vector>

#include "searcher/archives/archive_report.h"

namespace dateline {

/// Notes the sizes of those on other machines that were searched, and adds them to the reports of
/// those that did not answer, as far as they are known: in "archives" of state_file()
/// (common/run_main.h), a line each: its articles, its address. Where that cannot be read or
/// written, nothing is noted.
void recall_sizes(std::vector<ArchiveReport>& reports);

}  // namespace dateline
