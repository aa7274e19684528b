// SPDX-License-Identifier: GPL-2.0-or-later
// An article with its evidence lit: its place in the list it comes from, what is known of it and
// where each value came from, its copies, its story, who is quoted, how to cite it.
#pragma once

#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

/// `/article/ID`; with what is asked as parameters, and `hit`, which of its list it is.
Response article_page(const Site& site, const Request& request);

}  // namespace dateline::web
