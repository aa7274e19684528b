// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/index_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "common/analysis.h"
#include "common/crash_notice.h"
#include "common/error.h"
#include "indexer/files/generations.h"
#include "indexer/sync/last_run.h"
#include "indexer/sync/typed_path.h"

namespace dateline {
namespace {

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

}  // namespace

Ledger& IndexState::ledger(std::uint32_t root) {
    return ledgers.try_emplace(root, root).first->second;
}

const FileFilter& IndexState::filter(std::uint32_t root) const {
    static const FileFilter none;
    const auto found = filters.find(root);
    return found == filters.end() ? none : found->second;
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
            const std::set<std::string>& names = filter(one.number).named;
            return names.size() == 1 && whole_path(one, *names.begin()) == path;
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

}  // namespace dateline
