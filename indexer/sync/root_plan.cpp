// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/root_plan.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace dateline {
namespace {

bool same_file(const FileStamp& now, const FileStamp& then) {
    return now.size == then.size && now.modified_ns == then.modified_ns &&
           now.changed_ns == then.changed_ns;
}

bool may_be_read_now(const FileRecord& record, std::uint64_t most_article_bytes) {
    return record.outcome == FileOutcome::unreadable ||
           (record.outcome == FileOutcome::too_large && record.stamp.size <= most_article_bytes);
}

/// What could not be walked: folders, and entries of which the system said nothing.
class Unwalked {
public:
    explicit Unwalked(const Walk& walk) {
        for (const Problem& problem : walk.problems) paths_.insert(problem.path);
    }

    /// True if it is one of them or lies below one.
    bool hides(std::string_view path) const {
        if (paths_.empty()) return false;
        for (;;) {
            if (paths_.contains(path)) return true;
            const std::size_t slash = path.rfind('/');
            if (slash == std::string_view::npos) return false;
            path = path.substr(0, slash);
        }
    }

private:
    std::set<std::string_view> paths_;
};

}  // namespace

RootPlan plan_root(const Walk& walk, const Ledger& ledger, std::uint64_t most_article_bytes,
                   const std::function<std::uint64_t(const std::string& folder)>& context) {
    RootPlan plan;
    std::vector<std::string> there;
    for (const WalkedFile& file : walk.files) {
        const FileRecord* record = ledger.find(there.emplace_back(file.path()));
        if (record != nullptr && same_file(file.stamp, record->stamp) &&
            record->context == context(file.folder) &&
            !may_be_read_now(*record, most_article_bytes))
            plan.unchanged += record->articles;
        else
            plan.read.push_back(file);
    }
    std::ranges::sort(there);
    const Unwalked unwalked(walk);
    for (const auto& [path, record] : ledger.files()) {
        if (std::ranges::binary_search(there, path)) continue;
        if (unwalked.hides(path)) {
            plan.unchanged += record.articles;
            plan.unwalked += record.articles;
        } else {
            plan.gone.push_back(path);
        }
    }
    return plan;
}

}  // namespace dateline
