// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archive_names.h"

#include <algorithm>
#include <filesystem>

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// Without a slash at its end, "." and "..".
std::string plain(const std::string& folder) {
    std::string path = fs::path(folder).lexically_normal().string();
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

/// The last `parts` parts of a path; all of it if it has no more.
std::string ending(const std::string& path, std::size_t parts) {
    std::size_t begin = path.size();
    while (parts-- > 0 && begin > 0) {
        const std::size_t slash = path.rfind('/', begin - 1);
        if (slash == std::string::npos || slash == 0) return path;
        begin = slash;
    }
    return path.substr(begin + 1);
}

}  // namespace

std::vector<NamedFolder> named(const std::vector<std::string>& folders) {
    std::vector<std::string> paths;
    std::vector<NamedFolder> archives;
    for (const std::string& folder : folders) {
        const std::string path = plain(folder);
        if (std::ranges::find(paths, path) != paths.end()) continue;
        paths.push_back(path);
        archives.push_back({"", folder});
    }
    for (std::size_t i = 0; i < archives.size(); ++i) {
        const auto is_own = [&](const std::string& name, std::size_t parts) {
            return name == paths[i] || std::ranges::count_if(paths, [&](const std::string& path) {
                                           return ending(path, parts) == name;
                                       }) == 1;
        };
        std::size_t parts = 1;
        while (!is_own(ending(paths[i], parts), parts)) ++parts;
        archives[i].name = ending(paths[i], parts);
    }
    return archives;
}

}  // namespace dateline
