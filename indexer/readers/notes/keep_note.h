// SPDX-License-Identifier: GPL-2.0-or-later
// A note as Google Keep exports it: an object with the note's text or its list.
#pragma once

#include <optional>

#include "indexer/readers/json_article.h"

namespace dateline {

/// None: the object is no such note. What lies in the trash is `discarded`. The days that it states
/// are those of writing, none of publication.
std::optional<JsonArticle> keep_note(const Json& object);

}  // namespace dateline
