// SPDX-License-Identifier: GPL-2.0-or-later
// What every web page of ours is made of: the page to keep (html.h) and the page of dateline-web.
// Nothing here needs a style attribute or a script, so that a strict Content-Security-Policy holds.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "searcher/result.h"

namespace dateline {

/// Valid UTF-8 for text and quoted attributes; control characters become U+FFFD.
std::string escape_html(std::string_view text);

/// The text with <mark> around what is lit.
std::string lit_html(const LitText& text);

/// The HTML as a link that tells the other side nothing; as it is for a URL of "".
std::string linked_html(const std::string& html, const std::string& url);

/// Counts and bars as tables with what is in none of their rows below; a bar is SVG.
void print_facet(const Facet& facet, std::ostream& out);
void print_timeline(const Timeline& timeline, std::ostream& out);

}  // namespace dateline
