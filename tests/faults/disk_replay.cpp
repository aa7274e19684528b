// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/disk_replay.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;

std::string read_all(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string parent_of(const std::string& path) {
    return fs::path(path).parent_path().string();
}

}  // namespace

std::vector<RecordedCall> read_recorded_calls(const fs::path& log) {
    const std::string bytes = read_all(log / "bytes");
    std::istringstream lines(read_all(log / "calls"));
    std::vector<RecordedCall> calls;
    for (RecordedCall call; std::getline(lines, call.name, '\t');) {
        std::string offset;
        std::string size;
        std::string at;
        std::getline(lines, call.path, '\t');
        std::getline(lines, call.other, '\t');
        std::getline(lines, offset, '\t');
        std::getline(lines, size, '\t');
        std::getline(lines, at);
        call.offset = std::stoul(offset);
        call.bytes = bytes.substr(std::stoul(at), call.name == "write" ? std::stoul(size) : 0);
        calls.push_back(call);
    }
    return calls;
}

Disk::Disk(const fs::path& folder, const std::string& path) {
    if (!fs::exists(folder)) return;
    names_[path] = folder_number;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = path + "/" + fs::relative(entry.path(), folder).string();
        if (entry.is_directory()) {
            names_[name] = folder_number;
        } else {
            names_[name] = static_cast<int>(files_.size());
            files_.push_back({read_all(entry.path()), read_all(entry.path())});
        }
    }
    lasting_names_ = names_;
}

void Disk::change(Names& names, const NameChange& change) {
    if (!change.removed.empty()) names.erase(change.removed);
    if (!change.made.empty()) names[change.made] = change.file;
}

void Disk::change_names(const NameChange& change) {
    Disk::change(names_, change);
    pending_.push_back(change);
}

Disk::File* Disk::file(const std::string& path) {
    const auto name = names_.find(path);
    if (name == names_.end() || name->second == folder_number) return nullptr;
    return &files_[static_cast<std::size_t>(name->second)];
}

void Disk::sync(const std::string& path) {
    if (File* synced = file(path)) {
        synced->lasting = synced->now;
        return;
    }
    std::erase_if(pending_, [&](const NameChange& pending) {
        if (pending.folder != path) return false;
        Disk::change(lasting_names_, pending);
        return true;
    });
}

void Disk::apply(const RecordedCall& call) {
    File* const written = file(call.path);
    if (call.name == "create") {
        files_.emplace_back();
        change_names({parent_of(call.path), "", call.path, static_cast<int>(files_.size()) - 1});
    } else if (call.name == "mkdir") {
        change_names({parent_of(call.path), "", call.path, folder_number});
    } else if (call.name == "remove") {
        change_names({parent_of(call.path), call.path, "", folder_number});
    } else if (call.name == "rename") {
        if (const auto name = names_.find(call.path); name != names_.end())
            change_names({parent_of(call.other), call.path, call.other, name->second});
    } else if (call.name == "sync") {
        sync(call.path);
    } else if (written != nullptr && (call.name == "empty" || call.name == "truncate")) {
        written->now.resize(call.offset);
    } else if (written != nullptr && call.name == "write") {
        if (written->now.size() < call.offset) written->now.resize(call.offset);
        written->now.replace(call.offset, call.bytes.size(), call.bytes);
    }
}

/// What was changed since it was synced, up to the middle of that.
std::string Disk::half_written(const File& file) {
    const auto first = std::ranges::mismatch(file.now, file.lasting).in1 - file.now.begin();
    const auto same = static_cast<std::size_t>(first);
    const std::size_t half = same + (file.now.size() - same) / 2;
    std::string bytes = file.lasting;
    bytes.replace(0, half, file.now, 0, half);
    return bytes;
}

DiskState Disk::after_power_cut(Spared spared, std::mt19937& random) const {
    const auto by_chance = [&] { return (random() & 1) != 0; };
    const bool all_names = spared == Spared::names || spared == Spared::half;
    Names names = all_names ? names_ : lasting_names_;
    if (spared == Spared::anything)
        for (const NameChange& pending : pending_)
            if (by_chance()) change(names, pending);
    DiskState state;
    for (const auto& [path, number] : names) {
        const bool lies_nowhere = !names.contains(parent_of(path)) && path != names.begin()->first;
        if (lies_nowhere) continue;
        if (number == folder_number) {
            state[path] = std::nullopt;
            continue;
        }
        const File& file = files_[static_cast<std::size_t>(number)];
        if (spared == Spared::half)
            state[path] = half_written(file);
        else
            state[path] = spared == Spared::anything && by_chance() ? file.now : file.lasting;
    }
    return state;
}

void write_disk_state(const DiskState& state, const std::string& path, const fs::path& folder) {
    fs::remove_all(folder);
    for (const auto& [name, bytes] : state) {
        const fs::path target = folder.string() + name.substr(path.size());
        if (!bytes)
            fs::create_directories(target);
        else
            std::ofstream(target, std::ios::binary) << *bytes;
    }
}

}  // namespace dateline
