// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/last_run.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "common/error.h"
#include "indexer/files/generations.h"

namespace dateline {
namespace {

// A line a folder, below it its patterns as encode_filter writes them, and the problems told:
//     next 2
//     1 1764115200 2025-11-26T00:00:00Z /home/me/clippings
//     -drafts/
//     !5f3a90c1d2e4b687
constexpr const char* next_word = "next";
constexpr std::int64_t latest = 253'402'300'799;  // the end of the year 9999

std::tm broken_down(std::int64_t seconds) {
    return fmt::gmtime(static_cast<std::time_t>(seconds));
}

bool is_pattern(const std::string& line) {
    return line.starts_with('+') || line.starts_with('-') || line.starts_with('=');
}

void read_told(const std::string& line, ToldProblems& told) {
    std::uint64_t hash = 0;
    const char* end = line.data() + line.size();
    const auto [stop, problem] = std::from_chars(line.data() + 1, end, hash, 16);
    if (problem == std::errc{} && stop == end) told.insert(hash);
}

void read_folder(const std::string& line, FolderNotes& notes) {
    std::istringstream words(line);
    FolderNote note;
    std::string time;
    if (!(words >> note.root.number >> note.last_run >> time)) return;
    if (note.last_run < 0 || note.last_run > latest) note.last_run = 0;
    words.get();  // the blank before the path
    std::getline(words, note.root.path);
    note.root.path = path_from_line(note.root.path);
    notes.folders.push_back(std::move(note));
}

}  // namespace

const FolderNote* FolderNotes::find(std::uint32_t root) const {
    const auto note = std::ranges::find(
        folders, root, [](const FolderNote& folder) { return folder.root.number; });
    return note == folders.end() ? nullptr : &*note;
}

FolderNotes read_folder_notes(const std::string& index) {
    FolderNotes notes;
    std::ifstream file(std::filesystem::path(index) / last_run_name);
    std::string patterns;
    const auto end_folder = [&] {
        if (!notes.folders.empty()) notes.folders.back().filter = decode_filter(patterns);
        patterns.clear();
    };
    for (std::string line; std::getline(file, line);) {
        if (is_pattern(line)) {
            patterns += line + '\n';
            continue;
        }
        if (line.starts_with('!')) {
            if (!notes.folders.empty()) read_told(line, notes.folders.back().told);
            continue;
        }
        end_folder();
        if (line.starts_with(next_word))
            std::istringstream(line.substr(std::strlen(next_word))) >> notes.next_root;
        else
            read_folder(line, notes);
    }
    end_folder();
    for (const FolderNote& note : notes.folders)
        notes.next_root = std::max(notes.next_root, note.root.number + 1);
    return notes;
}

void write_folder_notes(const std::string& index, const FolderNotes& notes) {
    const std::string path = (std::filesystem::path(index) / last_run_name).string();
    const std::string fresh = path + ".new";
    std::ofstream out(fresh, std::ios::trunc);
    out << fmt::format("{} {}\n", next_word, notes.next_root);
    for (const FolderNote& note : notes.folders) {
        out << fmt::format("{} {} {:%FT%TZ} {}\n", note.root.number, note.last_run,
                           broken_down(note.last_run), path_line(note.root.path));
        const std::string patterns = encode_filter(note.filter);
        out << patterns << (patterns.empty() || patterns.ends_with('\n') ? "" : "\n");
        for (const std::uint64_t hash : note.told) out << fmt::format("!{:016x}\n", hash);
    }
    out.close();
    if (!out || std::rename(fresh.c_str(), path.c_str()) != 0)
        throw Error(fmt::format("cannot write '{}': {}", path, std::strerror(errno)),
                    "check the folder's permissions and the space on its disk");
}

std::string minute_text(std::int64_t seconds) {
    return fmt::format("{:%F %H:%M} UTC", broken_down(seconds));
}

}  // namespace dateline
