// SPDX-License-Identifier: GPL-2.0-or-later
// The one page of a search: how it was read, what narrows it, what was left out, when, how many,
// and the hits. The archive as a whole is the search for everything.
#pragma once

#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

Response search_page(const Site& site, const Request& request);

/// What cannot be asked, below the box with what was typed; status 400.
Response asked_wrongly(const Site& site, const Request& request, const std::string& message,
                       const std::string& hint);

}  // namespace dateline::web
