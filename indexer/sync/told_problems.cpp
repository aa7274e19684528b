// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/told_problems.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "common/file_stamp.h"

namespace dateline {
namespace {

/// Of a root with more problems one hash stands for all of them: any change makes all new.
constexpr std::size_t most_told = 10'000;

/// The hashes of the problems of a root: by file and message, not by line, so that a line that is
/// added at the top makes nothing new; and the how-manieth of its kind in the file.
std::vector<std::uint64_t> hashes_of(const std::vector<Problem>& problems, std::string_view root) {
    std::map<std::uint64_t, std::uint64_t> times;
    std::vector<std::uint64_t> hashes;
    for (const Problem& problem : problems) {
        std::string_view path = problem.path;
        if (path.starts_with(root)) path.remove_prefix(root.size());
        const std::uint64_t kind =
            content_hash(std::string(path) + '\n' + problem.item + '\n' + problem.message);
        hashes.push_back(kind + times[kind]++);
    }
    return hashes;
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
        std::vector<std::uint64_t> hashes = hashes_of(all, path);
        if (all.size() > most_told) {
            std::uint64_t of_all = 0;
            for (const std::uint64_t hash : hashes) of_all = of_all * 31 + hash;
            hashes.assign(hashes.size(), of_all);
        }
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool old = before.contains(hashes[i]);
            report.fatal = report.fatal || (all[i].fatal && !old);
            (old ? report.old_problems : report.problems).push_back(std::move(all[i]));
        }
        ToldProblems now(hashes.begin(), hashes.end());
        told[root] = std::move(now);
    }
    return told;
}

}  // namespace dateline
