// SPDX-License-Identifier: GPL-2.0-or-later
// What a page's wrapping knows of it that the page itself does not: where it was saved from.
#pragma once

#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// Says the URL of the articles before all that they say themselves, if it is one of the web.
void state_address(Reading& reading, std::string_view url);

/// The articles' lines are those of a text that was unpacked: the file itself has others.
void forget_lines(Reading& reading);

}  // namespace dateline
