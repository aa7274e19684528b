// SPDX-License-Identifier: GPL-2.0-or-later
// Saved searches on the page: the list of them, what is new for one, its feed, and the forms by
// which one is saved and articles are marked as seen.
#pragma once

#include <string>

#include "searcher/web/asked.h"
#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

/// /saved: all of them, with how many are new.
Response saved_searches(const Site& site, const Request& request);

/// /saved/NAME: what is new for one, which stays so; /saved/NAME.atom: its feed.
Response saved_search(const Site& site, const Request& request);

/// The forms, sent: `do=save` with a name and the parameters of a search, `do=seen` with a name and
/// the ids that the page showed. Goes on to the search.
Response change_saved(const Site& site, const Request& request);

/// The form that saves a search, "" of one that cannot be.
std::string save_form(const Site& site, const Asked& asked);

}  // namespace dateline::web
