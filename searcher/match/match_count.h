// SPDX-License-Identifier: GPL-2.0-or-later
// How many articles match, and the one rule of how far they are counted: to count them all takes
// time in step with the archive, and nobody who reads ten of them needs to know whether they are
// 61,214 or 61,215. In a small archive it takes no time, and all are counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// So many matches are counted, more are "more than" so many.
inline constexpr std::uint64_t most_counted = 1'000;
/// In archives of so many articles, together, all are.
inline constexpr std::uint64_t small_archive = 10'000;
/// All are counted.
inline constexpr std::uint64_t no_bound = UINT32_MAX;

/// To how many matches are counted in archives of so many articles.
constexpr std::uint64_t counting_bound(std::uint64_t articles) {
    return articles <= small_archive ? no_bound : most_counted;
}

struct MatchCount {
    std::uint64_t number = 0;
    bool exact = true;  ///< false: there are more

    bool operator==(const MatchCount&) const = default;
};

constexpr MatchCount operator+(const MatchCount& a, const MatchCount& b) {
    return {a.number + b.number, a.exact && b.exact};
}

/// What is known of a number that is `least` at least, and exactly if it is within the bound.
constexpr MatchCount counted_to(std::uint64_t bound, std::uint64_t least) {
    return least > bound ? MatchCount{bound, false} : MatchCount{least, true};
}

/// "12 articles", "more than 1,000 articles".
std::string to_string(const MatchCount& count, std::string_view one, std::string_view several);

}  // namespace dateline
