// SPDX-License-Identifier: GPL-2.0-or-later
// The day of publication: from the most trusted place that states one.
#pragma once

#include <optional>
#include <vector>

#include "common/article.h"
#include "indexer/dates/dates.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/stated_fields.h"

namespace dateline {

/// What resolve_date goes by.
struct DateClues {
    const StatedFields& stated;
    const StatedFields& defaults;  ///< of the folder
    const Place& place;
    const std::optional<StatedDate>& text_date;  ///< in the text's first lines
};

/// Sets `published` and `instant`; reads `article.url`. A date that is stated but impossible or
/// ambiguous leaves the article undated: what is wrong with the file is said, not papered over.
void resolve_date(const DateClues& clues, Article& article, std::vector<Problem>& problems);

}  // namespace dateline
