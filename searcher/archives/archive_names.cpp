// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/archives/archive_names.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "common/folding.h"
#include "searcher/remote/address.h"

namespace dateline {
namespace {

/// The part with that place from the end of a path; "" if it has no more.
std::string part_from_end(const std::string& path, std::size_t place) {
    std::size_t end = path.size();
    for (; place > 0 && end != std::string::npos && end > 0; --place)
        end = path.rfind('/', end - 1);
    if (end == std::string::npos || end == 0) return "";
    const std::size_t slash = path.rfind('/', end - 1);
    return path.substr(slash == std::string::npos ? 0 : slash + 1, end - (slash + 1));
}

/// What all paths have at a place, if no two have the same and none has nothing.
std::vector<std::string> parts_that_differ(const std::vector<std::string>& paths,
                                           std::size_t place) {
    std::vector<std::string> parts;
    std::set<std::string> folded;  // to filters, Desk and desk are one
    for (const std::string& path : paths) {
        parts.push_back(part_from_end(path, place));
        if (parts.back().empty() || !folded.insert(fold_value(parts.back())).second) return {};
    }
    return parts;
}

}  // namespace

std::string plain_path(const std::string& path) {
    std::string plain =
        is_remote(path) ? path : std::filesystem::path(path).lexically_normal().string();
    while (plain.size() > 1 && plain.back() == '/') plain.pop_back();
    return plain;
}

std::vector<NamedFolder> named(const std::vector<std::string>& folders) {
    constexpr std::size_t deepest = 32;
    std::vector<std::string> paths;
    std::vector<NamedFolder> archives;
    for (const std::string& folder : folders) {
        std::string path = plain_path(folder);
        if (std::ranges::find(paths, path) != paths.end()) continue;
        paths.push_back(std::move(path));
        archives.push_back({paths.back(), folder});
    }
    for (std::size_t place = 0; place < deepest; ++place) {
        const std::vector<std::string> names = parts_that_differ(paths, place);
        for (std::size_t i = 0; i < names.size(); ++i) archives[i].name = names[i];
        if (!names.empty()) break;
    }
    return archives;
}

}  // namespace dateline
