// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/run_plan.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "common/error.h"
#include "common/for_shell.h"
#include "indexer/sync/adopt_outlets.h"
#include "indexer/sync/chosen_roots.h"
#include "indexer/sync/known_items.h"
#include "indexer/sync/moves.h"
#include "indexer/sync/typed_path.h"

namespace dateline {
namespace {

constexpr std::uint64_t few_articles = 20;  // of a root, below which any number may be removed
constexpr std::uint64_t few_changes = 200;  // articles, below which the index is updated in place

bool is_there(const std::string& path) {
    return access(path.c_str(), F_OK) == 0;
}

/// An unmounted disk looks as if everything had been deleted. What is there but left out by a
/// pattern has not vanished.
void refuse_vanished(const RootWork& work, const Ledger& ledger) {
    const std::uint64_t before = ledger.articles();
    std::uint64_t gone = 0;
    for (const std::string& path : work.plan.gone)
        if (!is_there(whole_path(work.root, path))) gone += ledger.find(path)->articles;
    if (before <= few_articles || gone * 2 <= before) return;
    throw Error(fmt::format("{} of the {} articles of '{}' are gone; nothing was changed", gone,
                            before, work.root.path),
                "if that is right, say --allow-removals; else check that its disk is there");
}

/// A new database would not have what cannot be read again.
void refuse_unwalked(const RootWork& work) {
    if (work.plan.unwalked == 0) return;
    throw Error(fmt::format("{} articles of '{}' are in folders that cannot be read; nothing was "
                            "changed",
                            work.plan.unwalked, work.root.path),
                "check the permissions and the disk, or say --allow-removals to leave them out");
}

/// Where it is not known which files the index is of, nothing at all is what can be told.
void refuse_empty(const RootWork& work) {
    if (!work.walk.files.empty()) return;
    throw Error(fmt::format("'{}' is empty; nothing was changed", work.root.path),
                "if that is right, say --allow-removals; else check that its disk is there");
}

/// How many articles of a file that is to be read may have to be written.
std::uint64_t changed_articles(const RootWork& work, const WalkedFile& file,
                               const FileRecord* before, const ReadSettings& settings) {
    const KnownItems* items = work.items_of(file.path());
    const std::uint64_t known =
        before == nullptr ? 1 : std::max<std::uint64_t>(1, before->articles);
    try {
        const std::string path = whole_path(work.root, file.path());
        const std::uint64_t context = settings.context(work.defaults->of(file.folder));
        if (before != nullptr && before->container && before->stamp.size == file.stamp.size &&
            before->context == context && before->stamp.hash == hash_file(path))
            return 0;  // only touched
        return count_new_items(path, settings, item_context(before, context),
                               items == nullptr ? KnownItems{} : *items)
            .value_or(known);
    } catch (const Error&) {
        return known;  // its reader will say why
    }
}

/// In place, an article costs some ten times what it costs in a new generation.
bool changes_much(const RunPlan& plan, const ReadSettings& settings, IndexState& state) {
    std::uint64_t changed = 0;
    for (const Root& root : plan.forgotten) changed += state.ledger(root.number).articles();
    std::uint64_t all = changed;
    for (const RootWork& work : plan.roots) {
        const Ledger& ledger = state.ledger(work.root.number);
        all += ledger.articles();
        for (const std::string& path : work.plan.gone) changed += ledger.find(path)->articles;
        for (const WalkedFile& file : work.plan.read)
            changed += changed_articles(work, file, ledger.find(file.path()), settings);
    }
    return changed > few_changes && changed * 5 > all;
}

/// What the index has of the containers that are to be read.
void load_items(RootWork& work, IndexState& state) {
    if (!state.database) return;
    const Ledger& ledger = state.ledger(work.root.number);
    for (const WalkedFile& file : work.plan.read) {
        const FileRecord* before = ledger.find(file.path());
        if (before != nullptr && before->container)
            work.items[file.path()] = items_of(*state.database, work.root.number, file.path());
    }
}

class Planning {
public:
    Planning(const SyncOptions& options, const ReadSettings& settings, IndexState& state)
        : options_(options), settings_(settings), state_(state) {}

    RunPlan run() {
        const auto filters = state_.filters;
        Forgotten forgotten = forget_roots(state_, options_.forget, options_.folders);
        plan_.forgotten = std::move(forgotten.whole);
        plan_.new_generation =
            options_.rebuild || state_.generation.empty() || !state_.renewal.empty();
        first_new_root_ = state_.next_root;
        const std::size_t known = state_.info.roots.size();
        std::vector<Root> roots = choose_roots(state_, options_.folders);
        const bool new_root = state_.info.roots.size() > known;
        if (roots.empty() && options_.forget.empty())
            throw Error("no folder to index", "name one: 'dateline-index FOLDER'");
        set_filter(roots);
        for (const Root& root : forgotten.narrowed)
            if (std::ranges::find(roots, root) == roots.end() &&
                std::ranges::find(state_.info.roots, root) != state_.info.roots.end())
                roots.push_back(root);
        if (plan_.new_generation) roots = state_.info.roots;
        compare(roots);
        if (!plan_.new_generation && !options_.dry_run && !leaves_some())
            plan_.new_generation = changes_much(plan_, settings_, state_);
        for (const RootWork& work : plan_.roots)
            state_.outlets[work.root.number] = settings_.outlets_text;
        tell_left_out();
        plan_.empty =
            !plan_.new_generation && !new_root && state_.filters == filters && nothing_to_do();
        return std::move(plan_);
    }

private:
    /// The filter counts for the folders of this run, and is remembered with them.
    void set_filter(const std::vector<Root>& roots) {
        if (!options_.filter) return;
        for (const Root& root : roots) {
            const bool named = !state_.filter(root.number).named.empty();
            if (named && options_.folders.empty()) continue;
            if (named || names_file())
                throw Error("patterns go with folders, not with files",
                            "give them in a run of their own, with the folders that they are for");
            state_.filters[root.number] = *options_.filter;
        }
    }

