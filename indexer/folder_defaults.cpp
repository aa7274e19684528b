// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/folder_defaults.h"

#include <sys/stat.h>

#include "common/error.h"
#include "common/file_stamp.h"
#include "indexer/readers/front_matter.h"
#include "indexer/walk.h"

namespace dateline {
namespace {

constexpr off_t most_defaults_bytes = 1 << 20;

std::string parent_of(const std::string& folder) {
    const std::size_t slash = folder.rfind('/');
    return slash == std::string::npos ? "" : folder.substr(0, slash);
}

}  // namespace

const Defaults& FolderDefaults::of(const std::string& folder) {
    const auto known = known_.find(folder);
    if (known != known_.end()) return known->second;
    // Upwards until a folder is known, then down again: deep folders cost no recursion.
    std::vector<std::string> unknown{folder};
    while (!unknown.back().empty() && !known_.contains(parent_of(unknown.back())))
        unknown.push_back(parent_of(unknown.back()));
    for (; !unknown.empty(); unknown.pop_back())
        known_.emplace(unknown.back(), read(unknown.back()));
    return known_.at(folder);
}

Defaults FolderDefaults::read(const std::string& folder) {
    Defaults above;
    if (!folder.empty()) above = known_.at(parent_of(folder));
    const std::string name = folder.empty() ? defaults_name : folder + "/" + defaults_name;
    const std::string path = root_ + "/" + name;
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return above;

    Defaults defaults;
    defaults.from = name;
    try {
        if (status.st_size > most_defaults_bytes) throw Error("larger than 1 MB, so not heeded");
        const std::string bytes = read_bytes(path);
        FrontMatter front;
        front.kind = FrontMatterKind::yaml;
        front.block = bytes;
        std::vector<Problem> problems;
        defaults.fields = read_front_matter(front, problems);
        for (Problem& problem : problems) {
            problem.path = name;
            problems_.push_back(std::move(problem));
        }
        defaults.hash = content_hash(bytes + std::to_string(above.hash));
    } catch (const Error& error) {
        problems_.push_back({name, 0, error.what(), false});
    }
    defaults.fields.insert(defaults.fields.end(), above.fields.begin(), above.fields.end());
    return defaults;
}

}  // namespace dateline
