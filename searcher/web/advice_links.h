// SPDX-License-Identifier: GPL-2.0-or-later
// What stands between the box and the list: how the query was read, chips that take a filter away,
// notes, and what might help where nothing was found, all as links.
#pragma once

#include <string>

#include "searcher/result.h"
#include "searcher/web/asked.h"

namespace dateline::web {

std::string understood_line(const SearchResult& result, const Asked& asked);
/// Of which article a list is the story, the copies or the quotations; "" of other lists.
std::string subject_line(const Asked& asked);
std::string chips(const Parameters& typed);
std::string notes(const SearchResult& result, const Asked& asked);
std::string nothing_found(const SearchResult& result, const Asked& asked);

}  // namespace dateline::web
