// SPDX-License-Identifier: GPL-2.0-or-later
// Who published an article: its URL, host, outlet and credited source, and whether `source` is a
// person, an outlet or a host.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/metadata/outlets/credits.h"
#include "indexer/metadata/outlets/outlets.h"
#include "indexer/metadata/outlets/source_lines.h"
#include "indexer/metadata/outlets/asked_outlets.h"
#include "indexer/metadata/stated_fields.h"

namespace dateline {

/// What resolve_outlet goes by, beside the article's own fields.
struct OutletClues {
    const StatedFields& stated;
    const StatedFields& defaults;  ///< of the folder
    std::string_view defaults_from;
    std::string_view identity;  ///< of an item of a file of many
    const Credits& credits;
    const SourceLines& lines;
    const AskedOutlets& outlets;
};

/// Sets url, host, outlet and its other names, source, and authors if `source` is a person and no
/// author is stated.
void resolve_outlet(const OutletClues& clues, Article& article);

}  // namespace dateline
