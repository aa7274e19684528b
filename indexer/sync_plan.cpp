// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync_plan.h"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "common/error.h"
#include "indexer/moves.h"

namespace dateline {
namespace {

constexpr std::uint64_t few_articles = 20;  // of a root, below which any number may be removed
constexpr std::size_t few_files = 200;      // to read, below which the index is updated in place

std::vector<Root> forget_roots(const SyncOptions& options, IndexState& state) {
    std::vector<Root> forgotten;
    for (const std::string& typed : options.forget) {
        std::error_code ignored;
        const Root* root =
            state.find_root(std::filesystem::weakly_canonical(typed, ignored).string());
        if (root == nullptr) root = state.find_root(typed);
        if (root == nullptr)
            throw Error(fmt::format("'{}' is not a folder of this index", typed),
                        "'dateline-index --status' lists them");
        forgotten.push_back(*root);
        std::erase(state.info.roots, forgotten.back());
    }
    return forgotten;
}

bool is_there(const std::string& path) {
    return access(path.c_str(), F_OK) == 0;
}

/// An unmounted disk looks as if everything had been deleted. What is there but left out by a
/// pattern has not vanished.
void refuse_vanished(const RootWork& work, const Ledger& ledger) {
    const std::uint64_t before = ledger.articles();
    std::uint64_t gone = 0;
    for (const GoneFile& file : work.plan.gone)
        if (!is_there(work.root.path + "/" + file.path()))
            gone += ledger.find(file.folder, file.name)->ids.size();
    if (before <= few_articles || gone * 2 <= before) return;
    throw Error(fmt::format("{} of the {} articles of '{}' are gone; nothing was changed", gone,
                            before, work.root.path),
                "if that is right, say --allow-removals; else check that its disk is there");
}

/// The filter counts for the folders of this run, and is remembered with them. True if it is new.
bool set_filter(const SyncOptions& options, const std::vector<Root>& roots, IndexState& state) {
    if (!options.filter) return false;
    bool changed = false;
    for (const Root& root : roots) {
        changed = changed || state.filter(root.number) != *options.filter;
        state.filters[root.number] = *options.filter;
    }
    return changed;
}

/// In place, an article costs some ten times what it costs in a new generation.
bool changes_much(const std::vector<RootWork>& roots) {
    std::uint64_t read = 0;
    std::uint64_t all = 0;
    std::size_t files = 0;
    for (const RootWork& work : roots) {
        for (const WalkedFile& file : work.walk.files) all += file.stamp.size;
        for (const WalkedFile& file : work.plan.read) read += file.stamp.size;
        files += work.plan.read.size();
    }
    return files > few_files && read * 5 > all;
}

bool is_empty(const SyncPlan& plan) {
    return plan.forgotten.empty() &&
           std::ranges::all_of(plan.roots, [](const RootWork& work) { return work.plan.empty(); });
}

}  // namespace

ReadSettings read_settings(const std::string& outlets) {
    ReadSettings settings;
    settings.outlets_text = outlets;
    if (!outlets.empty()) settings.outlets.extend(outlets);
    return settings;
}

RootWork compare_root(const Root& root, const WalkOptions& walk, const ReadSettings& settings,
                      const Ledger& ledger) {
    RootWork work{
        root, std::make_unique<FolderDefaults>(root.path), walk_folder(root.path, walk), {}};
    work.plan = make_plan(work.walk, ledger, [&](const std::string& folder) {
        return settings.context(work.defaults->of(folder));
    });
    return work;
}

SyncPlan make_sync_plan(const SyncOptions& options, const ReadSettings& settings,
                        IndexState& state) {
    SyncPlan plan;
    plan.forgotten = forget_roots(options, state);
    const std::size_t known = state.info.roots.size();
    plan.new_generation = options.rebuild || state.generation.empty();
    std::vector<Root> roots = choose_roots(state, options.folders);
    const bool new_root = state.info.roots.size() > known;
    if (roots.empty() && options.forget.empty())
        throw Error("no folder to index", "name one: 'dateline-index FOLDER'");
    plan.new_filter = set_filter(options, roots, state);
    if (plan.new_generation) roots = state.info.roots;
    for (const Root& root : roots)
        plan.roots.push_back(compare_root(root, {options.index, state.filter(root.number)},
                                          settings, state.ledger(root.number)));
    find_moves(plan.roots, state);
    for (const RootWork& work : plan.roots)
        if (!options.allow_removals) refuse_vanished(work, state.ledger(work.root.number));
    // A run that names some of the folders leaves the others alone, so it cannot write them anew.
    const bool all_roots = roots.size() == state.info.roots.size();
    if (!plan.new_generation && all_roots && changes_much(plan.roots)) plan.new_generation = true;
    plan.empty = !options.rebuild && !state.generation.empty() && !new_root && !plan.new_filter &&
                 is_empty(plan);
    return plan;
}

}  // namespace dateline
