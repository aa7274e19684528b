// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/update_index.h"

#include <algorithm>

#include "common/analysis.h"
#include "common/crash_notice.h"
#include "common/error.h"
#include "indexer/moves.h"
#include "indexer/writers/xapian_writer.h"

namespace dateline {
namespace {

constexpr std::uint64_t batch_bytes = 32 << 20;  // article text between two commits

bool has_id(const FileRecord& record, const std::string& id) {
    return std::ranges::find(record.ids, id) != record.ids.end();
}

class Update {
public:
    Update(const std::string& folder, SyncPlan& plan, const ReadSettings& settings,
           const SyncEvents& events, IndexState& state, IndexReport& report)
        : plan_(plan),
          settings_(settings),
          events_(events),
          state_(state),
          report_(report),
          writer_(folder, plan.new_generation) {}

    void run() {
        for (const Root& root : plan_.forgotten) forget(root);
        for (const RootWork& work : plan_.roots) total_ += files_of(work).size();
        for (RootWork& work : plan_.roots) write_root(work);
        commit();
    }

private:
    const std::vector<WalkedFile>& files_of(const RootWork& work) const {
        return plan_.new_generation ? work.walk.files : work.plan.read;
    }

    void forget(const Root& root) {
        Ledger& ledger = state_.ledger(root.number);
        const auto folders = ledger.folders();
        for (const auto& [folder, records] : folders)
            for (const auto& [name, record] : records) remove_file(ledger, folder, name);
        writer_.set_metadata(root_metadata_key(root.number), "");
        writer_.set_metadata(filter_metadata_key(root.number), "");
    }

    void write_root(RootWork& work) {
        Ledger& ledger = state_.ledger(work.root.number);
        if (!plan_.new_generation) {
            for (const GoneFile& file : work.plan.gone) remove_file(ledger, file.folder, file.name);
            for (const MovedFile& file : work.plan.moved) move_file(work, ledger, file);
            report_.unchanged += work.plan.unchanged;
        }
        for (const WalkedFile& file : files_of(work)) {
            heed_stop();
            write_file(work, ledger, file);
            if (events_.progress) events_.progress(++done_, total_);
        }
    }

    void heed_stop() const {
        if (events_.stop != nullptr && *events_.stop)
            throw Error("interrupted; the rest is done by the next run", "", 130);
    }

    void tell(const char* change, const std::string& path) const {
        if (events_.file) events_.file(change, path);
    }

    void remove_file(Ledger& ledger, const std::string& folder, const std::string& name) {
        const FileRecord* record = ledger.find(folder, name);
        for (const std::string& id : record->ids) writer_.remove(id);
        report_.removed += record->ids.size();
        tell("removed", GoneFile{folder, name}.path());
        ledger.erase(folder, name);
    }

    void write_file(RootWork& work, Ledger& ledger, const WalkedFile& file) {
        const FileRecord* known = ledger.find(file.folder, file.name);
        const FileRecord before = known != nullptr ? *known : FileRecord{};
        bool same = false;
        FileRecord record =
            read_articles({work.root, file, work.defaults->of(file.folder)}, settings_, known,
                          &same, [&](Article& article) { put(article, before); });
        for (const std::string& id : before.ids)
            if (!has_id(record, id)) writer_.remove(id);
        count_file(record, known, report_);
        ledger.put(file.folder, std::move(record));
        if (pending_bytes_ >= batch_bytes) commit();
    }

    /// Its article stays as it is but for id and place, or is read again where the place matters.
    void move_file(RootWork& work, Ledger& ledger, const MovedFile& file) {
        Ledger& from = state_.ledger(file.from_root);
        FileRecord record = *from.find(file.from.folder, file.from.name);
        const ArticlePlace old_place{file.from_root, file.from.path()};
        const ArticlePlace new_place{work.root.number, file.file.path()};
        const bool same_context =
            record.context == settings_.context(work.defaults->of(file.file.folder));
        report_.moved += record.ids.size();
        tell("moved", old_place.path + " -> " + new_place.path);
        std::optional<Article> article;
        if (same_context) article = keepable_article(record, old_place, new_place, writer_);
        if (article) {
            article->file = file.file.stamp;
            article->file.hash = file.hash;
            writer_.relocate(record.ids.front(), *article);
            record.ids = {article->id};
            record.stamp = article->file;
        } else {
            for (const std::string& id : record.ids) writer_.remove(id);
            bool same = false;
            record = read_articles({work.root, file.file, work.defaults->of(file.file.folder)},
                                   settings_, nullptr, &same,
                                   [&](Article& read) { put(read, FileRecord{}); });
        }
        record.name = file.file.name;
        from.erase(file.from.folder, file.from.name);
        ledger.put(file.file.folder, std::move(record));
        if (pending_bytes_ >= batch_bytes) commit();
    }

    void put(Article& article, const FileRecord& before) {
        tell(has_id(before, article.id) ? "updated" : "added", article.path);
        writer_.put(builder_.build(article), vocabulary_);
        pending_bytes_ += article.body.size();
    }

    /// Articles, their forms, and what the ledgers say of their files: together or not at all.
    void commit() {
        for (const auto& [stem, form] : builder_.take_new_forms())
            writer_.add_form(vocabulary_.term(stem), vocabulary_.term(form));
        save_state(state_, builder_.languages(), [this](const auto& key, const auto& value) {
            writer_.set_metadata(key, value);
        });
        writer_.commit();
        pending_bytes_ = 0;
    }

    SyncPlan& plan_;
    const ReadSettings& settings_;
    const SyncEvents& events_;
    IndexState& state_;
    IndexReport& report_;
    XapianWriter writer_;
    Vocabulary vocabulary_;
    DocumentBuilder builder_{vocabulary_};
    std::uint64_t pending_bytes_ = 0;
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
};

}  // namespace

void update_database(const std::string& folder, SyncPlan& plan, const ReadSettings& settings,
                     const SyncEvents& events, IndexState& state, IndexReport& report) {
    const CrashNotice notice(folder);
    try {
        Update(folder, plan, settings, events, state, report).run();
    } catch (const Xapian::Error& error) {
        throw_writing_error(folder, error);
    }
}

void count_file(const FileRecord& record, const FileRecord* before, IndexReport& report) {
    if (before == nullptr) {
        report.added += record.ids.size();
        return;
    }
    const bool same = record.stamp.hash == before->stamp.hash && record.context == before->context;
    for (const std::string& id : record.ids) {
        const bool known = has_id(*before, id);
        ++(!known ? report.added : same ? report.unchanged : report.updated);
    }
    for (const std::string& id : before->ids) report.removed += !has_id(record, id);
}

void save_state(IndexState& state, const std::vector<std::string>& languages,
                const std::function<void(const std::string&, const std::string&)>& set_metadata) {
    for (auto& [number, ledger] : state.ledgers) ledger.save_changes(set_metadata);
    state.info.format = index_format;
    state.info.analysis = analysis_version;
    for (const std::string& code : languages)
        if (std::ranges::find(state.info.languages, code) == state.info.languages.end())
            state.info.languages.push_back(code);
    std::ranges::sort(state.info.languages);
    for (const auto& [key, value] : encode_info(state.info)) set_metadata(key, value);
    for (const Root& root : state.info.roots)
        set_metadata(filter_metadata_key(root.number), encode_filter(state.filter(root.number)));
}

}  // namespace dateline
