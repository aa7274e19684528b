// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/occurrences.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace dateline {
namespace {

bool same_extent(const Occurrence& a, const Occurrence& b) {
    return a.first == b.first && a.last == b.last;
}

bool by_first(const Occurrence& a, const Occurrence& b) {
    return std::tie(a.first, a.last) < std::tie(b.first, b.last);
}

bool by_last(const Occurrence& a, const Occurrence& b) {
    return std::tie(a.last, a.first) < std::tie(b.last, b.first);
}

void sort_by_last(Occurrences& list) {
    if (!std::ranges::is_sorted(list, by_last)) std::ranges::sort(list, by_last);
}

/// Adds to `kept` what stands for the same words: a plain occurrence rather than a pair, and all
/// bytes.
void unite(Occurrence& kept, const Occurrence& other) {
    if (other.pair == no_pair) kept.pair = no_pair;
    kept.begin = std::min(kept.begin, other.begin);
    kept.end = std::max(kept.end, other.end);
}

/// Of a list sorted by last word, keeps the shortest for each last word.
void keep_shortest_by_last(Occurrences& list) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const bool longest_run = i + 1 == list.size() || list[i + 1].last != list[i].last;
        if (longest_run) list[kept++] = list[i];
    }
    list.resize(kept);
}

/// Occurrences of `before` followed at once by one of `next`.
Occurrences join(Occurrences before, const Occurrences& next) {
    sort_by_last(before);
    keep_shortest_by_last(before);
    Occurrences joined;
    std::size_t i = 0;
    for (const Occurrence& follower : next) {
        while (i < before.size() && before[i].last + 1 < follower.first) ++i;
        if (i == before.size()) break;
        if (before[i].last + 1 != follower.first) continue;
        joined.push_back({.first = before[i].first,
                          .last = follower.last,
                          .begin = before[i].begin,
                          .end = std::max(before[i].end, follower.end)});
    }
    return joined;
}

struct Pair {
    Occurrence left;
    Occurrence right;
};

/// Each of `left` with the first of `right` behind it, and each of `right` with the last of `left`
/// before it.
void add_neighbours(const Occurrences& left, const Occurrences& right, const PairTest& test,
                    std::vector<Pair>& found) {
    for (const Occurrence& a : left) {
        const auto b = std::ranges::upper_bound(right, a.last, {}, &Occurrence::first);
        if (b != right.end() && test(a, *b)) found.push_back({a, *b});
    }
    Occurrences ends = left;
    sort_by_last(ends);
    for (const Occurrence& b : right) {
        const auto behind = std::ranges::lower_bound(ends, b.first, {}, &Occurrence::last);
        if (behind != ends.begin() && test(*(behind - 1), b)) found.push_back({*(behind - 1), b});
    }
}

std::uint32_t lit_bytes(const Pair& pair) {
    return (pair.left.end - pair.left.begin) + (pair.right.end - pair.right.begin);
}

/// In order of extent; of the same extent only the pair with the longest partners, and with the
/// bytes of others that stand for the same words.
void unite_equal_pairs(std::vector<Pair>& found) {
    std::ranges::sort(found, [](const Pair& a, const Pair& b) {
        return std::tuple(a.left.first, a.right.last, lit_bytes(b)) <
               std::tuple(b.left.first, b.right.last, lit_bytes(a));
    });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (kept == 0 || found[kept - 1].left.first != found[i].left.first ||
            found[kept - 1].right.last != found[i].right.last) {
            found[kept++] = found[i];
        } else if (same_extent(found[kept - 1].left, found[i].left) &&
                   same_extent(found[kept - 1].right, found[i].right)) {
            unite(found[kept - 1].left, found[i].left);
            unite(found[kept - 1].right, found[i].right);
        }
    }
    found.resize(kept);
}

