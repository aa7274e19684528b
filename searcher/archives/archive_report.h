// SPDX-License-Identifier: GPL-2.0-or-later
// What became of each archive that was asked: whether it answered, and else why not and what mends
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/archives/named_folder.h"

namespace dateline {

/// The state of an archive that answered, and of one that is the same as another.
inline constexpr std::string_view archive_searched = "searched";
inline constexpr std::string_view archive_same = "same";

struct ArchiveReport {
    NamedFolder archive;
    std::string_view state = archive_searched;   ///< or archive_same, or what the fault is called
    std::optional<std::uint64_t> articles = {};  ///< when it last answered, if that is known
    std::string why = "";                        ///< it was left out, or is to be told; else ""
    std::string mend = "";                       ///< what to do about it

    /// It should have answered, and could not.
    bool failed() const { return state != archive_searched && state != archive_same; }
    bool operator==(const ArchiveReport&) const = default;
};

/// The report of an archive that cannot be searched: "missing", "older", "newer", "damaged",
/// "unreadable" or "changing", with the command that mends it.
ArchiveReport report_of(const NamedFolder& archive, const IndexError& error);

/// Those of the archives that could be searched by these reports: whoever asks again need not wait
/// for the others again.
std::vector<NamedFolder> answering(std::vector<NamedFolder> archives,
                                   const std::vector<ArchiveReport>& reports);

/// "archive 'desk' is left out: …; mend it with …": a line for each archive that is left out, and
/// for those that are states of one index.
std::vector<std::string> notes_of(const std::vector<ArchiveReport>& reports);

}  // namespace dateline
