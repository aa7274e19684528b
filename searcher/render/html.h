// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult as one web page that needs nothing else: to keep, to print, to send.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "searcher/result.h"

namespace dateline {

/// The page has no script, fetches nothing, and says so to the browser (Content-Security-Policy);
/// text of articles is text, links are http, https or file.
void render_html(const SearchResult& result, std::ostream& out);

/// Valid UTF-8 for text and quoted attributes; control characters become U+FFFD.
std::string escape_html(std::string_view text);

}  // namespace dateline
