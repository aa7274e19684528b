// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/plan.h"

#include <algorithm>
#include <set>

namespace dateline {
namespace {

bool same_file(const FileStamp& now, const FileStamp& then) {
    return now.size == then.size && now.modified_ns == then.modified_ns &&
           now.changed_ns == then.changed_ns;
}

bool is_below(const std::string& folder, const std::string& ancestor) {
    return folder == ancestor || (folder.starts_with(ancestor) && folder[ancestor.size()] == '/');
}

}  // namespace

Plan make_plan(const Walk& walk, const Ledger& ledger,
               const std::function<std::uint64_t(const std::string& folder)>& context) {
    Plan plan;
    std::set<std::pair<std::string_view, std::string_view>> there;
    for (const WalkedFile& file : walk.files) {
        there.emplace(file.folder, file.name);
        const FileRecord* record = ledger.find(file.folder, file.name);
        if (record != nullptr && same_file(file.stamp, record->stamp) &&
            record->context == context(file.folder) && record->outcome != FileOutcome::unreadable)
            plan.unchanged += record->ids.size();
        else
            plan.read.push_back(file);
    }
    const auto unwalked = [&](const std::string& folder) {
        return std::ranges::any_of(
            walk.problems, [&](const Problem& problem) { return is_below(folder, problem.path); });
    };
    for (const auto& [folder, records] : ledger.folders()) {
        const bool unknown = unwalked(folder);
        for (const auto& [name, record] : records) {
            if (there.contains({folder, name})) continue;
            const std::string path = folder.empty() ? name : folder + "/" + name;
            if (unknown || unwalked(path))
                plan.unchanged += record.ids.size();
            else
                plan.gone.push_back({folder, name});
        }
    }
    return plan;
}

}  // namespace dateline
