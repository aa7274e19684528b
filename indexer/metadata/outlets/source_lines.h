// SPDX-License-Identifier: GPL-2.0-or-later
// Lines near the beginning of a text by which archivists say where they took it from: "Source: Die
// Zeit", "原文来自「新闻实验室」", "作者：方可成", "原文链接：https://…". They stay in the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct SourceLines {
    std::vector<std::string> authors;
    std::string outlet;
    std::string url;
    bool may_be_title = false;  ///< `outlet` stands where some put a link with the title as text

    bool operator==(const SourceLines&) const = default;
};

/// Reads the first lines of a text; what is not there stays empty.
SourceLines read_source_lines(std::string_view text);

}  // namespace dateline
