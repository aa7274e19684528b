// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/key_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "common/error.h"
#include "searcher/render/html_parts.h"
#include "searcher/web/frame.h"

namespace dateline::web {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t key_digits = 32;

Error failed(const std::string& what, const std::string& path) {
    return Error(fmt::format("cannot {} '{}': {}", what, path, std::strerror(errno)),
                 "give dateline-web a home that it may write, or another XDG_STATE_HOME");
}

/// All of it, under a name of its own, for the owner alone.
void write_private(const std::string& path, std::string_view bytes) {
    unlink(path.c_str());
    const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0) throw failed("write", path);
    const bool written =
        write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    if (close(file) != 0 || !written) throw failed("write", path);
}

/// Of two that start at once, one makes it, and both have it.
void make_key(const std::string& path) {
    std::error_code ignored;
    const fs::path folder = fs::path(path).parent_path();
    fs::create_directories(folder.parent_path(), ignored);
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) throw failed("make", folder.string());
    const std::string made = fmt::format("{}.{}", path, getpid());
    write_private(made, new_secret() + '\n');
    const bool linked = link(made.c_str(), path.c_str()) == 0 || errno == EEXIST;
    unlink(made.c_str());
    if (!linked) throw failed("write", path);
}

std::string read_key(int file, const std::string& path) {
    struct stat facts {};
    std::array<char, key_digits + 1> bytes{};
    const ssize_t size = read(file, bytes.data(), bytes.size());
    const bool known = fstat(file, &facts) == 0;
    close(file);
    if (!known || size < 0) throw failed("read", path);
    if (facts.st_uid != geteuid() || (facts.st_mode & 0077) != 0)
        throw Error(fmt::format("'{}' can be read by others", path),
                    "remove it: dateline-web makes a new one");
    const std::string key(bytes.data(),
                          std::min<std::size_t>(key_digits, static_cast<std::size_t>(size)));
    if (key.size() != key_digits || key.find_first_not_of("0123456789abcdef") != key.npos)
        throw Error(fmt::format("there is no key in '{}'", path),
                    "remove it: dateline-web makes a new one");
    return key;
}

}  // namespace

std::string new_secret() {
    std::array<unsigned char, key_digits / 2> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        throw Error("the system gives no random numbers");
    return fmt::format("{:02x}", fmt::join(bytes, ""));
}

std::string key_in(const std::string& path) {
    int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0 && errno == ENOENT) {
        make_key(path);
        file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    }
    if (file < 0) throw failed("read", path);
    return read_key(file, path);
}

void write_opening_page(const std::string& path, const std::string& address) {
    write_private(path, forwarding_page(address));
}

}  // namespace dateline::web
