// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "common/error.h"
#include "indexer/index_folder.h"
#include "indexer/index_state.h"
#include "indexer/last_run.h"
#include "indexer/sync_plan.h"
#include "indexer/update_index.h"
#include "indexer/write_generation.h"
#include "indexer/writers/bulk/check_database.h"

namespace dateline {
namespace {

ReadSettings settings_of(const SyncOptions& options) {
    ReadSettings settings = read_settings(options.outlets);
    settings.most_article_bytes = options.most_article_bytes;
    settings.today = options.today;
    return settings;
}

/// A dry run: the files, and what would become of them.
void tell_plan(const SyncPlan& plan, IndexState& state, const SyncEvents& events,
               IndexReport& report) {
    const auto tell = [&](const char* change, const std::string& path) {
        if (events.file) events.file(change, path);
    };
    for (const RootWork& work : plan.roots) {
        report.unchanged += work.plan.unchanged;
        for (const WalkedFile& file : work.plan.read) {
            const bool known =
                state.ledger(work.root.number).find(file.folder, file.name) != nullptr;
            ++(known ? report.updated : report.added);
            tell(known ? "update" : "add", file.path());
        }
        for (const GoneFile& file : work.plan.gone) {
            ++report.removed;
            tell("remove", file.path());
        }
        for (const MovedFile& file : work.plan.moved) {
            ++report.moved;
            tell("move", file.from.path() + " -> " + file.file.path());
        }
    }
}

void write_with_xapian(const std::string& folder, SyncPlan& plan, const ReadSettings& settings,
                       const SyncEvents& events, IndexState& state, IndexReport& report) {
    state.ledgers.clear();
    plan.forgotten.clear();
    try {
        update_database(folder, plan, settings, events, state, report);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
        throw;
    }
}

/// A new generation beside the old one, by the bulk loader if it can be trusted here, then the
/// switch.
void write_new_generation(const SyncOptions& options, SyncPlan& plan, const ReadSettings& settings,
                          const SyncEvents& events, IndexState& state, IndexReport& report) {
    const std::string folder = next_generation(options.index);
    if (options.rebuild) state.ledgers.clear();  // everything counts as added
    // All files are read; the list of those that have to be is as long, in a large archive.
    for (RootWork& work : plan.roots) std::vector<WalkedFile>().swap(work.plan.read);
    std::string why = "this Xapian writes another format than the bulk loader knows";
    const bool by_bulk =
        options.writer != WriterChoice::xapian && library_writes_known_format(options.index) &&
        write_generation(folder, plan, settings, options, events, state, report, why);
    if (!by_bulk) {
        if (options.writer != WriterChoice::xapian)
            report.notes.push_back(fmt::format("written by Xapian's own writer, slowly: {}", why));
        write_with_xapian(folder, plan, settings, events, state, report);
    }
    publish_generation(options.index, folder);
}

/// Problems of this run and remembered ones, for the folders that were compared.
void collect_problems(const SyncPlan& plan, const IndexState& state, IndexReport& report) {
    for (const RootWork& work : plan.roots) {
        std::ranges::copy(work.walk.problems, std::back_inserter(report.problems));
        std::ranges::copy(work.defaults->problems(), std::back_inserter(report.problems));
        const auto ledger = state.ledgers.find(work.root.number);
        if (ledger == state.ledgers.end()) continue;
        for (const auto& [folder, records] : ledger->second.folders())
            for (const auto& [name, record] : records) {
                report.skipped += record.outcome == FileOutcome::skipped;
                for (Problem problem : record.problems) {
                    problem.path = GoneFile{folder, name}.path();
                    report.problems.push_back(std::move(problem));
                }
            }
    }
}

/// That it was compared now, also if nothing had to be written. Only a note: without it the index
/// is whole.
void note_last_run(const SyncOptions& options, const SyncPlan& plan, IndexReport& report) {
    LastRuns runs = read_last_runs(options.index);
    for (const Root& root : plan.forgotten) runs.erase(root.number);
    for (const RootWork& work : plan.roots) runs[work.root.number] = options.now;
    try {
        write_last_runs(options.index, runs);
    } catch (const Error& error) {
        report.notes.push_back(error.what());
    }
}

IndexReport run_sync(const SyncOptions& options, const SyncEvents& events) {
    const ReadSettings settings = settings_of(options);
    std::optional<IndexLock> lock;
    if (!options.dry_run) {
        lock.emplace(options.index, options.wait, events.waiting, events.stop);
        remove_leftovers(options.index);
    }
    IndexState state = load_state(options.index, options.rebuild);
    SyncPlan plan = make_sync_plan(options, settings, state);
    IndexReport report;
    if (options.dry_run) {
        tell_plan(plan, state, events, report);
    } else if (plan.empty) {
        for (const RootWork& work : plan.roots) report.unchanged += work.plan.unchanged;
    } else {
        if (plan.new_generation)
            write_new_generation(options, plan, settings, events, state, report);
        else
            update_database(state.generation, plan, settings, events, state, report);
        report.wrote = true;
    }
    if (!options.dry_run) note_last_run(options, plan, report);
    collect_problems(plan, state, report);
    return report;
}

std::string plural(std::uint64_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

IndexReport sync_index(const SyncOptions& options, const SyncEvents& events) {
    try {
        return run_sync(options, events);
    } catch (const std::filesystem::filesystem_error& error) {
        throw Error(
            fmt::format("cannot use '{}': {}", error.path1().string(), error.code().message()),
            "check its permissions and the space on its disk, then try again");
    }
}

std::string summary_line(const IndexReport& report, double seconds) {
    std::string line = fmt::format("{}: {} added, {} updated, {} unchanged, {} removed",
                                   plural(report.total(), "article", "articles"), report.added,
                                   report.updated, report.unchanged, report.removed);
    if (report.moved > 0) line += fmt::format(", {} moved", report.moved);
    line += ", " + plural(report.problems.size(), "problem", "problems");
    if (report.skipped > 0)
        line += fmt::format(", {} skipped", plural(report.skipped, "file", "files"));
    return line + fmt::format(" in {:.1f} s", seconds);
}

}  // namespace dateline
