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

struct Family {
    std::vector<FamilyMember> members;  ///< in order of time, the undated behind
    std::size_t tied = 0;     ///< how many others of its day may have been as early as the first
    std::size_t undated = 0;  ///< how many are undated, so that they may have been earlier
};

/// The first is the one that was published first: of one day the one whose outlet others credit, an
/// agency as a rule; then by the time, where it is stated; then the longest, since what is cut is
/// no source. Of an undated family the same without the day.
Family family_in_time(const Archives& archives, CopyFinder& copies,
                      const std::vector<Xapian::docid>& articles);

}  // namespace dateline
