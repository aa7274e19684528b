// SPDX-License-Identifier: GPL-2.0-or-later
// Pages of the databases of two Japanese newspapers: Kikuzo of the Asahi, Yomidasu of the Yomiuri.
// A table with the day and section of each article, then its text, whose lines are its paragraphs.
#pragma once

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// Some texts may not be shown: these articles have their titles.
Reading read_kikuzo(xmlNode* page);

/// Entries without a text, as lists of results have them, are no articles.
Reading read_yomidasu(xmlNode* page);

}  // namespace dateline
