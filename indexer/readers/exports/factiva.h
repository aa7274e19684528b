// SPDX-License-Identifier: GPL-2.0-or-later
// Exports of Factiva as pages (Dow Jones): each article in an element of its own, its head either
// in unnamed parts in a fixed order or in a table of two-letter codes.
#pragma once

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

Reading read_factiva(xmlNode* page);

}  // namespace dateline
