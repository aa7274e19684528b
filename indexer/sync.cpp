// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>

#include "common/analysis.h"
#include "common/error.h"
#include "indexer/index_folder.h"
#include "indexer/index_state.h"
#include "indexer/plan.h"
#include "indexer/read_articles.h"
#include "indexer/writers/xapian_writer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t batch_bytes = 32 << 20;  // article text between two commits
constexpr std::uint64_t few_articles = 20;       // below, any number may be removed

/// One root and what is to be done in it.
struct RootWork {
    Root root;
    FolderDefaults defaults;
    Walk walk;
    Plan plan;
};

class Sync {
public:
    Sync(const SyncOptions& options, const SyncEvents& events)
        : options_(options), events_(events) {
        if (!options.outlets.empty()) settings_.outlets.extend(options.outlets);
        settings_.outlets_text = options.outlets;
        settings_.today = options.today;
        settings_.most_article_bytes = options.most_article_bytes;
    }

    IndexReport run() {
        std::optional<IndexLock> lock;
        if (!options_.dry_run) lock.emplace(options_.index, options_.wait, events_.waiting);
        state_ = load_state(options_.index, options_.rebuild);
        fresh_ = options_.rebuild || state_.generation.empty();
        forget_roots();
        plan_roots();
        if (options_.dry_run)
            tell_plan();
        else if (fresh_ || has_work())
            write();
        collect_problems();
        return std::move(report_);
    }

private:
    void forget_roots() {
        for (const std::string& typed : options_.forget) {
            const fs::path absolute = fs::weakly_canonical(typed);
            const Root* root = state_.find_root(absolute.string());
            if (root == nullptr) root = state_.find_root(typed);
            if (root == nullptr)
                throw Error(fmt::format("'{}' is not a folder of this index", typed),
                            "'dateline-index --status' lists them");
            forgotten_.push_back(*root);
            std::erase(state_.info.roots, forgotten_.back());
        }
    }

    void plan_roots() {
        // A new generation holds every root; an update compares the named ones.
        const std::size_t known = state_.info.roots.size();
        std::vector<Root> roots = choose_roots(state_, options_.folders);
        new_root_ = state_.info.roots.size() > known;
        if (fresh_) roots = state_.info.roots;
        if (roots.empty() && options_.forget.empty())
            throw Error("no folder to index", "name one: 'dateline-index FOLDER'");
        for (const Root& root : roots) {
            RootWork work{root, FolderDefaults(root.path), walk_folder(root.path), {}};
            Ledger& ledger = state_.ledger(root.number);
            work.plan = make_plan(work.walk, ledger, [&](const std::string& folder) {
                return settings_.context(work.defaults.of(folder));
            });
            refuse_vanished(work, ledger);
            if (fresh_) read_all(work);
            report_.unchanged += work.plan.unchanged;
            work_.push_back(std::move(work));
        }
        if (fresh_) state_.ledgers.clear();
    }

    /// An unmounted disk looks as if everything had been deleted.
    void refuse_vanished(const RootWork& work, const Ledger& ledger) const {
        const std::uint64_t before = ledger.articles();
        std::uint64_t gone = 0;
        for (const GoneFile& file : work.plan.gone)
            gone += ledger.find(file.folder, file.name)->ids.size();
        if (options_.allow_removals || before <= few_articles || gone * 2 <= before) return;
        throw Error(fmt::format("{} of the {} articles of '{}' are gone; nothing was changed", gone,
                                before, work.root.path),
                    "if that is right, say --allow-removals; else check that its disk is there");
    }

    static void read_all(RootWork& work) {
        work.plan = {};
        work.plan.read = work.walk.files;
    }

    /// A new root is remembered even if there is nothing in it.
    bool has_work() const {
        return new_root_ || !forgotten_.empty() ||
               std::ranges::any_of(work_, [](const RootWork& work) { return !work.plan.empty(); });
    }

    void tell_plan() {
        for (const RootWork& work : work_) {
            for (const WalkedFile& file : work.plan.read) {
                const bool known = state_.ledgers.contains(work.root.number) &&
                                   state_.ledger(work.root.number).find(file.folder, file.name);
                ++(known ? report_.updated : report_.added);
                tell(known ? "update" : "add", file.path());
            }
            for (const GoneFile& file : work.plan.gone) {
                ++report_.removed;
                tell("remove", file.folder.empty() ? file.name : file.folder + "/" + file.name);
            }
        }
    }

    void tell(const char* change, const std::string& path) const {
        if (events_.file) events_.file(change, path);
    }

    void write() {
        const std::string folder = fresh_ ? next_generation(options_.index) : state_.generation;
        try {
            writer_ = std::make_unique<XapianWriter>(folder, fresh_);
            for (const Root& root : forgotten_) forget(root);
            for (const RootWork& work : work_) total_ += work.plan.read.size();
            for (RootWork& work : work_) write_root(work);
            commit();
            writer_.reset();
        } catch (const Xapian::Error& error) {
            throw_index_error(folder, error);
        }
        if (fresh_) publish_generation(options_.index, folder);
        report_.wrote = true;
    }

    void forget(const Root& root) {
        Ledger& ledger = state_.ledger(root.number);
        const auto folders = ledger.folders();
        for (const auto& [folder, records] : folders)
            for (const auto& [name, record] : records) remove_file(ledger, folder, name);
        writer_->set_metadata(root_metadata_key(root.number), "");
    }

