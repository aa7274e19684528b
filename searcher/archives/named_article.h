// SPDX-License-Identifier: GPL-2.0-or-later
// How one article is named on the command line.
#pragma once

#include <string>

namespace dateline {

struct NamedArticle {
    /// The article's id, the path of its file (absolute, or below the indexed folder; an item of it
    /// that has a name as `PATH#NAME`), or either behind an archive's name: `NAME:ID`.
    std::string which;
    std::string folder;  ///< where a relative path may begin too

    bool operator==(const NamedArticle&) const = default;
};

}  // namespace dateline