/// Keeps the shortest for each first word and the shortest for each last word. `found` is in order.
void keep_shortest_pairs(std::vector<Pair>& found) {
    std::vector<bool> keep(found.size());
    for (std::size_t i = 0; i < found.size(); ++i)
        keep[i] = i == 0 || found[i].left.first != found[i - 1].left.first;
    std::vector<std::size_t> order(found.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return found[i].right.last; });
    for (std::size_t k = 0; k < order.size(); ++k)
        if (k + 1 == order.size() || found[order[k]].right.last != found[order[k + 1]].right.last)
            keep[order[k]] = true;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (keep[i]) found[kept++] = found[i];
    found.resize(kept);
}

std::vector<Pair> ordered_pairs(const Occurrences& left, const Occurrences& right,
                                const PairTest& test) {
    std::vector<Pair> found;
    add_neighbours(left, right, test, found);
    unite_equal_pairs(found);
    keep_shortest_pairs(found);
    return found;
}

}  // namespace

void put_in_order(Occurrences& list) {
    if (!std::ranges::is_sorted(list, by_first)) std::ranges::sort(list, by_first);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (kept > 0 && same_extent(list[kept - 1], list[i]))
            unite(list[kept - 1], list[i]);
        else
            list[kept++] = list[i];
    }
    list.resize(kept);
}

Occurrences merge(std::vector<Occurrences> lists) {
    if (lists.empty()) return {};
    Occurrences all = std::move(lists.front());
    for (std::size_t i = 1; i < lists.size(); ++i)
        all.insert(all.end(), lists[i].begin(), lists[i].end());
    put_in_order(all);
    return all;
}

Occurrences phrases(const std::vector<Occurrences>& children) {
    if (children.empty()) return {};
    Occurrences found = children.front();
    for (std::size_t i = 1; i < children.size() && !found.empty(); ++i)
        found = join(std::move(found), children[i]);
    if (children.size() > 1) {
        sort_by_last(found);
        keep_shortest_by_last(found);
    }
    put_in_order(found);
    return found;
}

Occurrences pair_up(const Occurrences& left, const Occurrences& right, bool ordered,
                    const PairTest& test, Pairs& pairs) {
    std::vector<Pair> found = ordered_pairs(left, right, test);
    if (!ordered) {
        const std::vector<Pair> turned = ordered_pairs(right, left, test);
        found.insert(found.end(), turned.begin(), turned.end());
        unite_equal_pairs(found);
    }
    Occurrences list;
    for (const Pair& pair : found) {
        list.push_back({.first = pair.left.first,
                        .last = pair.right.last,
                        .begin = pair.left.begin,
                        .end = std::max(pair.left.end, pair.right.end),
                        .pair = static_cast<std::uint32_t>(pairs.size())});
        pairs.push_back({pair.left, pair.right});
    }
    return list;
}

std::size_t block_of(const std::vector<std::uint32_t>& starts, std::uint32_t position) {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts, position) - starts.begin());
}

void keep_in_one_block(Occurrences& list, const std::vector<std::uint32_t>& starts) {
    std::erase_if(list, [&](const Occurrence& each) {
        return block_of(starts, each.first) != block_of(starts, each.last);
    });
}

Occurrences without_near(const Occurrences& list, const Occurrences& other, std::uint32_t number) {
    std::vector<std::uint32_t> furthest;  // end of any of `other` up to and with this one
    furthest.reserve(other.size());
    for (const Occurrence& each : other)
        furthest.push_back(furthest.empty() ? each.last : std::max(furthest.back(), each.last));
    Occurrences kept;
    for (const Occurrence& each : list) {
        const std::uint64_t reach = std::uint64_t{each.last} + number;
        const auto behind = std::ranges::upper_bound(other, reach, {}, &Occurrence::first);
        const auto before = static_cast<std::size_t>(behind - other.begin());
        const bool near = before > 0 && std::uint64_t{furthest[before - 1]} + number >= each.first;
        if (!near) kept.push_back(each);
    }
    return kept;
}

std::size_t count_places(const Occurrences& list) {
    std::size_t places = 0;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (i == 0 || list[i].first != list[i - 1].first) ++places;
    return places;
}

}  // namespace dateline
