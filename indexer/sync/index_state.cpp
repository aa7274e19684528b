// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/index_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "common/analysis.h"
#include "common/crash_notice.h"
#include "common/error.h"
#include "indexer/files/generations.h"
#include "indexer/sync/last_run.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* next_root_key = "dateline.next_root";

std::uint32_t to_number(const std::string& text) {
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// What tells which folders the index is of; the same in every format.
void load_roots(const Xapian::Database& database, IndexState& state) {
    state.info = read_info(database);
    state.next_root = to_number(database.get_metadata(next_root_key));
    for (const Root& root : state.info.roots) {
        state.next_root = std::max(state.next_root, root.number + 1);
        const std::string filter = database.get_metadata(filter_metadata_key(root.number));
        if (!filter.empty()) state.filters[root.number] = decode_filter(filter);
        state.outlets[root.number] = database.get_metadata(outlets_metadata_key(root.number));
    }
}

void load_ledgers(const Xapian::Database& database, IndexState& state) {
    for (const Root& root : state.info.roots) {
        Ledger& ledger = state.ledger(root.number);
        const std::string prefix = Ledger::key_prefix(root.number);
        for (auto key = database.metadata_keys_begin(prefix);
             key != database.metadata_keys_end(prefix); ++key)
            ledger.load(*key, database.get_metadata(*key));
    }
}

void load(const std::string& index, IndexState& state) {
    try {
        state.database = open_any_version(index);
        load_roots(*state.database, state);
        if (!is_older(index, state.info)) return load_ledgers(*state.database, state);
        state.renewal =
            "the index was made by an older dateline; all files are read again into a new one";
    } catch (const Xapian::Error& error) {
        throw_index_error(index, error);
    }
}

/// The roots of an index that cannot be read: from the notes beside it, else from what can be had
/// of it.
void recover_roots(const std::string& index, IndexState& state) {
    state.info.roots.clear();
    state.ledgers.clear();
    state.database.reset();
    const FolderNotes notes = read_folder_notes(index);
    state.next_root = std::max(notes.next_root, state.next_root);
    for (const FolderNote& note : notes.folders) {
        if (note.root.path.empty()) continue;
        state.info.roots.push_back(note.root);
        state.filters[note.root.number] = note.filter;
    }
    if (!state.info.roots.empty()) return;
    try {
        load_roots(Xapian::Database(state.generation, Xapian::DB_BACKEND_GLASS), state);
    } catch (const Xapian::Error&) {
        state.info = {};  // too damaged to tell; the user has to name the folders
    }
}

/// The notes of folders are written after a run: where they are and no database, that is lost.
void recover_lost(const std::string& index, bool rebuild, IndexState& state) {
    if (read_folder_notes(index).folders.empty()) return;
    if (!rebuild)
        throw Error(fmt::format("index '{}' has lost its database", index),
                    "make it anew from its folders, which it still knows, with 'dateline-index "
                    "--rebuild'");
    recover_roots(index, state);
}

/// Absolute, without links as far as it is there, and without a slash at its end.
fs::path absolute_path(const std::string& typed) {
    std::error_code ignored;
    fs::path path = fs::weakly_canonical(fs::absolute(typed, ignored), ignored);
    return path.has_filename() ? path : path.parent_path();
}

/// Absolute, without links; of a folder or a file.
fs::path canonical_path(const std::string& typed) {
    std::error_code error;
    fs::path path = fs::canonical(typed, error);
    if (error)
        throw Error(fmt::format("cannot read '{}': {}", typed, error.message()), "check its name");
    if (!fs::is_directory(path, error) && !fs::is_regular_file(path, error))
        throw Error(fmt::format("'{}' is neither a folder nor a file", typed),
                    "name a folder of articles, or a file of them");
    return path;
}

bool lies_in(const std::string& path, const std::string& folder) {
    return folder == "/" || path.starts_with(folder + "/");
}

void check_contained(const IndexState& state, const std::string& path) {
    for (const Root& root : state.info.roots)
        if (lies_in(root.path, path))
            throw Error(
                fmt::format("'{}' contains '{}', which is in the index already", path, root.path),
                fmt::format("take that out first: 'dateline-index --forget {}'", root.path));
}

bool has_named_files(const IndexState& state, const Root& root) {
    return !state.filter(root.number).named.empty();
}

/// Neither in a root nor around one, nor one itself.
void check_free(const IndexState& state, const std::string& path) {
    for (const Root& root : state.info.roots) {
        if (root.path == path)
            throw Error(fmt::format("'{}' is in the index already", path),
                        fmt::format("take it out first: 'dateline-index --forget {}'", path));
        if (lies_in(path, root.path) && !has_named_files(state, root))
            throw Error(
                fmt::format("'{}' lies in '{}', which is in the index already", path, root.path),
                fmt::format("run 'dateline-index {}'", root.path));
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
        std::vector<std::string>& names = state.filters[root.number].named;
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
        return root;
    }
    const Root root = add_root(state, folder);
    state.filters[root.number].named = {name};
    return root;
}

Root root_of_folder(IndexState& state, const std::string& typed) {
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

std::string outlets_metadata_key(std::uint32_t root) {
    return fmt::format("dateline.outlets.{:03}", root);
}

const Root* IndexState::find_root(const std::string& typed) const {
    const std::string path = absolute_path(typed).string();
    auto root = std::ranges::find(info.roots, path, &Root::path);
    if (root == info.roots.end()) {  // the only file that was named of a folder
        root = std::ranges::find_if(info.roots, [&](const Root& one) {
            const std::vector<std::string> names = filter(one.number).named;
            return names.size() == 1 && whole_path(one, names.front()) == path;
        });
    }
    if (root == info.roots.end()) root = std::ranges::find(info.roots, typed, &Root::path);
    return root == info.roots.end() ? nullptr : &*root;
}

const Root& IndexState::known_root(const std::string& typed) const {
    const Root* root = find_root(typed);
    if (root == nullptr)
        throw Error(fmt::format("'{}' is not a folder of this index", typed),
                    "'dateline-index --status' lists them");
    return *root;
}

std::string place_for_root(const IndexState& state, const Root& root, const std::string& typed) {
    std::error_code ignored;
    const std::string path = canonical_path(typed).string();
    if (!fs::is_directory(path, ignored))
        throw Error(fmt::format("'{}' is not a folder", typed), "name the folder's new place");
    IndexState others;
    others.info.roots = state.info.roots;
    others.filters = state.filters;
    std::erase(others.info.roots, root);
    check_free(others, path);
    return path;
}

std::optional<std::string> named_file(const std::string& typed) {
    std::error_code error;
    if (!fs::is_regular_file(typed, error)) return std::nullopt;
    return canonical_path(typed).string();
}

bool forget_file(IndexState& state, const std::string& typed) {
    const fs::path path = absolute_path(typed);
    const auto root = std::ranges::find(state.info.roots, path.parent_path().string(), &Root::path);
    if (root == state.info.roots.end()) return false;
    std::vector<std::string>& names = state.filters[root->number].named;
    return names.size() > 1 && std::erase(names, path.filename().string()) > 0;
}

IndexState load_state(const std::string& index, bool rebuild) {
    IndexState state;
    state.generation = rebuild ? generation_to_rebuild(index) : current_generation(index);
    if (state.generation.empty()) {
        recover_lost(index, rebuild, state);
        return state;
    }
    const CrashNotice notice(index);
    try {
        load(index, state);
    } catch (const Error&) {
        if (!rebuild) throw;
        recover_roots(index, state);
    }
    return state;
}

void save_state(IndexState& state, const std::vector<std::string>& languages,
                const SetMetadata& set_metadata) {
    for (auto& [number, ledger] : state.ledgers) ledger.save_changes(set_metadata);
    state.info.format = index_format;
    state.info.analysis = analysis_version;
    for (const std::string& code : languages)
        if (std::ranges::find(state.info.languages, code) == state.info.languages.end())
            state.info.languages.push_back(code);
    std::ranges::sort(state.info.languages);
    for (const auto& [key, value] : encode_info(state.info)) set_metadata(key, value);
    set_metadata(next_root_key, std::to_string(state.next_root));
    for (const Root& root : state.info.roots) {
        set_metadata(filter_metadata_key(root.number), encode_filter(state.filter(root.number)));
        set_metadata(outlets_metadata_key(root.number), state.outlets[root.number]);
    }
}

std::vector<Root> choose_roots(IndexState& state, const std::vector<std::string>& folders) {
    if (folders.empty()) return state.info.roots;
    std::vector<Root> roots;
    for (const std::string& typed : folders) {
        const Root root = root_of_folder(state, typed);
        if (std::ranges::find(roots, root) == roots.end()) roots.push_back(root);
    }
    return roots;
}

}  // namespace dateline
