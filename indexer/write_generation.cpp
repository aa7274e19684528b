// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/write_generation.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <thread>

#include "common/error.h"
#include "indexer/build_generation.h"
#include "indexer/update_index.h"
#include "indexer/writers/bulk/check_database.h"

namespace dateline {
namespace {

std::vector<FileToRead> all_files(const SyncPlan& plan) {
    std::vector<FileToRead> files;
    for (const RootWork& work : plan.roots)
        for (const WalkedFile& file : work.walk.files)
            files.push_back({work.root, file, work.defaults->of(file.folder)});
    return files;
}

unsigned threads(const SyncOptions& options) {
    return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

/// Where the files that moved were, by where they are.
using Moves = std::map<std::pair<std::uint32_t, std::string>, const MovedFile*>;

Moves moves_of(const SyncPlan& plan) {
    Moves moves;
    for (const RootWork& work : plan.roots)
        for (const MovedFile& move : work.plan.moved)
            moves.emplace(std::pair(work.root.number, move.file.path()), &move);
    return moves;
}

const FileRecord* find_record(const IndexState& state, std::uint32_t root,
                              const std::string& folder, const std::string& name) {
    const auto ledger = state.ledgers.find(root);
    return ledger == state.ledgers.end() ? nullptr : ledger->second.find(folder, name);
}

void count_files(const Moves& moves, const std::vector<FileToRead>& files, const IndexState& after,
                 const IndexState& before, const SyncEvents& events, IndexReport& report) {
    for (const auto& [root, file, defaults] : files) {
        const FileRecord* record = find_record(after, root.number, file.folder, file.name);
        const auto move = moves.find({root.number, file.path()});
        if (move != moves.end() && !before.ledgers.empty()) {
            report.moved += record->ids.size();
            if (events.file) events.file("moved", move->second->from.path() + " -> " + file.path());
            continue;
        }
        const FileRecord* known = find_record(before, root.number, file.folder, file.name);
        count_file(*record, known, report);
        const bool same = known != nullptr && known->stamp.hash == record->stamp.hash;
        if (events.file && !same) events.file(known == nullptr ? "added" : "updated", file.path());
    }
}

/// What is gone is not read; it only is no longer there.
void count_gone(const SyncPlan& plan, IndexState& before, const SyncEvents& events,
                IndexReport& report) {
    for (const RootWork& work : plan.roots)
        for (const GoneFile& file : work.plan.gone) {
            const FileRecord* record = before.ledger(work.root.number).find(file.folder, file.name);
            report.removed += record == nullptr ? 0 : record->ids.size();
            if (events.file) events.file("removed", file.path());
        }
    for (const Root& root : plan.forgotten) report.removed += before.ledger(root.number).articles();
}

}  // namespace

bool write_generation(const std::string& folder, const SyncPlan& plan, const ReadSettings& settings,
                      const SyncOptions& options, const SyncEvents& events, IndexState& state,
                      IndexReport& report, std::string& why) {
    BulkOptions bulk_options;
    bulk_options.memory_bytes = options.memory_bytes;
    bulk_options.database.jobs = threads(options);
    BulkLoader loader(folder, bulk_options);
    const std::vector<FileToRead> files = all_files(plan);
    BuiltFiles built =
        read_into(loader, files, settings,
                  {threads(options), options.memory_bytes, events.progress, events.stop});
    if (built.stopped) throw Error("interrupted; the index is as it was", "", 130);

    IndexState fresh;
    fresh.info = state.info;
    fresh.info.languages.clear();
    fresh.filters = state.filters;
    for (std::size_t i = 0; i < files.size(); ++i) {
        built.records[i].name = files[i].file.name;
        fresh.ledger(files[i].root.number).put(files[i].file.folder, std::move(built.records[i]));
    }
    std::vector<FileRecord>().swap(built.records);
    save_state(fresh, built.languages,
               [&](const auto& key, const auto& value) { loader.set_metadata(key, value); });
    loader.commit();
    const std::vector<std::string> wrong =
        check_database(folder, loader.expectation(), CheckDepth::sample);
    if (!wrong.empty()) {
        std::filesystem::remove_all(folder);
        why = wrong.front();
        return false;
    }
    count_files(moves_of(plan), files, fresh, state, events, report);
    count_gone(plan, state, events, report);
    fresh.generation = state.generation;
    state = std::move(fresh);
    return true;
}

}  // namespace dateline
