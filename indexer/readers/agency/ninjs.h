// SPDX-License-Identifier: GPL-2.0-or-later
// ninjs, IPTC's news in JSON, and what agencies serve in its terms.
#pragma once

#include "indexer/readers/agency/news_items.h"
#include "indexer/readers/parse_json.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// True of an object that has its keys: a type or state of publication beside the day of a version.
bool is_ninjs(const Json& object);

NewsItemKind ninjs_kind(const Json& object);

/// What it says in our keys; no text.
void set_ninjs_fields(const Json& object, RawArticle& article);

}  // namespace dateline
