// SPDX-License-Identifier: GPL-2.0-or-later
// Places of words in one article, and how the operators combine them: phrases, pairs within a
// distance or a sentence, and the filters. Works on positions alone and knows neither text nor
// index. Every function takes and gives lists in order of (first, last) without two of the same
// extent, and needs O(n log n) time for n occurrences, whatever the text.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace dateline {

inline constexpr std::uint32_t no_pair = std::numeric_limits<std::uint32_t>::max();

/// A place that fulfils a matcher: the positions of its first and last word, and its bytes.
struct Occurrence {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t begin = 0;  ///< bytes of the text, [begin, end)
    std::uint32_t end = 0;
    std::uint32_t pair =
        no_pair;  ///< of a pair: its number in Pairs; then only the partners are lit

    bool operator==(const Occurrence&) const = default;
};

using Occurrences = std::vector<Occurrence>;
using Pairs = std::vector<std::array<Occurrence, 2>>;

/// Puts a list in order; of the same extent one is kept, with all of their bytes.
void put_in_order(Occurrences& list);

/// Occurrences of any of the lists.
Occurrences merge(std::vector<Occurrences> lists);

/// One occurrence of each child, at consecutive positions. Of those with the same last word the
/// shortest is kept.
Occurrences phrases(const std::vector<Occurrences>& children);

/// Whether two occurrences, the first one wholly before the second, make a pair. It must hold for a
/// nearer pair whenever it holds for a wider one.
using PairTest = std::function<bool(const Occurrence&, const Occurrence&)>;

/// Pairs of neighbours: each occurrence of one list with the nearest of the other on either side
/// (`ordered`: only `left` before `right`) that passes the test; partners never overlap. So an
/// occurrence is in a pair if and only if it has any partner at all. In each order, of pairs with
/// the same first and of pairs with the same last word only the shortest are kept, so that nesting
/// cannot make lists grow. The partners are added to `pairs`.
Occurrences pair_up(const Occurrences& left, const Occurrences& right, bool ordered,
                    const PairTest& test, Pairs& pairs);

/// Whether pair_up would find a pair, without making them: many times faster for common words. The
/// test is called for each occurrence, so that it is no PairTest, which could not be inlined.
template <typename Test>
bool has_pair(const Occurrences& left, const Occurrences& right, bool ordered, const Test& test) {
    // The first one behind an occurrence is the likeliest to pass.
    const auto any = [&](const Occurrences& before, const Occurrences& behind) {
        return std::ranges::any_of(before, [&](const Occurrence& a) {
            const auto b = std::ranges::upper_bound(behind, a.last, {}, &Occurrence::first);
            return b != behind.end() && test(a, *b);
        });
    };
    return any(left, right) || (!ordered && any(right, left));
}

/// The number of the block that a position is in; `starts` are the blocks' first positions.
std::size_t block_of(const std::vector<std::uint32_t>& starts, std::uint32_t position);

/// Keeps those whose first and last word are in the same block.
void keep_in_one_block(Occurrences& list, const std::vector<std::uint32_t>& starts);

/// Those of `list` with nothing of `other` at most `number` words away; what overlaps is 0 words
/// away.
Occurrences without_near(const Occurrences& list, const Occurrences& other, std::uint32_t number);

/// How many words occurrences begin at.
std::size_t count_places(const Occurrences& list);

}  // namespace dateline
