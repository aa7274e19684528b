// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/file_change.h"

#include <algorithm>
#include <utility>

namespace dateline {
namespace {

Ledger& ledger_of(std::map<std::uint32_t, Ledger>& ledgers, std::uint32_t root) {
    return ledgers.try_emplace(root, root).first->second;
}

/// What is said of the file in a list of changes; "" if nothing changed in it.
const char* word_for(const FileChange& change) {
    if (change.moved != nullptr) return "moved";
    if (!change.record) return "removed";
    if (change.record->outcome == FileOutcome::skipped) return "skipped";
    if (!change.known) return "added";
    const ArticleCounts& counts = change.counts;
    return counts.added + counts.updated + counts.removed > 0 ? "updated" : "";
}

}  // namespace

FileChange change_of(const FileToRead& input, FileReading reading) {
    return {input.root.number, input.file.path(),       std::move(reading.record),
            reading.counts,    input.before != nullptr, nullptr};
}

FileChange change_of_gone(std::uint32_t root, const std::string& path, const FileRecord& record) {
    return {root, path, std::nullopt, {0, 0, 0, record.articles}, true, nullptr};
}

void count_changes(const FileChanges& changes, const PathOf& path_of, IndexReport& report) {
    for (const FileChange& change : changes) {
        if (change.moved != nullptr) {
            // The new place may give it more or fewer: names tell formats apart.
            const std::uint64_t now = change.record->articles;
            const std::uint64_t before = change.moved->articles;
            const std::uint64_t moved = std::min(now, before);
            report.moved += moved;
            report.added += now - moved;
            report.removed += before - moved;
        } else {
            report.added += change.counts.added;
            report.updated += change.counts.updated;
            report.unchanged += change.counts.unchanged;
            report.removed += change.counts.removed;
        }
        const std::string word = word_for(change);
        if (!path_of || word.empty()) continue;
        ListedChange& listed =
            report.changes.emplace_back(ListedChange{word, path_of(change.root, change.path)});
        if (change.moved != nullptr)
            listed.from = path_of(change.moved->from_root, change.moved->from);
    }
}

void remember_changes(FileChanges changes, std::map<std::uint32_t, Ledger>& ledgers) {
    for (; !changes.empty(); changes.pop_front()) {
        FileChange& change = changes.front();
        if (change.moved != nullptr)
            ledger_of(ledgers, change.moved->from_root).erase(change.moved->from);
        Ledger& ledger = ledger_of(ledgers, change.root);
        if (change.record)
            ledger.put(std::move(change.path), std::move(*change.record));
        else
            ledger.erase(change.path);
    }
}

}  // namespace dateline