    /// A file that was named, of a folder that the index has but for this file.
    void tell_left_out() {
        std::vector<std::string> named;
        for (const std::string& typed : options_.folders)
            if (const auto file = named_file(typed)) named.push_back(*file);
        if (named.empty()) return;
        std::unordered_set<std::string> taken;
        for (const RootWork& work : plan_.roots)
            for (const WalkedFile& walked : work.walk.files)
                taken.insert(whole_path(work.root, walked.path()));
        for (const std::string& file : named) {
            if (!taken.contains(file))
                plan_.problems.push_back(
                    {file, 0,
                     "not taken: its folder is in the index, and leaves it out by a pattern, a "
                     ".datelineignore or as a hidden file",
                     true});
        }
    }

    bool names_file() const {
        return std::ranges::any_of(options_.folders, [](const std::string& typed) {
            return named_file(typed).has_value();
        });
    }

    /// A run that leaves some of the folders alone cannot write them anew.
    bool leaves_some() const {
        return plan_.roots.size() != state_.info.roots.size() ||
               std::ranges::any_of(plan_.roots,
                                   [](const auto& work) { return work.plan.unwalked > 0; });
    }

    void compare(const std::vector<Root>& roots) {
        for (const Root& root : roots) {
            try {
                plan_.roots.push_back(compare_root(root, options_.index, settings_, state_));
            } catch (const Error& error) {
                leave(root,
                      Error(error.what(),
                            fmt::format("check that its disk is there; --move-root tells where "
                                        "it is now, 'dateline-index --forget {}' takes it out",
                                        for_shell(root.path))));
            }
        }
        find_moves(plan_.roots, state_);
        std::erase_if(plan_.roots, [&](const RootWork& work) { return is_refused(work); });
        undo_moves_from_left();
        if (!options_.rebuild)  // all is read, and what the index has of it may be damaged
            for (RootWork& work : plan_.roots) load_items(work, state_);
        if (plan_.roots.empty() && plan_.forgotten.empty() && first_error_) throw *first_error_;
    }

    /// Not of an index that is damaged or of an older format.
    bool knows_files() const { return state_.renewal.empty() && state_.database.has_value(); }

    bool is_refused(const RootWork& work) {
        if (options_.allow_removals) return false;
        try {
            refuse_vanished(work, state_.ledger(work.root.number));
            if (plan_.new_generation) refuse_unwalked(work);
            if (work.root.number < first_new_root_ && !knows_files()) refuse_empty(work);
            return false;
        } catch (const Error& error) {
            leave(work.root, error);
            return true;
        }
    }

    /// What seems to have moved out of a root that is left as it is, is new.
    void undo_moves_from_left() {
        const auto is_left = [&](const MovedFile& move) {
            return std::ranges::none_of(plan_.roots, [&](const RootWork& work) {
                return work.root.number == move.from_root;
            });
        };
        for (RootWork& work : plan_.roots) {
            for (const MovedFile& move : work.plan.moved)
                if (is_left(move)) work.plan.read.push_back(move.file);
            std::erase_if(work.plan.moved, is_left);
        }
    }

    /// The root stays in the index as it is, and the others go on.
    void leave(const Root& root, const Error& error) {
        if (plan_.new_generation) throw error;
        if (!first_error_) first_error_ = error;
        std::string what = error.what();
        if (!error.hint().empty()) what += fmt::format(" ({})", error.hint());
        plan_.problems.push_back({root.path, 0, what, true});
    }

    bool nothing_to_do() const {
        return plan_.forgotten.empty() && std::ranges::all_of(plan_.roots, [](const auto& work) {
                   return work.plan.empty() && !work.adopted;
               });
    }

    const SyncOptions& options_;
    const ReadSettings& settings_;
    IndexState& state_;
    RunPlan plan_;
    std::uint32_t first_new_root_ = 0;  ///< number of the first folder that is new in this run
    std::optional<Error> first_error_;
};

}  // namespace

const KnownItems* RootWork::items_of(const std::string& path) const {
    const auto found = items.find(path);
    return found == items.end() ? nullptr : &found->second;
}

RootWork compare_root(const Root& root, const std::string& index, const ReadSettings& settings,
                      IndexState& state) {
    RootWork work;
    work.root = root;
    work.walk = walk_folder(root.path, {index, state.filter(root.number)});
    work.defaults = std::make_unique<FolderDefaults>(root.path);
    Ledger& ledger = state.ledger(root.number);
    work.adopted = adopt_outlets(ledger, state.outlets[root.number], settings, *work.defaults);
    work.plan = plan_root(
        work.walk, ledger, settings.most_article_bytes,
        [&](const std::string& folder) { return settings.context(work.defaults->of(folder)); });
    return work;
}

RunPlan plan_run(const SyncOptions& options, const ReadSettings& settings, IndexState& state) {
    try {
        return Planning(options, settings, state).run();
    } catch (const Xapian::Error& error) {
        throw_index_error(options.index, error);
    }
}

}  // namespace dateline
