// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/index_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "common/crash_notice.h"
#include "common/error.h"
#include "indexer/index_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

void load_ledgers(const Xapian::Database& database, IndexState& state) {
    for (const Root& root : state.info.roots) {
        const std::string filter = database.get_metadata(filter_metadata_key(root.number));
        if (!filter.empty()) state.filters[root.number] = decode_filter(filter);
        Ledger& ledger = state.ledger(root.number);
        const std::string prefix = Ledger::key_prefix(root.number);
        for (auto key = database.metadata_keys_begin(prefix);
             key != database.metadata_keys_end(prefix); ++key)
            ledger.load(database.get_metadata(*key));
    }
}

std::string canonical_folder(const std::string& typed) {
    std::error_code error;
    const fs::path path = fs::canonical(typed, error);
    if (error)
        throw Error(fmt::format("cannot read folder '{}': {}", typed, error.message()),
                    "check its name, or take it out with 'dateline-index --forget FOLDER'");
    if (!fs::is_directory(path, error))
        throw Error(fmt::format("'{}' is not a folder", typed), "name the folder that it is in");
    return path.string();
}

bool lies_in(const std::string& path, const std::string& folder) {
    return folder == "/" || path.starts_with(folder + "/");
}

void check_overlap(const IndexState& state, const std::string& path) {
    for (const Root& root : state.info.roots) {
        if (lies_in(path, root.path))
            throw Error(
                fmt::format("'{}' lies in '{}', which is in the index already", path, root.path),
                fmt::format("run 'dateline-index {}'", root.path));
        if (lies_in(root.path, path))
            throw Error(
                fmt::format("'{}' contains '{}', which is in the index already", path, root.path),
                fmt::format("take that out first: 'dateline-index --forget {}'", root.path));
    }
}

Root add_root(IndexState& state, const std::string& path) {
    check_overlap(state, path);
    std::uint32_t number = 0;
    for (const Root& root : state.info.roots) number = std::max(number, root.number + 1);
    state.info.roots.push_back({number, path});
    return state.info.roots.back();
}

}  // namespace

Ledger& IndexState::ledger(std::uint32_t root) {
    return ledgers.try_emplace(root, root).first->second;
}

FileFilter IndexState::filter(std::uint32_t root) const {
    const auto found = filters.find(root);
    return found == filters.end() ? FileFilter{} : found->second;
}

std::string filter_metadata_key(std::uint32_t root) {
    return fmt::format("dateline.filter.{:03}", root);
}

const Root* IndexState::find_root(const std::string& path) const {
    const auto root = std::ranges::find(info.roots, path, &Root::path);
    return root == info.roots.end() ? nullptr : &*root;
}

IndexState load_state(const std::string& index, bool rebuild) {
    IndexState state;
    state.generation = rebuild ? generation_to_rebuild(index) : current_generation(index);
    if (state.generation.empty()) return state;
    const CrashNotice notice(index);
    try {
        const Xapian::Database database = open_index(index);
        state.info = read_info(database);
        load_ledgers(database, state);
    } catch (const Error&) {
        if (!rebuild) throw;
        try {
            state.info = read_info(Xapian::Database(state.generation, Xapian::DB_BACKEND_GLASS));
        } catch (const Xapian::Error&) {
            state.info = {};  // too damaged to tell; the user has to name the folders
        }
        state.ledgers.clear();
    }
    return state;
}

std::vector<Root> choose_roots(IndexState& state, const std::vector<std::string>& folders) {
    if (folders.empty()) return state.info.roots;
    std::vector<Root> roots;
    for (const std::string& typed : folders) {
        const std::string path = canonical_folder(typed);
        const Root* known = state.find_root(path);
        const Root root = known != nullptr ? *known : add_root(state, path);
        if (std::ranges::find(roots, root) == roots.end()) roots.push_back(root);
    }
    return roots;
}

}  // namespace dateline
