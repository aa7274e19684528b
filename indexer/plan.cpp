// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan.h"

#include <algorithm>

namespace dateline {
namespace {

bool same_file(const FileStamp& now, const FileStamp& then) {
    return now.size == then.size && now.modified_ns == then.modified_ns &&
           now.changed_ns == then.changed_ns;
}

bool is_below(const std::string& path, const std::string& folder) {
    return path == folder || (path.starts_with(folder) && path[folder.size()] == '/');
}

}  // namespace

Plan make_plan(const Walk& walk, const Ledger& ledger,
               const std::function<std::uint64_t(const std::string& folder)>& context) {
    Plan plan;
    std::vector<std::string> there;
    for (const WalkedFile& file : walk.files) {
        const FileRecord* record = ledger.find(there.emplace_back(file.path()));
        if (record != nullptr && same_file(file.stamp, record->stamp) &&
            record->context == context(file.folder) && record->outcome != FileOutcome::unreadable)
            plan.unchanged += record->articles;
        else
            plan.read.push_back(file);
    }
    std::ranges::sort(there);
    const auto unwalked = [&](const std::string& path) {
        return std::ranges::any_of(
            walk.problems, [&](const Problem& problem) { return is_below(path, problem.path); });
    };
    for (const auto& [path, record] : ledger.files()) {
        if (std::ranges::binary_search(there, path)) continue;
        if (unwalked(path))
            plan.unchanged += record.articles;
        else
            plan.gone.push_back(path);
    }
    return plan;
}

}  // namespace dateline
