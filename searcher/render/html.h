// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult as one web page that needs nothing else: to keep, to print, to send.
#pragma once

#include <ostream>

#include "searcher/result.h"

namespace dateline {

/// The page has no script, fetches nothing, and says so to the browser (Content-Security-Policy);
/// text of articles is text, links are http, https or file.
void render_html(const SearchResult& result, std::ostream& out);

}  // namespace dateline
