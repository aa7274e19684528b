// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-index --verify: is the database whole, and does it hold what the files say?
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "indexer/inspect/status.h"

namespace dateline {

struct Verdict {
    std::uint64_t articles = 0;           ///< in the index
    std::uint64_t compared_files = 0;     ///< read again
    std::uint64_t compared_articles = 0;  ///< theirs
    std::uint64_t changed_files = 0;  ///< of the sample: changed since they were indexed, or gone
    std::vector<std::string> faults;  ///< one line each; none: the index is sound
    std::string unchecked;            ///< why Xapian could not check its tables; "" if it could

    bool operator==(const Verdict&) const = default;
};

/// Xapian's own check of the whole database; then that each remembered article is there, that what
/// is stored of all can be read, and about `sample` files, spread over the folders, read again and
/// compared byte by byte with what is stored of them. All of it in a process of its own, since
/// damage can kill it. Throws Error if there is no index, it cannot be opened at all, or it is
/// written meanwhile (status_busy).
Verdict verify_index(const InspectOptions& options, const Day& today, std::size_t sample);

}  // namespace dateline
