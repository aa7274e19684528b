// SPDX-License-Identifier: GPL-2.0-or-later
// RawArticle -> Article: which key means which field, who is the outlet, who wrote it, which day it
// was published. Every value that the file does not state carries where it came from
// (Article::derived).
#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/metadata/outlets/asked_outlets.h"
#include "indexer/readers/raw_article.h"

namespace dateline {


/// What the article's place says, for what the article itself does not say.
struct Place {
    std::string path;                ///< root-relative
    std::vector<RawField> defaults;  ///< of the .dateline.yaml files above it, nearest first
    std::string defaults_from;       ///< which file: "2026/.dateline.yaml"
};

struct ResolvedArticle {
    Article article;                ///< without id, root, file and words
    std::vector<Problem> problems;  ///< impossible dates and the like; never fatal
    OutletKeys asked = {};          ///< what it depends on of the outlets

    bool operator==(const ResolvedArticle&) const = default;
};

/// Never throws for bad content.
ResolvedArticle resolve(RawArticle raw, const Place& place, const Outlets& outlets);

}  // namespace dateline
