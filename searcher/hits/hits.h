// SPDX-License-Identifier: GPL-2.0-or-later
// An article of the list -> a Hit to show: its fields, its passages, whether its file has changed,
// and the parts of its score.
#pragma once

#include "searcher/hits/file_check.h"
#include "searcher/match/search_plan.h"
#include "searcher/ranking/ranked_list.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// Everything but the rank and the parts of the score. Reads the body only if the request wants
/// passages, and looks at the file only if it wants that.
Hit make_hit(const SearchPlan& plan, const SearchRequest& request, const ListedArticle& listed,
             FileCheck& files);

}  // namespace dateline
