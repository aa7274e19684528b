// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "common/counted.h"
#include "common/error.h"
#include "indexer/files/generations.h"
#include "indexer/files/index_lock.h"
#include "indexer/sync/last_run.h"
#include "indexer/sync/problems_of.h"
#include "indexer/sync/rebuild.h"
#include "indexer/sync/sync_run.h"
#include "indexer/sync/told_problems.h"
#include "indexer/sync/update.h"
#include "indexer/writers/space.h"

namespace dateline {
namespace {

ReadSettings settings_of(const SyncOptions& options, const SyncEvents& events) {
    ReadSettings settings = read_settings(options.outlets);
    settings.most_article_bytes = options.most_article_bytes;
    settings.today = options.today;
    settings.stop = events.stop;
    return settings;
}

/// A dry run: the files, and what would become of them.
void tell_plan(SyncRun& run) {
    const auto tell = [&](const char* what, const Root& root, const std::string& path,
                          const std::string& from = "") {
        if (run.options.list_changes)
            run.report.changes.push_back({what, whole_path(root, path), from});
    };
    const auto tell_removed = [&](const Root& root, const std::string& path) {
        ++run.report.removed;
        tell("remove", root, path);
    };
    for (const Root& root : run.plan.forgotten)
        for (const auto& [path, record] : run.state.ledger(root.number).files())
            tell_removed(root, path);
    for (const RootWork& work : run.plan.roots) {
        run.report.unchanged += work.plan.unchanged;
        for (const WalkedFile& file : work.plan.read) {
            const std::string path = file.path();
            const bool known = run.state.ledger(work.root.number).find(path) != nullptr;
            ++(known ? run.report.updated : run.report.added);
            tell(known ? "update" : "add", work.root, path);
        }
        for (const std::string& path : work.plan.gone) tell_removed(work.root, path);
        for (const MovedFile& file : work.plan.moved) {
            ++run.report.moved;
            tell("move", work.root, file.file.path(), run.path_of(file.from_root, file.from));
        }
    }
}

/// Problems of this run and remembered ones, for the folders that were compared.
RootProblems collect_problems(const RunPlan& plan, const IndexState& state, IndexReport& report) {
    RootProblems problems;
    for (const RootWork& work : plan.roots) {
        std::vector<Problem>& all = problems[work.root.number];
        for (const Problem& problem : problems_of(work, state.ledgers)) all.push_back(problem);
        const auto ledger = state.ledgers.find(work.root.number);
        if (ledger == state.ledgers.end()) continue;
        for (const auto& [path, record] : ledger->second.files()) {
            if (record.outcome == FileOutcome::skipped) count_file(path, report.not_read);
            if (record.problems.more > 0) report.more_problems += record.problems.more - 1;
        }
    }
    return problems;
}

/// What stands beside the database: its folders, and when they were compared. Only a note: without
/// it the index is whole.
void note_folders(SyncRun& run, const FolderNotes& before) {
    FolderNotes notes{{}, run.state.next_root};
    for (const Root& root : run.state.info.roots) {
        const FolderNote* note = before.find(root.number);
        const bool compared = std::ranges::any_of(
            run.plan.roots, [&](const RootWork& work) { return work.root == root; });
        notes.folders.push_back({root, run.state.filter(root.number),
                                 compared          ? run.options.now
                                 : note == nullptr ? 0
                                                   : note->last_run,
                                 note == nullptr ? ToldProblems{} : note->told});
    }
    try {
        write_folder_notes(run.options.index, notes);
    } catch (const Error& error) {
        run.report.notes.push_back(error.what());
    }
}

/// Of many updates most of the database may be unused. That it could not be made smaller is no
/// failure.
void drop_unused_space(SyncRun& run) {
    if (!is_sparse(space_of(run.state.generation))) return;
    run.tell(RunPhase::compacting);
    try {
        NewGeneration folder(run.options.index);
        compact_database(run.state.generation, folder.path());
        folder.publish();
    } catch (const std::exception& error) {  // whatever: the update itself is done
        run.report.notes.push_back(fmt::format("unused space was left: {}", error.what()));
    }
}

void write_index(SyncRun& run) {
    if (run.plan.empty) {
        for (const RootWork& work : run.plan.roots) run.report.unchanged += work.plan.unchanged;
    } else if (run.plan.new_generation) {
        if (!run.state.renewal.empty()) run.report.notes.push_back(run.state.renewal);
        rebuild(run);
    } else {
        update(run);
        drop_unused_space(run);
    }
}

/// Whether an earlier run has read this outlets.toml, and told what is wrong in it.
bool knows_outlets(const IndexState& state, const ReadSettings& settings) {
    const std::vector<Root>& roots = state.info.roots;
    return !roots.empty() && std::ranges::all_of(roots, [&](const Root& root) {
        const auto known = state.outlets.find(root.number);
        return known != state.outlets.end() && known->second == settings.outlets_text;
    });
}

IndexReport run_sync(const SyncOptions& options, const SyncEvents& events) {
    std::optional<IndexLock> lock;
    if (!options.dry_run) {
        lock.emplace(options.index, options.wait, events.waiting, events.stop);
        remove_leftovers(options.index);
    }
    SyncRun run{
        options, events, settings_of(options, events), load_state(options.index, options.rebuild),
        {},      {}};
    if (!knows_outlets(run.state, run.settings)) run.report.notes = run.settings.notes;
    run.plan = plan_run(options, run.settings, run.state);
    if (options.dry_run)
        tell_plan(run);
    else
        write_index(run);
    const FolderNotes notes = read_folder_notes(options.index);
    // That a folder is not in step is told as long as it is so; a rebuild tells all again.
    for (const Problem& problem : run.plan.problems) {
        run.report.problems.push_back(problem);
        run.report.fatal = true;
    }
    run.report.told =
        tell_problems(collect_problems(run.plan, run.state, run.report),
                      options.rebuild ? FolderNotes{} : notes, run.state.info.roots, run.report);
    if (!options.dry_run) note_folders(run, notes);
    return std::move(run.report);
}

}  // namespace

IndexReport sync_index(const SyncOptions& options, const SyncEvents& events) {
    try {
        return run_sync(options, events);
    } catch (const Interrupted&) {
        throw Error("interrupted; the index is as it was", "", 130);
    } catch (const std::filesystem::filesystem_error& error) {
        throw Error(
            fmt::format("cannot use '{}': {}", error.path1().string(), error.code().message()),
            "check its permissions and the space on its disk, then try again");
    }
}

void remember_told(const std::string& index, const IndexReport& report) {
    try {
        const auto remembered = [&](FolderNotes notes) {
            for (FolderNote& note : notes.folders) {
                const auto told = report.told.find(note.root.number);
                if (told != report.told.end()) note.told = told->second;
            }
            return notes;
        };
        const FolderNotes before = read_folder_notes(index);
        if (remembered(before) == before) return;
        const IndexLock lock(index, false, nullptr, nullptr);
        write_folder_notes(index, remembered(read_folder_notes(index)));
    } catch (const Error&) {
        return;
    }
}

bool tells_more(const IndexReport& report, const IndexReport& before) {
    return report.added + report.updated + report.removed + report.moved > 0 ||
           (!report.problems.empty() && report.problems != before.problems) ||
           report.more_problems != before.more_problems || report.notes != before.notes ||
           report.not_read != before.not_read;
}

std::string summary_line(const IndexReport& report, double seconds) {
    const std::uint64_t articles = report.total();
    const std::uint64_t problems = report.problem_count();
    std::string line = fmt::format("{} {}: {} added, {} updated, {} unchanged, {} removed",
                                   articles, plural(articles, "article", "articles"), report.added,
                                   report.updated, report.unchanged, report.removed);
    if (report.moved > 0) line += fmt::format(", {} moved", report.moved);
    line += fmt::format(", {} {}", problems, plural(problems, "problem", "problems"));
    if (!report.old_problems.empty())
        line += report.problems.empty() ? " (none of them new)" : " (some of them new)";
    const std::uint64_t skipped = number_of_files(report.not_read);
    if (skipped > 0)
        line += fmt::format(", {} {} skipped", skipped, plural(skipped, "file", "files"));
    return line + fmt::format(" in {:.1f} s", seconds);
}

}  // namespace dateline
