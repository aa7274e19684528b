// SPDX-License-Identifier: GPL-2.0-or-later
// The counts beside a list: values that lead to their articles, what has none among them.
#pragma once

#include <string>
#include <vector>

#include "searcher/result.h"
#include "searcher/web/asked.h"

namespace dateline::web {

/// The fields that a page counts: all of the table that can be, those of an archive where several
/// are asked.
std::vector<std::string> counted_fields(bool several_archives);

/// An <aside>; "" where there is nothing to choose.
std::string count_lists(const std::vector<Facet>& facets, const Asked& asked);

}  // namespace dateline::web
