// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/word_chain.h"

#include <algorithm>

namespace dateline {
namespace {

using Words = std::span<const std::uint32_t>;

struct Shingle {
    std::uint64_t hash = 0;
    std::uint32_t at = 0;

    auto operator<=>(const Shingle&) const = default;
};

/// Where a shingle stands in both.
struct Link {
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    auto operator<=>(const Link&) const = default;
};

std::vector<Shingle> sorted_shingles(Words words, std::uint32_t length) {
    std::vector<Shingle> shingles;
    for (std::uint32_t at = 0; at + length <= words.size(); ++at) {
        std::uint64_t hash = 0;
        for (std::uint32_t i = 0; i < length; ++i)
            hash = (hash + words[at + i] + 1) * 0x9E3779B97F4A7C15U;
        shingles.push_back({hash ^ (hash >> 32), at});
    }
    std::ranges::sort(shingles);
    return shingles;
}

/// A longest chain of links that increases in both; the links are in order of `first`.
std::vector<Link> longest_chain(const std::vector<Link>& links) {
    constexpr std::uint32_t none = 0xffffffff;
    std::vector<std::uint32_t> last;  // of the chains of each length, the link that ends earliest
    std::vector<std::uint32_t> before(links.size(), none);
    for (std::uint32_t i = 0; i < links.size(); ++i) {
        const auto longer = std::ranges::lower_bound(
            last, links[i].second, {}, [&](std::uint32_t link) { return links[link].second; });
        if (longer != last.begin()) before[i] = *(longer - 1);
        if (longer == last.end()) {
            last.push_back(i);
        } else {
            *longer = i;
        }
    }
    std::vector<Link> chain;
    for (std::uint32_t i = last.empty() ? none : last.back(); i != none; i = before[i])
        chain.push_back(links[i]);
    std::ranges::reverse(chain);
    return chain;
}

/// The words of a chain's shingles, which overlap.
std::vector<CommonRun> runs_of(const std::vector<Link>& chain, std::uint32_t length) {
    std::vector<CommonRun> runs;
    for (const Link link : chain) {
        CommonRun run{link.first, link.second, length};
        if (!runs.empty()) {
            CommonRun& last = runs.back();
            const std::uint32_t first_end = last.first + last.length;
            const std::uint32_t second_end = last.second + last.length;
            if (run.first <= first_end && run.first - last.first == run.second - last.second) {
                last.length = run.first + run.length - last.first;
                continue;
            }
            const std::uint32_t shared = std::max(first_end - std::min(first_end, run.first),
                                                  second_end - std::min(second_end, run.second));
            if (shared >= run.length) continue;
            run = {run.first + shared, run.second + shared, run.length - shared};
        }
        runs.push_back(run);
    }
    return runs;
}

/// Links are no more than words, however often a shingle stands in both.
std::vector<Link> links_of(Words first, Words second, std::uint32_t length) {
    const std::vector<Shingle> here = sorted_shingles(first, length);
    const std::vector<Shingle> there = sorted_shingles(second, length);
    std::vector<Link> links;
    for (std::size_t i = 0, j = 0; i < here.size() && j < there.size();) {
        if (here[i].hash != there[j].hash) {
            here[i].hash < there[j].hash ? ++i : ++j;
            continue;
        }
        const std::uint64_t hash = here[i].hash;
        for (; i < here.size() && j < there.size() && here[i].hash == hash && there[j].hash == hash;
             ++i, ++j)
            if (std::ranges::equal(first.subspan(here[i].at, length),
                                   second.subspan(there[j].at, length)))
                links.push_back({here[i].at, there[j].at});
        while (i < here.size() && here[i].hash == hash) ++i;
        while (j < there.size() && there[j].hash == hash) ++j;
    }
    std::ranges::sort(links);
    return links;
}

}  // namespace

std::vector<CommonRun> chained_runs(std::span<const std::uint32_t> first,
                                    std::span<const std::uint32_t> second, std::uint32_t length) {
    return runs_of(longest_chain(links_of(first, second, length)), length);
}

}  // namespace dateline
