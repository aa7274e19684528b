// SPDX-License-Identifier: GPL-2.0-or-later
// What is told of a story, and of an article as a part of one.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace dateline {

struct StoryNote {
    double score = 0;  ///< how near it is to the article asked for: cosine, less by days
    double cosine = 0;
    std::optional<int> days;           ///< between the two; nothing if one is undated
    double least = 0;                  ///< score of the same story
    std::optional<double> fresh = {};  ///< share of its words in sentences that say what no earlier
                                       ///< one said, 0..1; nothing without earlier

    bool operator==(const StoryNote&) const = default;
};

/// The outlets of a story.
struct Coverage {
    std::vector<std::string> covered;  ///< of its articles
    std::vector<std::string> active;   ///< these, and those that wrote within the active days
    std::vector<std::string> not_by;   ///< active ones that write regularly and did not cover it

    bool operator==(const Coverage&) const = default;
};

}  // namespace dateline
