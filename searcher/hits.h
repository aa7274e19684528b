// SPDX-License-Identifier: GPL-2.0-or-later
// A document found -> a Hit to show: its fields, its passages, whether its file has changed, and
// the parts of its score.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "searcher/query/compile.h"
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
};

/// Everything but rank and tier. Reads the body only if the request wants passages.
Hit make_hit(const HitContext& context, Xapian::docid docid, double score);

/// Whether the file is still what was indexed; reads it only if its size or time differ.
FileState check_file(const std::string& path, const FileStamp& indexed);

}  // namespace dateline
