// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/move_root.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <vector>

#include "common/crash_notice.h"
#include "common/error.h"
#include "indexer/files/index_lock.h"
#include "indexer/sync/article_writer.h"
#include "indexer/sync/chosen_roots.h"
#include "indexer/sync/index_state.h"
#include "indexer/sync/last_run.h"

namespace dateline {
namespace {

/// A file at its new place, to be known by the stamp that it has there.
struct Found {
    std::string path;
    FileRecord record;
};

void heed(const std::atomic<bool>* stop) {
    if (stop != nullptr && *stop) throw Error("interrupted; the index is as it was", "", 130);
}

std::vector<Found> compare_files(const Ledger& ledger, const Root& to, MovedRoot& moved,
                                 const std::atomic<bool>* stop) {
    std::vector<Found> found;
    for (const auto& [path, record] : ledger.files()) {
        heed(stop);
        ++moved.files;
        moved.articles += record.articles;
        struct stat status {};
        if (stat(whole_path(to, path).c_str(), &status) != 0) {
            ++moved.missing;
            continue;
        }
        const FileStamp now = stamp_of(status);
        if (now.size != record.stamp.size || now.modified_ns != record.stamp.modified_ns) {
            ++moved.other;
            continue;
        }
        if (now.changed_ns == record.stamp.changed_ns) continue;
        found.push_back({path, record});
        found.back().record.stamp.changed_ns = now.changed_ns;
    }
    return found;
}

void note_path(const std::string& index, const Root& root) {
    FolderNotes notes = read_folder_notes(index);
    for (FolderNote& note : notes.folders)
        if (note.root.number == root.number) note.root.path = root.path;
    write_folder_notes(index, notes);
}

void check_moved(const MovedRoot& moved) {
    if (moved.missing * 2 <= moved.files) return;
    throw Error(fmt::format("{} of the {} files of '{}' are not in '{}'; nothing was changed",
                            moved.missing, moved.files, moved.from, moved.to),
                "check the new name; if it is right, say --allow-removals");
}

}  // namespace

MovedRoot move_root(const SyncOptions& options, const SyncEvents& events, const std::string& from,
                    const std::string& to) {
    open_index(options.index);  // says what is missing, or too old
    const IndexLock lock(options.index, options.wait, events.waiting, events.stop);
    IndexState state = load_state(options.index, false);
    const Root old = state.known_root(from);
    const Root now{old.number, place_for_root(state, old, to)};
    *std::ranges::find(state.info.roots, old) = now;
    MovedRoot moved{old.path, now.path};
    Ledger& ledger = state.ledger(old.number);
    std::vector<Found> found = compare_files(ledger, now, moved, events.stop);
    if (!options.allow_removals) check_moved(moved);
    for (Found& file : found) ledger.put(std::move(file.path), std::move(file.record));
    const CrashNotice notice("writing the index ended in a crash; it is as it was",
                             "check the space on its disk, then try again");
    try {
        ArticleWriter(state.generation, false).commit(state);
    } catch (const Xapian::Error& error) {
        throw_writing_error(state.generation, error);
    }
    try {
        note_path(options.index, now);
    } catch (const Error& error) {  // only a note; it has moved
        moved.note = error.what();
    }
    return moved;
}

}  // namespace dateline
