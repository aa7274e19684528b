// SPDX-License-Identifier: GPL-2.0-or-later
// What an exported article (indexer/readers/exported_article.h) says of itself, taken as it is.
#pragma once

#include "indexer/metadata/metadata.h"

namespace dateline {

/// All of the article, whose values nobody works out again. A date that is none is a problem.
ResolvedArticle exported_values(RawArticle raw);

}  // namespace dateline
