// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/status.h"

#include <algorithm>

#include "common/error.h"
#include "indexer/inspect/known_roots.h"
#include "indexer/sync/last_run.h"
#include "indexer/sync/moves.h"
#include "indexer/sync/problems_of.h"
#include "indexer/sync/run_plan.h"

namespace dateline {
namespace {

void count_records(const Ledger& ledger, RootStatus& status) {
    for (const auto& [path, record] : ledger.files()) {
        status.articles += record.articles;
        status.files += record.articles > 0;
        status.problems += record.problems.size();
        status.unread += record.outcome == FileOutcome::unreadable ||
                         record.outcome == FileOutcome::broken ||
                         record.outcome == FileOutcome::too_large;
        if (record.outcome == FileOutcome::skipped) count_file(path, status.not_read);
    }
}

Changes count_changes(const RootPlan& plan, const Ledger& ledger) {
    Changes changes;
    for (const WalkedFile& file : plan.read) {
        const FileRecord* record = ledger.find(file.path());
        if (record == nullptr)
            ++changes.added;
        else if (record->outcome != FileOutcome::unreadable)  // those are tried in any case
            ++changes.changed;
    }
    changes.gone = plan.gone.size();
    changes.moved = plan.moved.size();
    return changes;
}

/// Compares what can be walked; the others say why not.
std::vector<RootWork> compare_roots(const InspectOptions& options, IndexState& state,
                                    std::vector<RootStatus>& statuses,
                                    const std::vector<Root>& roots) {
    const ReadSettings settings = read_settings(options.outlets);
    std::vector<RootWork> works;
    for (std::size_t i = 0; i < roots.size(); ++i) {
        try {
            works.push_back(compare_root(roots[i], options.index, settings, state));
        } catch (const Error& error) {
            statuses[i].why_not = error.what();
        }
    }
    find_moves(works, state);
    return works;
}

}  // namespace

IndexStatus index_status(const InspectOptions& options) {
    IndexState state = load_known_state(options.index);
    const std::vector<Root> roots = known_roots(state, options.folders);
    IndexStatus status{options.index, state.info.articles, space_of(state.generation), {}, ""};
    const FolderNotes notes = read_folder_notes(options.index);
    for (const Root& root : roots) {
        RootStatus& one = status.roots.emplace_back();
        one.path = root.path;
        one.filter = state.filter(root.number);
        count_records(state.ledger(root.number), one);
        const FolderNote* note = notes.find(root.number);
        if (note != nullptr && note->last_run > 0) one.last_run = note->last_run;
    }
    for (const RootWork& work : compare_roots(options, state, status.roots, roots)) {
        RootStatus& one = *std::ranges::find(status.roots, work.root.path, &RootStatus::path);
        one.changes = count_changes(work.plan, state.ledger(work.root.number));
        one.ignored = work.walk.ignored;
        one.problems += work.walk.problems.size() + work.defaults->problems().size();
        one.listed = problems_of(work, state.ledgers);
    }
    for (std::size_t i = 0; i < roots.size(); ++i) {
        if (status.roots[i].changes) continue;
        RootWork not_walked;
        not_walked.root = roots[i];
        status.roots[i].listed = problems_of(not_walked, state.ledgers);
    }
    return status;
}

}  // namespace dateline
