// SPDX-License-Identifier: GPL-2.0-or-later
// The compiled question as the later stages of the ranking see it.
#pragma once

#include "searcher/match/search_plan.h"
#include "searcher/ranking/features.h"

namespace dateline {

QueryShape query_shape(const SearchPlan& plan);

}  // namespace dateline
