// SPDX-License-Identifier: GPL-2.0-or-later
// How a query was read, in one line for people: "hegseth within 8 words of (threaten or
// blacklist)". describe.h has the lines for tests and scripts.
#pragma once

#include <string>

#include "searcher/query/tree.h"

namespace dateline {

/// "" for a query without words.
std::string in_words(const Node& query);

}  // namespace dateline
