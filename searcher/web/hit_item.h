// SPDX-License-Identifier: GPL-2.0-or-later
// One hit of a list: its dateline in the margin, its headline, the passages that prove it, what is
// known of its copies.
#pragma once

#include <string>

#include "searcher/result.h"
#include "searcher/web/asked.h"

namespace dateline::web {

/// An <li>. Its links keep what is asked, so that the article knows its place in the list.
std::string hit_item(const Hit& hit, const Asked& asked);

/// The address of an article as that hit of what is asked; 0: as none.
std::string article_address(const std::string& id, const Parameters& typed, std::uint32_t rank);

/// The headline in plain text; "untitled" without one.
std::string title_shown(const Article& article);

/// `<span class="guess" title="…">~` before a value that is a guess.
std::string guessed(const Article& article, std::string_view field, const std::string& html);

/// A day as `<time>`, or that there is none.
std::string time_html(const Article& article);

}  // namespace dateline::web
