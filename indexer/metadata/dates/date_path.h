// SPDX-License-Identifier: GPL-2.0-or-later
// Days in paths and URLs.
#pragma once

#include <optional>
#include <string_view>

#include "common/calendar.h"

namespace dateline {

/// A date in a file's path or a URL: /2015/06/2015-06-05-name, /2015/06/05/, /2015/06/,
/// /2013/jun/06/, /2018-04/24/, /2018/0424/, 20150605-name. The last segment that has one counts, a
/// whole day before a month, and eight digits last, since ids look like them. Nothing if there is
/// none, or for years before 1500 or after 2199.
std::optional<CalendarDate> date_in_path(std::string_view path);

}  // namespace dateline
