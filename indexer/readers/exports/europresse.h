// SPDX-License-Identifier: GPL-2.0-or-later
// Exports of Europresse (Eureka, CEDROM-SNi) as pages: each article begins with the name of its
// publication, whose class marks it, and ends with the number of the document.
#pragma once

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

Reading read_europresse(xmlNode* page);

}  // namespace dateline
