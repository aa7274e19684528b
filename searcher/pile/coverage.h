// SPDX-License-Identifier: GPL-2.0-or-later
// Who covered a story and who did not: the outlets of its articles beside those that wrote in the
// archives on those days. That an outlet did not cover it is said only of one of which the archives
// have enough to tell.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/story_notes.h"

namespace dateline {

struct CoverageRules {
    int active_days = 3;                ///< an outlet wrote so near to a day of the story
    int month_days = 15;                ///< the month reaches so far before and after the story
    std::size_t regular_articles = 10;  ///< of an outlet in it, if it is named among not_by
};

/// Of the articles of a story, the one that asks among them, by their numbers among all. Articles
/// without an outlet, or without a day of their own, count for nothing, but that nobody is told not
/// to have covered it who has one in the story. Nothing of a story without a day.
std::optional<Coverage> coverage_of(const Archives& archives,
                                    const std::vector<Xapian::docid>& story,
                                    const CoverageRules& rules = {});

}  // namespace dateline
