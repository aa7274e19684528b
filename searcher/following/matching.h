// SPDX-License-Identifier: GPL-2.0-or-later
// Archives and a search -> all of the articles that match, as what is new is told of them.
#pragma once

#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/archives/named_folder.h"
#include "searcher/following/whats_new.h"
#include "searcher/query/tree.h"
#include "searcher/request.h"

namespace dateline {

/// The archives of a search. Some of those asked for may not be open.
struct AskedArchives {
    const Archives& open;
    /// Of all that were asked for. Of a single one, places have no archive.
    const std::vector<NamedFolder>& asked;
};

/// All of them, however many, in no particular order; those that lack words only where
/// `request.some_words`. Throws Error as a search does.
std::vector<MatchingArticle> matching_articles(const AskedArchives& archives,
                                               const SearchRequest& request, const Node& query);

/// Whether an article with the record's text lies in its place. Of an archive that is asked for and
/// not open nothing can be known: yes.
bool has_its_text(const AskedArchives& archives, const SeenArticle& record);

/// The number of the article at the place among those of all archives; 0 if there is none.
std::uint32_t docid_at(const AskedArchives& archives, const ArticlePlace& place);

}  // namespace dateline
