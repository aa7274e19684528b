// SPDX-License-Identifier: GPL-2.0-or-later
// A query for the articles of an archive by its name (archive:desk), of which no term knows.
#pragma once

#include <xapian.h>

#include <string_view>

#include "searcher/archives/archives.h"

namespace dateline {

/// All articles of the archives with this name, folded; gives no score. The archives must outlive
/// the query.
Xapian::Query in_archive(const Archives& archives, std::string_view name);

}  // namespace dateline
