// SPDX-License-Identifier: GPL-2.0-or-later
// The first lines of a text that are not the article itself: its title, a byline, a line with the
// date, a wire dateline ("Feb 26 : "). They become metadata and leave the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/origin.h"
#include "indexer/dates/dates.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

struct Opening {
    std::string title;                  ///< "" if the text begins with none
    Origin title_from = Origin::other;  ///< heading or first_line
    std::vector<std::string> authors;
    std::optional<StatedDate> date;  ///< to the day at least

    bool operator==(const Opening&) const = default;
};

/// Takes the opening off `article.text` and moves `article.lines` along. With a stated title no
/// other is looked for, but a first line that repeats it goes.
Opening take_opening(RawArticle& article, std::string_view stated_title);

/// Takes off the first `bytes` of the text and moves the marks of its lines along.
void drop_prefix(RawArticle& article, std::size_t bytes);

}  // namespace dateline
