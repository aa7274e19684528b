// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archive_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "common/for_shell.h"
#include "searcher/remote/address.h"

namespace dateline {
namespace {

struct FaultRow {
    IndexFault fault;
    std::string_view state;
    std::string_view mend;  ///< {} is the command for this archive's index
};

constexpr FaultRow faults[] = {
    {IndexFault::missing, "missing", "connect its disk, or make it with '{} FOLDER'"},
    {IndexFault::older, "older", "make it anew with '{}'"},
    {IndexFault::newer, "newer",
     "search it with that dateline, or make it anew with '{} --rebuild'"},
    {IndexFault::damaged, "damaged",
     "try again if it is being copied or written elsewhere, else make it anew with '{} --rebuild'"},
    {IndexFault::unreadable, "unreadable", "check the folder's permissions and the disk"},
    {IndexFault::changing, "changing", "try again when its indexer has finished"},
    {IndexFault::unreachable, "unreachable", ""},  // the error knows
    {IndexFault::silent, "unreachable", ""},
};

std::string left_out(const ArchiveReport& report) {
    if (report.state == archive_searched) return "";
    if (!report.failed() || !report.articles) return " is left out";
    return " is left out with its " + counted(*report.articles, "article", "articles");
}

}  // namespace

ArchiveReport report_of(const NamedFolder& archive, const IndexError& error) {
    const FaultRow& row = *std::ranges::find(faults, error.fault(), &FaultRow::fault);
    ArchiveReport report{archive, row.state};
    report.why = error.what();
    const std::string command = fmt::format("dateline-index --index {}", for_shell(archive.folder));
    report.mend = row.mend.empty() || is_remote(archive.folder)
                      ? error.hint()
                      : fmt::format(fmt::runtime(row.mend), command);
    return report;
}

std::vector<NamedFolder> answering(std::vector<NamedFolder> archives,
                                   const std::vector<ArchiveReport>& reports) {
    std::erase_if(archives, [&](const NamedFolder& archive) {
        return std::ranges::any_of(reports, [&](const ArchiveReport& report) {
            return report.failed() && report.archive == archive;
        });
    });
    return archives;
}

std::vector<std::string> notes_of(const std::vector<ArchiveReport>& reports) {
    std::vector<std::string> notes;
    for (const ArchiveReport& report : reports)
        if (!report.why.empty())
            notes.push_back(fmt::format("archive '{}'{}: {}{}{}", report.archive.name,
                                        left_out(report), report.why,
                                        report.mend.empty() ? "" : "; ", report.mend));
    return notes;
}

}  // namespace dateline
