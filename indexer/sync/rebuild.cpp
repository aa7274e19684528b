// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/rebuild.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <thread>

#include "common/crash_notice.h"
#include "indexer/document/article_ids.h"
#include "indexer/files/generations.h"
#include "indexer/sync/article_writer.h"
#include "indexer/sync/file_change.h"
#include "indexer/sync/read_files.h"
#include "indexer/writers/bulk/check_database.h"
#include "indexer/writers/bulk/known_format.h"

namespace dateline {
namespace {

unsigned threads(const SyncOptions& options) {
    return options.jobs > 0 ? options.jobs : std::max(1U, std::thread::hardware_concurrency());
}

class Rebuild {
public:
    explicit Rebuild(SyncRun& run) : run_(run), files_(all_files()) {}

    void run() {
        NewGeneration folder(run_.options.index);
        if (run_.options.writer == WriterChoice::xapian) {
            write_by_xapian(folder.path());
        } else if (const std::string why = write_by_bulk(folder.path()); !why.empty()) {
            run_.report.notes.push_back(
                fmt::format("written by Xapian's own writer, slowly: {}", why));
            write_by_xapian(folder.path());
        }
        folder.publish();
        run_.state = std::move(fresh_);
    }

private:
    /// In the order of the walk. In a rebuild that was asked for nothing is known of them.
    std::vector<FileToRead> all_files() {
        std::vector<FileToRead> files;
        for (RootWork& work : run_.plan.roots) {
            std::vector<WalkedFile>().swap(work.plan.read);  // all files are, and the list is long
            for (const MovedFile& move : work.plan.moved)
                moves_.emplace(std::pair(work.root.number, move.file.path()), &move);
            for (const WalkedFile& file : work.walk.files) {
                const std::string path = file.path();
                const FileRecord* before =
                    run_.options.rebuild ? nullptr : run_.state.ledger(work.root.number).find(path);
                files.push_back({work.root, file, work.defaults->of(file.folder), before,
                                 before == nullptr ? nullptr : work.items_of(path)});
            }
        }
        return files;
    }

    /// Why it could not be done this way; "" if it could.
    std::string write_by_bulk(const std::string& folder) {
        if (!library_writes_known_format(run_.options.index))
            return "this Xapian writes another format than the bulk loader knows";
        TakenIds taken;
        for (;;) {
            try {
                return try_bulk(folder, taken);
            } catch (const bulk::DuplicateIds& error) {
                if (!take(error.ids(), taken)) throw;
            }
        }
    }

    /// The hashes of these ids collide: the first file of the place has it, as it would have in an
    /// update, and the other articles get others. False if nothing can be changed.
    bool take(const std::vector<std::string>& ids, TakenIds& taken) const {
        const std::size_t before = taken.size();
        for (const std::string& id : ids) taken.emplace(id, nullptr);
        for (const FileToRead& file : files_) {
            const auto found = taken.find(file_id(file.root.number, file.file.path()));
            if (found != taken.end() && found->second == nullptr) found->second = &file.file;
        }
        return taken.size() > before;
    }

    std::string try_bulk(const std::string& folder, const TakenIds& taken) {
        bulk::DatabaseOptions options;
        options.jobs = threads(run_.options);
        BulkLoader loader(folder, options);
        FilesRead read = read_files(loader, files_, run_.settings,
                                    {options.jobs, run_.options.memory_bytes,
                                     [this](std::uint64_t done, std::uint64_t total) {
                                         run_.tell(RunPhase::reading, done, total);
                                     },
                                     taken});
        run_.tell(RunPhase::writing);
        note_moves(read.changes);
        IndexReport report = counted(read.changes);
        begin_fresh_state();
        remember_changes(std::move(read.changes), fresh_.ledgers);
        save_state(fresh_, read.languages,
                   [&](const auto& key, const auto& value) { loader.set_metadata(key, value); });
        loader.set_metadata(std::string(length_column_key), loader.lengths().encoded());
        loader.commit();
        run_.tell(RunPhase::checking);
        const std::vector<std::string> wrong =
            check_database(folder, loader.expectation(), CheckDepth::sample);
        if (!wrong.empty()) {
            std::filesystem::remove_all(folder);
            return wrong.front();
        }
        run_.report = std::move(report);
        return "";
    }

    void write_by_xapian(const std::string& folder) {
        // Xapian may end the program where it cannot write while it commits.
        const CrashNotice notice(fmt::format("writing '{}' ended in a crash; the index is as it "
                                             "was",
                                             folder),
                                 "check the folder's permissions and the space on its disk, then "
                                 "try again");
        ArticleWriter writer(folder, true);
        const ArticleSink sink = writer.sink(false);
        FileChanges changes;
        for (const FileToRead& file : files_) {
            changes.push_back(change_of(file, read_articles(file, run_.settings, sink)));
            run_.tell(RunPhase::reading, changes.size(), files_.size());
        }
        note_moves(changes);
        run_.report = counted(changes);
        begin_fresh_state();
        remember_changes(std::move(changes), fresh_.ledgers);
        run_.tell(RunPhase::writing);
        writer.commit(fresh_);
    }

    void note_moves(FileChanges& changes) const {
        if (run_.options.rebuild) return;
        for (FileChange& change : changes) {
            const auto move = moves_.find({change.root, change.path});
            if (move != moves_.end()) change.moved = move->second;
        }
    }

    /// The run's report, with what became of all files; those that are gone among them.
    IndexReport counted(const FileChanges& changes) {
        IndexReport report = run_.report;
        count_changes(changes, run_.listed_paths(), report);
        if (run_.options.rebuild) return report;
        FileChanges gone;
        const auto note = [&](std::uint32_t root, const std::string& path) {
            gone.push_back(change_of_gone(root, path, *run_.state.ledger(root).find(path)));
        };
        for (const RootWork& work : run_.plan.roots)
            for (const std::string& path : work.plan.gone) note(work.root.number, path);
        for (const Root& root : run_.plan.forgotten)
            for (const auto& [path, record] : run_.state.ledger(root.number).files())
                note(root.number, path);
        count_changes(gone, run_.listed_paths(), report);
        return report;
    }

    void begin_fresh_state() {
        fresh_ = {};
        fresh_.info = run_.state.info;
        fresh_.info.languages.clear();
        fresh_.filters = run_.state.filters;
        fresh_.outlets = run_.state.outlets;
        fresh_.next_root = run_.state.next_root;
    }

    SyncRun& run_;
    std::map<std::pair<std::uint32_t, std::string>, const MovedFile*> moves_;
    std::vector<FileToRead> files_;
    IndexState fresh_;
};

}  // namespace

void rebuild(SyncRun& run) {
    try {
        Rebuild(run).run();
    } catch (const Xapian::Error& error) {
        throw_writing_error(run.options.index, error);
    }
}

}  // namespace dateline
