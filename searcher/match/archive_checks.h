// SPDX-License-Identifier: GPL-2.0-or-later
// The checks of positions of all archives of a search. Of one archive, Xapian asks a MatchDecider,
// and only for what its weights let through; over several, that would get numbers of articles
// without knowing whose, so there the query is narrowed by a PostingSource, which is told each
// archive's own database.
#pragma once

#include <xapian.h>

#include <deque>

#include "searcher/archives/archives.h"
#include "searcher/match/position_check.h"

namespace dateline {

class ArchiveChecks {
public:
    /// Both must outlive the checks, and these each query that was narrowed.
    ArchiveChecks(const Archives& archives, const Question& question,
                  const PositionLimits& limits = {});
    ArchiveChecks(const ArchiveChecks&) = delete;
    ArchiveChecks& operator=(const ArchiveChecks&) = delete;

    /// What to give to Xapian beside the query; nullptr where the query itself is narrowed.
    const Xapian::MatchDecider* decider() const;

    /// The query, narrowed to what the checks let through where there are several archives.
    Xapian::Query narrowed(const Xapian::Query& query) const;

private:
    Xapian::Query checked_here(const Xapian::Query& query) const;

    const Archives& archives_;
    PositionSpending spent_;
    std::deque<PositionCheck> checks_;  ///< of each archive
};

}  // namespace dateline
