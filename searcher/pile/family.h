// SPDX-License-Identifier: GPL-2.0-or-later
// The articles of one text, in order of time: who had it first in the archives, and what the others
// made of it.
#pragma once

#include <xapian.h>

#include <vector>

#include "common/article.h"
#include "searcher/pile/copies.h"

namespace dateline {

struct FamilyMember {
    Xapian::docid docid = 0;
    Article article;                 ///< without body
    CopyKind kind = CopyKind::same;  ///< to the first
    Overlap runs;                    ///< with the first, by runs of five words
};

/// The articles in order of time, the undated behind. The first is the one that was published
/// first; of one day by the time where all state it; then the one whose outlet others credit, an
/// agency as a rule; then the longest, since what is cut is no source. Of an undated family the
/// same without the day.
std::vector<FamilyMember> family_in_time(const Archives& archives, CopyFinder& copies,
                                         const std::vector<Xapian::docid>& articles);

}  // namespace dateline