    void write_root(RootWork& work) {
        Ledger& ledger = state_.ledger(work.root.number);
        for (const GoneFile& file : work.plan.gone) remove_file(ledger, file.folder, file.name);
        for (const WalkedFile& file : work.plan.read) {
            if (events_.stop != nullptr && *events_.stop) stop();
            write_file(work, ledger, file);
            if (events_.progress) events_.progress(++done_, total_);
        }
    }

    [[noreturn]] void stop() {
        writer_.reset();  // gives up what is not committed
        throw Error(fresh_ ? "interrupted; the index is as it was"
                           : "interrupted; the rest is done by the next run",
                    "", 130);
    }

    void remove_file(Ledger& ledger, const std::string& folder, const std::string& name) {
        const FileRecord* record = ledger.find(folder, name);
        if (!fresh_)
            for (const std::string& id : record->ids) writer_->remove(id);
        report_.removed += record->ids.size();
        tell("removed", folder.empty() ? name : folder + "/" + name);
        ledger.erase(folder, name);
    }

    void write_file(RootWork& work, Ledger& ledger, const WalkedFile& file) {
        const FileRecord* known = ledger.find(file.folder, file.name);
        const FileRecord before = known != nullptr ? *known : FileRecord{};
        bool same = false;
        FileRecord record =
            read_articles({work.root, file, work.defaults.of(file.folder)}, settings_, known, &same,
                          [&](Article& article) { put(article, before); });
        if (same) report_.unchanged += record.ids.size();
        remove_missing(record, before);
        ledger.put(file.folder, std::move(record));
        if (pending_bytes_ >= batch_bytes && !fresh_) commit();
    }

    void put(Article& article, const FileRecord& before) {
        const bool known = std::ranges::find(before.ids, article.id) != before.ids.end();
        ++(known ? report_.updated : report_.added);
        tell(known ? "updated" : "added", article.path);
        writer_->put(builder_.build(article), vocabulary_);
        pending_bytes_ += article.body.size();
    }

    void remove_missing(const FileRecord& record, const FileRecord& old) {
        for (const std::string& id : old.ids) {
            if (std::ranges::find(record.ids, id) != record.ids.end()) continue;
            writer_->remove(id);
            ++report_.removed;
        }
    }

    /// Articles, their forms, and what the ledgers say of their files: together or not at all.
    void commit() {
        for (const auto& [stem, form] : builder_.take_new_forms())
            writer_->add_form(vocabulary_.term(stem), vocabulary_.term(form));
        const auto set = [this](const std::string& key, const std::string& value) {
            writer_->set_metadata(key, value);
        };
        for (auto& [number, ledger] : state_.ledgers) ledger.save_changes(set);
        state_.info.format = index_format;
        state_.info.analysis = analysis_version;
        for (const std::string& code : builder_.languages())
            if (std::ranges::find(state_.info.languages, code) == state_.info.languages.end())
                state_.info.languages.push_back(code);
        std::ranges::sort(state_.info.languages);
        for (const auto& [key, value] : encode_info(state_.info)) set(key, value);
        writer_->commit();
        pending_bytes_ = 0;
    }

    /// Problems of this run and remembered ones, for the folders that were compared.
    void collect_problems() {
        for (const RootWork& work : work_) {
            std::ranges::copy(work.walk.problems, std::back_inserter(report_.problems));
            std::ranges::copy(work.defaults.problems(), std::back_inserter(report_.problems));
            const auto ledger = state_.ledgers.find(work.root.number);
            if (ledger == state_.ledgers.end()) continue;
            for (const auto& [folder, records] : ledger->second.folders())
                for (const auto& [name, record] : records) collect(folder, record);
        }
    }

    void collect(const std::string& folder, const FileRecord& record) {
        report_.skipped += record.outcome == FileOutcome::skipped;
        for (Problem problem : record.problems) {
            problem.path = folder.empty() ? record.name : folder + "/" + record.name;
            report_.problems.push_back(std::move(problem));
        }
    }

    const SyncOptions& options_;
    const SyncEvents& events_;
    ReadSettings settings_;
    IndexState state_;
    bool fresh_ = false;  ///< a new generation is written
    bool new_root_ = false;
    std::vector<Root> forgotten_;
    std::vector<RootWork> work_;
    IndexReport report_;

    Vocabulary vocabulary_;
    DocumentBuilder builder_{vocabulary_};
    std::unique_ptr<XapianWriter> writer_;
    std::uint64_t pending_bytes_ = 0;
    std::uint64_t done_ = 0;
    std::uint64_t total_ = 0;
};

std::string plural(std::uint64_t count, const char* one, const char* many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

IndexReport sync_index(const SyncOptions& options, const SyncEvents& events) {
    return Sync(options, events).run();
}

std::string summary_line(const IndexReport& report, double seconds) {
    std::string line = fmt::format("{}: {} added, {} updated, {} unchanged, {} removed, {}",
                                   plural(report.total(), "article", "articles"), report.added,
                                   report.updated, report.unchanged, report.removed,
                                   plural(report.problems.size(), "problem", "problems"));
    if (report.skipped > 0)
        line += fmt::format(", {} skipped", plural(report.skipped, "file", "files"));
    return line + fmt::format(" in {:.1f} s", seconds);
}

}  // namespace dateline
