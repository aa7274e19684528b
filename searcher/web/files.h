// SPDX-License-Identifier: GPL-2.0-or-later
// What is no page: a search in the formats that are kept, completion for the box, our own style,
// script and icon, which are built in.
#pragma once

#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

/// The search as a file to keep, with all of its hits unless `limit` is given.
Response export_file(const Site& site, const Request& request);

/// `word`: the beginning of a field's name or, behind `field:`, of one of its values; as a JSON
/// list of what it may become, ten at most.
Response suggestions(const Site& site, const Request& request);

Response style_sheet(const Site& site, const Request& request);
Response script(const Site& site, const Request& request);
Response icon(const Site& site, const Request& request);

}  // namespace dateline::web
