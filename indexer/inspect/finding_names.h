// SPDX-License-Identifier: GPL-2.0-or-later
// The names of an audit's groups: in JSON and for people.
#pragma once

#include <array>
#include <string_view>

#include "indexer/inspect/audit.h"

namespace dateline {

struct FindingNames {
    std::string_view name;
    std::string_view heading;
};

/// In the order of the kinds.
inline constexpr std::array<FindingNames, finding_kinds> finding_names{{
    {"unreadable", "Not read"},
    {"front_matter", "Front matter that is not right"},
    {"bad_date", "Dates that are impossible, ambiguous or not understood"},
    {"future_date", "Dates in the future"},
    {"undated", "Without a date"},
    {"no_title", "Without a title"},
    {"no_outlet", "Without an outlet"},
    {"no_url", "Without a URL"},
    {"same_url", "With the URL of another article"},
    {"same_text", "With the text of another article of the outlet"},
    {"furniture", "Mostly what stands on other pages of the outlet"},
    {"empty_body", "Without text"},
    {"cut_body", "Cut off, as it seems"},
    {"encoding", "Not in UTF-8"},
    {"other", "Other problems"},
}};

constexpr const FindingNames& names_of(FindingKind kind) {
    return finding_names[static_cast<std::size_t>(kind)];
}

}  // namespace dateline
