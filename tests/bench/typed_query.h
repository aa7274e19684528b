// SPDX-License-Identifier: GPL-2.0-or-later
// A query of a set in Dateline's query language.
#pragma once

#include <string>

#include "tests/bench/query_set.h"

namespace dateline::bench {

/// What a user would type, filters aside.
std::string typed_query(QueryKind kind, const Query& query);

}  // namespace dateline::bench
