// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult as Markdown (CommonMark, with GitHub's tables), to paste into notes.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "searcher/result.h"

namespace dateline {

/// What matched is bold. Nothing of an article is read as markup or HTML.
void render_markdown(const SearchResult& result, std::ostream& out);

/// Safe text with all that Markdown would obey escaped, for the beginning of a line or inside one.
enum class LinePlace { beginning, inside };
std::string escape_markdown(std::string_view text, LinePlace place = LinePlace::beginning);

}  // namespace dateline
