// SPDX-License-Identifier: GPL-2.0-or-later
// One article of the archives instead of a search (--show), and the values of a field (--complete).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/archives/find_article.h"
#include "searcher/archives/named_folder.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// The article as the only hit, with its whole text; the words of the request's query are lit in
/// it. Where several archives have it, a hit each, unless one of them is named. Throws Error with
/// status 1 if there is none, and with status 2 if the file has several, or if it may be in an
/// archive that cannot be searched.
SearchResult show_article(const std::vector<NamedFolder>& archives, const SearchRequest& request,
                          const NamedArticle& named);

/// For the completion of shells: values that begin with `beginning`, the commonest first.
std::vector<std::string> field_values(const std::vector<NamedFolder>& archives,
                                      std::string_view field, std::string_view beginning);

}  // namespace dateline
