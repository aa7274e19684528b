// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/generations.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "common/descriptor.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// A file that was not there before, durable; nothing is written through a link.
void write_new_file(const std::string& path, const std::string& text) {
    unlink(path.c_str());
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (file < 0) throw_folder_error("cannot write", path);
    errno = ENOSPC;  // what a short write means
    const bool durable =
        write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        fsync(file) == 0;
    const int reason = errno;
    close(file);
    errno = reason;
    if (!durable) throw_folder_error("cannot write", path);
}

/// A folder with nothing in it but what a database consists of, whole or not.
bool is_database(const fs::path& folder) {
    std::error_code error;
    if (!fs::is_directory(fs::symlink_status(folder, error))) return false;
    for (const std::string& name : names_in(folder.string()))
        if (!name.ends_with(".glass") && !name.ends_with(".tmp") && name != "iamglass" &&
            name != "flintlock")
            return false;
    return true;
}

bool is_temporary(const std::string& name) {
    return name == std::string(stub_name) + ".new" || name == std::string(last_run_name) + ".new" ||
           ((name.starts_with("spill-") || name.starts_with("probe-")) && name.size() == 12);
}

}  // namespace

std::string generation_to_rebuild(const std::string& folder) {
    const Stub stub = read_stub(folder);
    if (stub.state == StubState::foreign) return current_generation(folder);  // says so
    std::error_code ignored;
    const fs::path named = fs::path(folder) / stub.generation;
    const bool there = stub.state == StubState::good && fs::exists(named / version_name, ignored);
    return there ? named.string() : newest_generation(folder);
}

void remove_leftovers(const std::string& folder) {
    std::error_code ignored;  // they do no harm, and the next run tries again
    const std::vector<std::string> names = names_in(folder);
    for (const std::string& name : names)
        if (is_temporary(name)) fs::remove_all(fs::path(folder) / name, ignored);
    const Stub stub = read_stub(folder);
    if (stub.state == StubState::damaged || stub.state == StubState::foreign) return;
    const fs::path kept = generation_to_rebuild(folder);
    // A stub that names what is not there is damaged too: which one it meant nobody knows.
    if (stub.state == StubState::good && kept.filename() != stub.generation) return;
    for (const std::string& name : names) {
        const fs::path path = fs::path(folder) / name;
        if (generation_number(name) == 0 || path == kept || !is_database(path)) continue;
        fs::remove(path / version_name, ignored);  // first: a reader never opens half of one
        fs::remove_all(path, ignored);
    }
}

bool has_writer(const std::string& generation) {
    const int file =
        open((generation + "/flintlock").c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0) return false;
    struct flock lock {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_len = 1;
    const bool held = fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
    close(file);
    return held;
}

std::string next_generation(const std::string& folder) {
    std::uint64_t last = 0;
    for (const std::string& name : names_in(folder)) last = std::max(last, generation_number(name));
    return (fs::path(folder) / fmt::format("{}{}", generation_prefix, last + 1)).string();
}

void publish_generation(const std::string& folder, const std::string& generation) {
    const std::string name = fs::path(generation).filename().string();
    const std::string stub = (fs::path(folder) / stub_name).string();
    const std::string fresh = stub + ".new";
    sync_path(generation);
    sync_path(folder);  // the generation's name; the stub must not come to name one without it
    write_new_file(fresh, fmt::format("auto {}\n", name));
    if (rename(fresh.c_str(), stub.c_str()) != 0) throw_folder_error("cannot write", stub);
    sync_path(folder);
    remove_leftovers(folder);
}

NewGeneration::NewGeneration(const std::string& index)
    : index_(index), path_(next_generation(index)) {}

NewGeneration::~NewGeneration() {
    std::error_code ignored;
    if (!kept_) std::filesystem::remove_all(path_, ignored);
}

void NewGeneration::publish() {
    kept_ = true;  // in doubt: what failed may have been what comes after the switch
    try {
        publish_generation(index_, path_);
    } catch (...) {
        kept_ = read_stub(index_).generation == std::filesystem::path(path_).filename();
        throw;
    }
}

}  // namespace dateline
