// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archive_names.h"

#include <algorithm>
#include <filesystem>

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// The last `parts` parts of a path without a slash at its end.
std::string ending(const std::string& path, std::size_t parts) {
    std::size_t at = path.size();
    for (; parts > 0 && at > 0; --parts)
        at = path.rfind('/', at - 1) + 1 <= 1 ? 0 : path.rfind('/', at - 1);
    return at < path.size() && path[at] == '/' ? path.substr(at + 1) : path.substr(at);
}

std::string without_end(std::string path) {
    while (path.size() > 1 && path.back() == '/') path.pop_back();
    return path;
}

}  // namespace

std::vector<NamedFolder> named(const std::vector<std::string>& folders) {
    std::vector<NamedFolder> archives;
    std::vector<std::string> paths;
    for (const std::string& folder : folders) {
        const std::string path = without_end(fs::path(folder).lexically_normal().string());
        if (std::ranges::find(paths, path) != paths.end()) continue;
        paths.push_back(path);
        archives.push_back({"", folder});
    }
    for (std::size_t i = 0; i < archives.size(); ++i) {
        for (std::size_t parts = 1;; ++parts) {
            archives[i].name = ending(paths[i], parts);
            const auto alike = std::ranges::count_if(paths, [&](const std::string& path) {
                return ending(path, parts) == archives[i].name;
            });
            if (alike == 1 || archives[i].name.size() == paths[i].size()) break;
        }
    }
    return archives;
}

}  // namespace dateline
