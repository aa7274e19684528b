// SPDX-License-Identifier: GPL-2.0-or-later
// An article by the name that a person gives it: its id, or the path of its file.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/archives/archive_report.h"
#include "searcher/archives/archives.h"
#include "searcher/archives/named_article.h"

namespace dateline {

/// Numbers among the articles of all archives, of each archive one at most; none if it is in none.
/// Throws Error if the file has several.
std::vector<Xapian::docid> find_article(const Archives& archives, const NamedArticle& named);

/// There is no such article, or it may be in an archive that could not be searched: throws Error.
[[noreturn]] void tell_missing(const NamedArticle& named,
                               const std::vector<ArchiveReport>& reports);

}  // namespace dateline
