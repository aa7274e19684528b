// SPDX-License-Identifier: GPL-2.0-or-later
// What one article changed of another: names and numbers first, then the text with what was dropped
// struck out and what was added marked.
#pragma once

#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

/// `/changes/ID`: what it changed of the first of its copies, or of the versions under its URL;
/// with `with=ID`, what that one changed of this.
Response changes_page(const Site& site, const Request& request);

}  // namespace dateline::web
