// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-index --audit: what an archive's owner might want to mend. From what the index keeps of
// the articles and their files; no file is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/calendar.h"
#include "indexer/inspect/status.h"

namespace dateline {

/// The groups of an audit, in its order.
enum class FindingKind {
    unreadable,
    bad_front_matter,
    bad_date,
    future_date,
    undated,
    no_title,
    no_outlet,
    no_url,
    same_url,
    same_text,
    furniture,
    empty_body,
    cut_body,
    bad_encoding,
    other,
};
inline constexpr std::size_t finding_kinds = static_cast<std::size_t>(FindingKind::other) + 1;

struct Finding {
    FindingKind kind = FindingKind::other;
    std::string path;                  ///< of the file, with its root
    std::uint32_t line = 0;            ///< 0: the file as a whole
    PlaceUnit unit = PlaceUnit::line;  ///< of `line`
    std::string item = {};             ///< see Article::item
    std::string message;               ///< what is not in the group's heading; may be ""

    auto operator<=>(const Finding&) const = default;
};

/// The group that a problem of reading belongs to.
FindingKind kind_of(const Problem& problem);

/// True if a text ends as those do that only begin an article: "…", "Read more", "[+1234 chars]".
bool looks_cut(std::string_view body);

/// By kind, path and line. `today`: later dates are future ones. Throws Error if there is no index.
std::vector<Finding> audit_index(const InspectOptions& options, const Day& today);

}  // namespace dateline
