// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/told_problems.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/file_stamp.h"
#include "common/place.h"

namespace dateline {
namespace {

/// Of a root with more problems one hash stands for all of them: any change makes all new.
constexpr std::size_t most_told = 10'000;

/// By its place within the root.
std::uint64_t hash_of(const Problem& problem, std::string_view root) {
    std::string_view path = problem.path;
    if (path.starts_with(root)) path.remove_prefix(root.size());
    return content_hash(place_text(path, problem.unit, problem.line, problem.item) + '\n' +
                        problem.message);
}

}  // namespace

std::map<std::uint32_t, ToldProblems> tell_problems(RootProblems problems, const FolderNotes& notes,
                                                    const std::vector<Root>& roots,
                                                    IndexReport& report) {
    std::map<std::uint32_t, ToldProblems> told;
    for (auto& [root, all] : problems) {
        const FolderNote* note = notes.find(root);
        const auto known = std::ranges::find(roots, root, &Root::number);
        const std::string path = known == roots.end() ? "" : known->path;
        const ToldProblems before = note == nullptr ? ToldProblems{} : note->told;
        ToldProblems now;
        std::uint64_t of_all = 0;
        for (const Problem& problem : all) {
            const std::uint64_t hash = hash_of(problem, path);
            of_all = of_all * 31 + hash;
            if (all.size() <= most_told) now.insert(hash);
        }
        if (all.size() > most_told) now.insert(of_all);
        for (Problem& problem : all) {
            const bool old =
                before.contains(all.size() > most_told ? of_all : hash_of(problem, path));
            report.fatal = report.fatal || (problem.fatal && !old);
            (old ? report.old_problems : report.problems).push_back(std::move(problem));
        }
        told[root] = std::move(now);
    }
    return told;
}

}  // namespace dateline
