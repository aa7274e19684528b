// SPDX-License-Identifier: GPL-2.0-or-later
// Pages that hold an export of a news service instead of an article: the table of services, and
// how the page of each is told.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// The articles of the service that made the page; nothing if none that is known did.
std::optional<Reading> read_page_export(std::string_view html);

}  // namespace dateline
