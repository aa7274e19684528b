// SPDX-License-Identifier: GPL-2.0-or-later
// Reports of Integrum, the Russian press database: a list, then each article with a table of
// labels, its title and its text as lines.
#pragma once

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

Reading read_integrum(xmlNode* page);

}  // namespace dateline
