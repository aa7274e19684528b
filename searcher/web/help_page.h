// SPDX-License-Identifier: GPL-2.0-or-later
// What can be asked: the manual of the query language, whose examples are links, and the keys.
#pragma once

#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

Response help_page(const Site& site, const Request& request);

}  // namespace dateline::web
