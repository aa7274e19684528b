// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/update.h"

#include "common/crash_notice.h"
#include "indexer/document/article_ids.h"
#include "indexer/sync/article_writer.h"
#include "indexer/sync/file_change.h"
#include "indexer/sync/known_items.h"
#include "indexer/sync/moves.h"

namespace dateline {
namespace {

class Update {
public:
    explicit Update(SyncRun& run) : run_(run), writer_(run.state.generation, false) {}

    void run() {
        for (const Root& root : run_.plan.forgotten) forget(root);
        for (const RootWork& work : run_.plan.roots) remove_gone(work);
        for (const RootWork& work : run_.plan.roots) total_ += work.plan.read.size();
        for (const RootWork& work : run_.plan.roots) write_root(work);
        count_changes(changes_, run_.listed_paths(), run_.report);
        remember_changes(std::move(changes_), run_.state.ledgers);
        run_.tell(RunPhase::writing);
        writer_.commit(run_.state);
    }

private:
    void forget(const Root& root) {
        for (const auto& [path, record] : run_.state.ledger(root.number).files())
            remove_file(root.number, path, record);
        writer_.database().set_metadata(root_metadata_key(root.number), "");
        writer_.database().set_metadata(filter_metadata_key(root.number), "");
        writer_.database().set_metadata(outlets_metadata_key(root.number), "");
    }

    void remove_gone(const RootWork& work) {
        const Ledger& ledger = run_.state.ledger(work.root.number);
        for (const std::string& path : work.plan.gone)
            remove_file(work.root.number, path, *ledger.find(path));
        run_.report.unchanged += work.plan.unchanged;
    }

    void write_root(const RootWork& work) {
        for (const MovedFile& file : work.plan.moved) move_file(work, file);
        for (const WalkedFile& file : work.plan.read) {
            read_file(work, file, run_.state.ledger(work.root.number).find(file.path()));
            run_.tell(RunPhase::reading, ++done_, total_);
        }
    }

    void remove_articles(std::uint32_t root, const std::string& path, const FileRecord& record) {
        run_.settings.heed_stop();
        if (!record.container) return writer_.database().remove(file_id(root, path));
        for (const KnownItem& item : items_of(*run_.state.database, root, path)) {
            run_.settings.heed_stop();
            writer_.database().remove(item.id);
        }
    }

    void remove_file(std::uint32_t root, const std::string& path, const FileRecord& record) {
        remove_articles(root, path, record);
        changes_.push_back(change_of_gone(root, path, record));
    }

    void read_file(const RootWork& work, const WalkedFile& file, const FileRecord* before) {
        const FileToRead input{work.root, file, work.defaults->of(file.folder), before,
                               work.items_of(file.path())};
        FileReading reading = read_articles(input, run_.settings, writer_.sink(true));
        for (const std::string& id : reading.gone) writer_.database().remove(id);
        changes_.push_back(change_of(input, std::move(reading)));
    }

    /// Its article stays as it is but for id and place, or is read again where the place matters.
    void move_file(const RootWork& work, const MovedFile& file) {
        const FileRecord& before = *run_.state.ledger(file.from_root).find(file.from);
        const FilePlace from{file.from_root, file.from};
        const FilePlace to{work.root.number, file.file.path()};
        std::optional<Article> article;
        if (before.context == run_.settings.context(work.defaults->of(file.file.folder)))
            article = keepable_article(before, from, to, writer_.database());
        if (article) {
            run_.settings.heed_stop();
            FileRecord record = before;
            record.stamp = file.file.stamp;
            record.stamp.hash = file.hash;
            article->file = record.stamp;
            writer_.database().relocate(file_id(from.root, from.path), *article);
            changes_.push_back({to.root, to.path, std::move(record), {}, true, &file});
        } else {
            remove_articles(from.root, from.path, before);
            read_file(work, file.file, nullptr);
            changes_.back().moved = &file;
        }
    }

    SyncRun& run_;
    ArticleWriter writer_;
    FileChanges changes_;
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
};

}  // namespace

void update(SyncRun& run) {
    const CrashNotice notice(
        "updating index '" + run.options.index + "' ended in a crash; the index is as it was",
        "check the space on its disk, and the index with 'dateline-index --verify'");
    try {
        Update(run).run();
    } catch (const Xapian::Error& error) {
        throw_writing_error(run.state.generation, error);
    }
}

}  // namespace dateline
