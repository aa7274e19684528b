// SPDX-License-Identifier: GPL-2.0-or-later
// Which problems of a run are new: those that an earlier run told are remembered beside the index,
// so that one bad file does not make a failure of every night's run.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "indexer/sync/last_run.h"
#include "indexer/sync/sync.h"

namespace dateline {

/// The problems of each root, as the user is told them.
using RootProblems = std::map<std::uint32_t, std::vector<Problem>>;

/// Puts those that the notes do not have into the report's `problems`, the others into its
/// `old_problems`; new ones alone make it fatal. A root that has moved keeps what was told of it.
/// Gives what the notes are to remember of each root.
std::map<std::uint32_t, ToldProblems> tell_problems(RootProblems problems, const FolderNotes& notes,
                                                    const std::vector<Root>& roots,
                                                    IndexReport& report);

}  // namespace dateline
