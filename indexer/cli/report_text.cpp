// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/counted.h"
#include "common/terminal.h"
#include "indexer/cli/proposed_commands.h"
#include "indexer/inspect/inspect_text.h"

namespace dateline {
namespace {

/// Those first that make the run a failure.
std::vector<Problem> worst_first(std::vector<Problem> problems) {
    std::ranges::stable_partition(problems, &Problem::fatal);
    return problems;
}

/// The new ones, or all; of those that were told before how many there are.
void write_problems_of(const IndexReport& report, Verbosity verbosity, const ReportPlace& place) {
    std::ostream& errors = place.errors;
    constexpr std::size_t most = 10;
    const bool all = verbosity == Verbosity::verbose;
    const std::uint64_t unlisted = report.old_problems.empty() ? report.more_problems : 0;
    write_problems(all ? report.problems : worst_first(report.problems), all ? 0 : most, unlisted,
                   errors);
    if (all) write_problems(report.old_problems, 0, 0, errors);
    if (verbosity == Verbosity::normal && !report.old_problems.empty())
        errors << fmt::format(
            "note: {} of earlier runs; {} tells them again\n",
            counted(report.old_problems.size(), "problem remains", "problems remain"),
            for_this_index("'dateline-index --status'", place.index));
}

/// Files that are no articles, by what they are, beside their label.
void write_not_read(const FilesByEnding& files, std::size_t width, std::ostream& out) {
    std::string start = "not read: ";
    const std::string text = not_read_text(files);
    const std::size_t room = width > 2 * start.size() ? width - start.size() : width;
    for (const TextRange& line : wrap(text, room, room)) {
        out << start << text.substr(line.begin, line.end - line.begin) << '\n';
        start.assign(start.size(), ' ');
    }
}

}  // namespace

void write_report(const IndexReport& report, Verbosity verbosity, double seconds,
                  const ReportPlace& place) {
    std::ostream& out = place.out;
    for (const ListedChange& change : report.changes)
        out << fmt::format("{:<9} {}{}\n", change.what,
                           change.from.empty() ? "" : make_safe(change.from) + " -> ",
                           make_safe(change.path));
    for (const std::string& note : report.notes)
        place.errors << "note: " << make_safe(note) << '\n';
    write_problems_of(report, verbosity, place);
    if (verbosity == Verbosity::quiet) return;
    out << summary_line(report, seconds) << '\n';
    write_not_read(report.not_read, place.width, out);
}

void write_moved_root(const MovedRoot& moved, std::ostream& out) {
    const bool same = moved.missing + moved.other == 0;
    out << fmt::format("'{}' is now '{}': {} in {}{}\n", make_safe(moved.from), make_safe(moved.to),
                       counted(moved.articles, "article", "articles"),
                       counted(moved.files, "file", "files"), same ? " stay as they are" : "");
    if (moved.other > 0)
        out << fmt::format("{} another size or time: the next run reads them again\n",
                           counted(moved.other, "file has", "files have"));
    if (moved.missing > 0)
        out << fmt::format("{} not there: the next run takes what was in them out\n",
                           counted(moved.missing, "file is", "files are"));
}

}  // namespace dateline
