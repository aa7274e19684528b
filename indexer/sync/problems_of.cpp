// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/problems_of.h"

#include <fmt/format.h>

#include <utility>

#include "common/counted.h"

namespace dateline {

std::vector<Problem> problems_of(const RootWork& work,
                                 const std::map<std::uint32_t, Ledger>& ledgers) {
    std::vector<Problem> all;
    const auto add = [&](Problem problem, const std::string& path) {
        problem.path = whole_path(work.root, path);
        all.push_back(std::move(problem));
    };
    for (const Problem& problem : work.walk.problems) add(problem, problem.path);
    if (work.defaults)
        for (const Problem& problem : work.defaults->problems()) add(problem, problem.path);
    const auto ledger = ledgers.find(work.root.number);
    if (ledger == ledgers.end()) return all;
    for (const auto& [path, record] : ledger->second.files()) {
        for (const Problem& problem : record.problems.first) add(problem, path);
        if (record.problems.more > 0)
            add({"", 0, fmt::format("and {} more problems", grouped(record.problems.more)),
                 record.problems.fatal},
                path);
    }
    return all;
}

}  // namespace dateline
