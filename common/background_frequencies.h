// SPDX-License-Identifier: GPL-2.0-or-later
// How common stems are in articles of news at large: fixed counts by language (background/),
// for where an archive's own must not be asked, since they change with every article, or say too
// little, since there are few.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace dateline {

/// The counts of a language as text: numbers on lines of their own, shares of all articles in
/// percent, and below each the stems that so many articles have or more. "" if there are none.
std::string_view background_counts(std::string_view language);

class BackgroundFrequencies {
public:
    /// Nothing is known of the stems of a language without counts.
    explicit BackgroundFrequencies(std::string_view language);

    bool known() const { return !shares_.empty(); }

    /// The share of articles that have the stem, 0..1: the least of its class, or for stems that
    /// are in none rare_share.
    double share(std::string_view stem) const;

    static constexpr double rare_share = 0.0005;

private:
    std::unordered_map<std::string_view, double> shares_;  ///< into the counts' text
};

}  // namespace dateline
