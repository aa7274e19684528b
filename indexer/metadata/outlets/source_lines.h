// SPDX-License-Identifier: GPL-2.0-or-later
// Lines near the beginning of a text, or at its end, by which archivists say where they took it
// from: "Source: Die Zeit", "原文来自「新闻实验室」", "作者：方可成", "via: https://…", a link that
// names the original. They stay in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

struct SourceLines {
    std::vector<std::string> authors;
    std::string outlet;
    std::string url;
    bool may_be_title = false;  ///< `outlet` stands where some put a link with the title as text

    bool operator==(const SourceLines&) const = default;
};

/// Reads the first lines of a text and, where these do not say it, the last ones; what is not there
/// stays empty. `links` are those of the text.
SourceLines read_source_lines(std::string_view text, const std::vector<Link>& links);

}  // namespace dateline
