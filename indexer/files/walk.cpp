// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/walk.h"

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

constexpr off_t most_ignore_bytes = 64 << 10;

bool is_visible(const char* name) {
    return name[0] != '.';
}

std::string join(const std::string& folder, const std::string& name) {
    return folder.empty() ? name : folder + "/" + name;
}

/// The `.datelineignore` of a folder, and of the next one above that has any.
struct RulesOfFolder {
    std::string folder;
    IgnoreRules rules;
    const RulesOfFolder* above = nullptr;
};

struct WaitingFolder {
    std::string path;
    const RulesOfFolder* rules = nullptr;
};

/// One walk. Folders wait in a list, so that depth costs no stack. Links wait until all real
/// folders are done, and all goes by name, so that where a folder is entered that can be reached in
/// two ways does not depend on the disk.
class Walker {
public:
    Walker(std::string root, const WalkOptions& options)
        : root_(std::move(root)), filter_(options.filter) {
        struct stat status {};
        if (!options.index.empty() && stat(options.index.c_str(), &status) == 0)
            entered_.emplace(status.st_dev, status.st_ino);
    }

    Walk run() {
        read_folder({"", nullptr});
        while (!folders_.empty() || !links_.empty()) {
            std::vector<WaitingFolder>& waiting = folders_.empty() ? links_ : folders_;
            const WaitingFolder folder = std::move(waiting.back());
            waiting.pop_back();
            read_folder(folder);
        }
        std::ranges::sort(walk_.files, [](const WalkedFile& a, const WalkedFile& b) {
            return std::tie(a.folder, a.name) < std::tie(b.folder, b.name);
        });
        return std::move(walk_);
    }

private:
    void read_folder(const WaitingFolder& waited) {
        const std::string path = waited.path.empty() ? root_ : root_ + "/" + waited.path;
        const Folder folder(opendir(path.c_str()));
        if (!folder) return report(waited.path);
        struct stat status {};
        if (fstat(dirfd(folder.get()), &status) != 0) return report(waited.path);
        if (!entered_.emplace(status.st_dev, status.st_ino).second) return;
        if (is_index(folder.get())) return;
        std::vector<std::string> names;
        for (errno = 0; const dirent* entry = readdir(folder.get()); errno = 0)
            if (is_visible(entry->d_name)) names.emplace_back(entry->d_name);
        if (errno != 0) report(waited.path);
        std::ranges::sort(names, std::ranges::greater());  // the last one waiting is taken first
        const WaitingFolder known{waited.path, rules_of(folder.get(), waited, path)};
        for (const std::string& name : names) read_entry(folder.get(), known, name);
    }

    void read_entry(DIR* folder, const WaitingFolder& above, const std::string& name) {
        struct stat status {};
        const int at = dirfd(folder);
        if (fstatat(at, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
            if (errno != ENOENT) report(join(above.path, name));
            return;
        }
        const bool is_link = S_ISLNK(status.st_mode);
        if (is_link && fstatat(at, name.c_str(), &status, 0) != 0) {
            // A link to nowhere is no file, nor is one to itself.
            if (errno != ENOENT && errno != ELOOP) report(join(above.path, name));
            return;
        }
        const bool is_folder = S_ISDIR(status.st_mode);
        if (!is_folder && !S_ISREG(status.st_mode)) return;
        const std::string path = join(above.path, name);
        if (is_ignored(path, is_folder, above.rules)) {
            ++walk_.ignored;
        } else if (is_folder) {
            (is_link ? links_ : folders_).push_back({path, above.rules});
        } else {
            walk_.files.push_back({above.path, name, stamp_of(status)});
        }
    }

    /// The rules that count in the folder: those above, and its own if it has any.
    const RulesOfFolder* rules_of(DIR* folder, const WaitingFolder& waited,
                                  const std::string& path) {
        struct stat status {};
        if (fstatat(dirfd(folder), ignore_name, &status, 0) != 0) return waited.rules;
        const std::string name = join(waited.path, ignore_name);
        try {
            if (status.st_size > most_ignore_bytes) throw Error("larger than 64 KB, so not heeded");
            const std::string text = read_bytes(path + "/" + ignore_name);
            rules_.push_back(std::make_unique<RulesOfFolder>(
                RulesOfFolder{waited.path, parse_ignore_rules(text), waited.rules}));
            return rules_.back().get();
        } catch (const Error& error) {
            walk_.problems.push_back({name, 0, error.what(), false});
            return waited.rules;
        }
    }

    /// The nearest rule decides.
    bool is_ignored(const std::string& path, bool is_folder, const RulesOfFolder* rules) const {
        for (; rules != nullptr; rules = rules->above) {
            const std::size_t skip = rules->folder.empty() ? 0 : rules->folder.size() + 1;
            const IgnoreVerdict verdict =
                ignore_verdict(rules->rules, std::string_view(path).substr(skip), is_folder);
            if (verdict == IgnoreVerdict::ignored) return true;
            if (verdict == IgnoreVerdict::kept) break;
        }
        return filter_.excludes(path, is_folder) || (!is_folder && !filter_.includes_file(path));
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
    }

    std::string root_;
    FilterRules filter_;
    Walk walk_;
    std::vector<WaitingFolder> folders_;
    std::vector<WaitingFolder> links_;
    std::vector<std::unique_ptr<RulesOfFolder>> rules_;
    std::set<std::pair<dev_t, ino_t>> entered_;
};

/// Those that are there. The folder is not looked at further: it may be anything.
Walk named_files(const std::string& root, const std::set<std::string>& names) {
    Walk walk;
    struct stat status {};
    if (stat(root.c_str(), &status) != 0)
        throw Error(fmt::format("cannot read folder '{}': {}", root, std::strerror(errno)),
                    "check its name and its permissions");
    for (const std::string& name : names)
        if (stat(join(root, name).c_str(), &status) == 0 && S_ISREG(status.st_mode))
            walk.files.push_back({"", name, stamp_of(status)});
    return walk;
}

}  // namespace

Walk walk_folder(const std::string& root, const WalkOptions& options) {
    if (!options.filter.named.empty()) return named_files(root, options.filter.named);
    return Walker(root, options).run();
}

}  // namespace dateline
