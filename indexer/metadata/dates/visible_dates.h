// SPDX-License-Identifier: GPL-2.0-or-later
// The day in what a page shows its readers: "Von Ann Lee | Freitag, 21. Januar 2022, 10:20 Uhr".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/dates/dates.h"
#include "indexer/metadata/stated_fields.h"

namespace dateline {

struct VisibleDate {
    StatedDate date;
    bool updated = false;  ///< it says when the page was changed
};

/// The first whole day in a short text, wherever it stands.
std::optional<VisibleDate> date_within(std::string_view text, DayMonthOrder order);

/// All that the page shows, the most trusted first: elements called date, then lines nearest to the
/// text; those that tell of changes last. `language` is the page's, which tells whether 3/4/2026 is
/// in March: "en-US", "de".
std::vector<VisibleDate> visible_dates(const StatedFields& stated, std::string_view language);

}  // namespace dateline
