// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/chosen_roots.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>

#include "common/error.h"
#include "common/for_shell.h"
#include "indexer/sync/typed_path.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

bool lies_in(const std::string& path, const std::string& folder) {
    return folder == "/" || path.starts_with(folder + "/");
}

void check_contained(const IndexState& state, const std::string& path) {
    for (const Root& root : state.info.roots)
        if (lies_in(root.path, path))
            throw Error(
                fmt::format("'{}' contains '{}', which is in the index already", path, root.path),
                fmt::format("take that out first: 'dateline-index --forget {}'",
                            for_shell(root.path)));
}

bool has_named_files(const IndexState& state, const Root& root) {
    return !state.filter(root.number).named.empty();
}

/// Neither in a root nor around one, nor one itself.
void check_free(const IndexState& state, const std::string& path) {
    for (const Root& root : state.info.roots) {
        if (root.path == path)
            throw Error(
                fmt::format("'{}' is in the index already", path),
                fmt::format("take it out first: 'dateline-index --forget {}'", for_shell(path)));
        if (lies_in(path, root.path) && !has_named_files(state, root))
            throw Error(
                fmt::format("'{}' lies in '{}', which is in the index already", path, root.path),
                fmt::format("run 'dateline-index {}'", for_shell(root.path)));
    }
    check_contained(state, path);
}

Root add_root(IndexState& state, const std::string& path) {
    state.info.roots.push_back({state.next_root++, path});
    return state.info.roots.back();
}

/// The folder that the file is in, of which it and others that were named are all that is wanted;
/// a known root that has the file anyway.
Root root_of_file(IndexState& state, const fs::path& file) {
    const std::string folder = file.parent_path().string();
    const std::string name = file.filename().string();
    for (const Root& root : state.info.roots) {
        const bool named = has_named_files(state, root);
        if (!named && (root.path == folder || lies_in(folder, root.path))) return root;
        if (!named || root.path != folder) continue;
        state.filters[root.number].named.insert(name);
        return root;
    }
    const Root root = add_root(state, folder);
    state.filters[root.number].named = {name};
    return root;
}

/// The root of which the file was named, whether it is there or gone.
const Root* root_that_names(const IndexState& state, const fs::path& file) {
    const auto root = std::ranges::find_if(state.info.roots, [&](const Root& one) {
        return one.path == file.parent_path() &&
               state.filter(one.number).named.contains(file.filename());
    });
    return root == state.info.roots.end() ? nullptr : &*root;
}

Root root_of_folder(IndexState& state, const std::string& typed) {
    if (const Root* root = root_that_names(state, absolute_path(typed))) return *root;
    std::error_code ignored;
    if (fs::is_regular_file(typed, ignored)) return root_of_file(state, canonical_path(typed));
    const Root* known = state.find_root(typed);
    if (known == nullptr) {
        const fs::path path = canonical_path(typed);
        check_free(state, path.string());
        return add_root(state, path.string());
    }
    const Root root = *known;
    if (has_named_files(state, root)) {  // from now on all of it
        state.filters[root.number].named.clear();
        check_contained(state, root.path);
    }
    return root;
}

/// Takes a file out of those that were named of a folder, if it is one of several, and gives the
/// root, which then has it no more.
std::optional<Root> forget_file(IndexState& state, const std::string& typed) {
    const fs::path path = absolute_path(typed);
    const Root* root = root_that_names(state, path);
    if (root == nullptr) return std::nullopt;
    std::set<std::string>& names = state.filters[root->number].named;
    if (names.size() == 1) return std::nullopt;
    names.erase(path.filename());
    return *root;
}

}  // namespace

std::vector<Root> choose_roots(IndexState& state, const std::vector<std::string>& folders) {
    if (folders.empty()) return state.info.roots;
    std::vector<Root> roots;
    for (const std::string& typed : folders) {
        const Root root = root_of_folder(state, typed);
        if (std::ranges::find(roots, root) == roots.end()) roots.push_back(root);
    }
    return roots;
}

std::string place_for_root(const IndexState& state, const Root& root, const std::string& typed) {
    std::error_code ignored;
    const std::string path = canonical_path(typed).string();
    if (!fs::is_directory(path, ignored))
        throw Error(fmt::format("'{}' is not a folder", typed), "name the folder's new place");
    if (path == root.path)
        throw Error(fmt::format("'{}' is where the index has it already", path),
                    "name the folder's new place");
    IndexState others;
    others.info.roots = state.info.roots;
    others.filters = state.filters;
    std::erase(others.info.roots, root);
    check_free(others, path);
    return path;
}

Forgotten forget_roots(IndexState& state, const std::vector<std::string>& forget,
                       const std::vector<std::string>& folders) {
    for (const std::string& typed : folders)  // as --forget clippings/* has them
        if (!forget.empty() && named_file(typed))
            throw Error(fmt::format("--forget takes '{}' out, and '{}' would be read",
                                    forget.back(), typed),
                        "give --forget before each, and read others in a run of their own");
    Forgotten forgotten;
    for (const std::string& typed : forget) {
        if (const auto root = forget_file(state, typed)) {  // the others of its folder stay
            forgotten.narrowed.push_back(*root);
            continue;
        }
        forgotten.whole.push_back(state.known_root(typed));
        std::erase(state.info.roots, forgotten.whole.back());
    }
    return forgotten;
}

}  // namespace dateline
