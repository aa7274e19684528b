// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>
#include <utility>

#include "common/error.h"
#include "common/index_store.h"

namespace dateline {
namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

FileStamp stamp_of(const struct stat& status) {
    return {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
            nanoseconds(status.st_ctim), 0};
}

bool is_visible(const char* name) {
    return name[0] != '.';
}

std::string join(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
}

/// One walk. Folders wait in a list, so that depth costs no stack.
class Walker {
public:
    explicit Walker(std::string root) : root_(std::move(root)) {}

    Walk run() {
        waiting_.push_back("");
        while (!waiting_.empty()) {
            const std::string folder = std::move(waiting_.back());
            waiting_.pop_back();
            read_folder(folder);
        }
        std::ranges::sort(walk_.files, [](const WalkedFile& a, const WalkedFile& b) {
            return std::tie(a.folder, a.name) < std::tie(b.folder, b.name);
        });
        return std::move(walk_);
    }

private:
    void read_folder(const std::string& relative) {
        const std::string path = relative.empty() ? root_ : root_ + "/" + relative;
        const Folder folder(opendir(path.c_str()));
        if (!folder) return report(relative);
        struct stat status {};
        if (fstat(dirfd(folder.get()), &status) != 0) return report(relative);
        if (!entered_.emplace(status.st_dev, status.st_ino).second) return;
        if (is_index(folder.get())) return;
        for (errno = 0; const dirent* entry = readdir(folder.get()); errno = 0)
            if (is_visible(entry->d_name)) read_entry(folder.get(), relative, entry->d_name);
        if (errno != 0) report(relative);
    }

    void read_entry(DIR* folder, const std::string& relative, const char* name) {
        struct stat status {};
        if (fstatat(dirfd(folder), name, &status, 0) != 0) {
            if (errno != ENOENT) report(join(relative, name));  // a link to nowhere is no file
            return;
        }
        if (S_ISDIR(status.st_mode))
            waiting_.push_back(join(relative, name));
        else if (S_ISREG(status.st_mode))
            walk_.files.push_back({relative, name, stamp_of(status)});
    }

    /// An index that lies inside its own folder of articles is no article.
    static bool is_index(DIR* folder) {
        struct stat status {};
        return fstatat(dirfd(folder), std::string(stub_name).c_str(), &status, 0) == 0;
    }

    void report(const std::string& relative) {
        const int reason = errno;
        if (relative.empty())
            throw Error(fmt::format("cannot read folder '{}': {}", root_, std::strerror(reason)),
                        "check its name and its permissions");
        walk_.problems.push_back({relative, 0, std::strerror(reason), true});
        walk_.complete = false;
    }

    std::string root_;
    Walk walk_;
    std::vector<std::string> waiting_;
    std::set<std::pair<dev_t, ino_t>> entered_;
};

}  // namespace

Walk walk_folder(const std::string& root) {
    return Walker(root).run();
}

InputFile::InputFile(const std::string& path)
    // O_NONBLOCK: a pipe that took the file's place since the walk must not hang the run.
    : file_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
    struct stat status {};
    if (file_ < 0 || fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) {
        const std::string reason = errno != 0 ? std::strerror(errno) : "not a regular file";
        if (file_ >= 0) close(file_);
        throw Error(reason);
    }
    size_ = static_cast<std::uint64_t>(status.st_size);
}

InputFile::~InputFile() {
    close(file_);
}

std::size_t InputFile::read(std::span<char> block) {
    std::size_t size = 0;
    while (size < block.size()) {
        const ssize_t got = ::read(file_, block.data() + size, block.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Error(std::strerror(errno));
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    return size;
}

std::string read_bytes(const std::string& path) {
    InputFile file(path);
    std::string bytes(file.size(), '\0');
    bytes.resize(file.read(bytes));
    return bytes;
}

std::uint64_t hash_file(const std::string& path) {
    InputFile file(path);
    ContentHasher hasher;
    std::string block(256 * 1024, '\0');
    for (std::size_t size = file.read(block); size > 0; size = file.read(block))
        hasher.add(std::string_view(block).substr(0, size));
    return hasher.hash();
}

}  // namespace dateline
