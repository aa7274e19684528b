// SPDX-License-Identifier: GPL-2.0-or-later
// A document found -> a Hit to show: its fields, its passages, whether its file has changed, and
// the parts of its score.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "searcher/hits/file_check.h"
#include "searcher/match/compile.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// What all hits of one search share.
struct HitContext {
    const Xapian::Database& database;
    const SearchRequest& request;
    const Question& question;
    const std::vector<ScoredStem>& stems;
    std::map<std::uint32_t, std::string> roots;  ///< number -> path
    FileCheck& files;
};

/// Everything but rank and tier. Reads the body only if the request wants passages, and looks at
/// the file only if it wants that.
Hit make_hit(const HitContext& context, Xapian::docid docid, double score);

}  // namespace dateline
