// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/typed_path.h"

#include <fmt/format.h>

#include "common/error.h"

namespace dateline {

namespace fs = std::filesystem;

fs::path absolute_path(const std::string& typed) {
    std::error_code ignored;
    fs::path path = fs::weakly_canonical(fs::absolute(typed, ignored), ignored);
    return path.has_filename() ? path : path.parent_path();
}

fs::path canonical_path(const std::string& typed) {
    std::error_code error;
    fs::path path = fs::canonical(typed, error);
    if (error)
        throw Error(fmt::format("cannot read '{}': {}", typed, error.message()), "check its name");
    if (!fs::is_directory(path, error) && !fs::is_regular_file(path, error))
        throw Error(fmt::format("'{}' is neither a folder nor a file", typed),
                    "name a folder of articles, or a file of them");
    return path;
}

std::optional<std::string> named_file(const std::string& typed) {
    std::error_code error;
    if (!fs::is_regular_file(typed, error)) return std::nullopt;
    return canonical_path(typed).string();
}

}  // namespace dateline
