// SPDX-License-Identifier: GPL-2.0-or-later
// Single keys (j, k, n, …) may be switched off, as WCAG 2.1.4 wants it: a form in the help, a
// cookie that remembers it. The one thing that a request can change.
#pragma once

#include "searcher/web/frame.h"
#include "searcher/web/http.h"
#include "searcher/web/site.h"

namespace dateline::web {

/// Puts into a page whether keys are on.
void tell_keys(const Site& site, const Request& request, Frame& frame);

/// The form, sent: `keys=on` or `keys=off`. Goes on to the help about them.
Response switch_keys(const Site& site, const Request& request);

}  // namespace dateline::web
