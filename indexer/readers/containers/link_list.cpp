// SPDX-License-Identifier: GPL-2.0-or-later
// Files of links without texts: bookmarks as all browsers export them, and OPML, lists of feeds.
// They are named as what they are.
#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "indexer/readers/bytes/line_stream.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/tally.h"

namespace dateline {

namespace {

constexpr auto link_attributes =
    std::to_array<std::string_view>({"<a href=", " xmlurl=", " htmlurl="});

constexpr auto list_marks = std::to_array<std::string_view>(
    {"<!doctype netscape-bookmark-file-1", "<opml", "<title>pocket export</title>",
     "<title>instapaper: export</title>"});

}  // namespace

bool begins_link_list(const FileStart& start) {
    const std::string head = ascii::lowered(start.head.substr(0, 1024));
    return std::ranges::any_of(
        list_marks, [&](std::string_view mark) { return head.find(mark) != std::string::npos; });
}

FileEnd read_link_list(const FileBytes& file, const ItemSink&) {
    Tally tally;
    const auto count = [&](std::string_view line, std::uint32_t) {
        const std::string lower = ascii::lowered(line);
        for (const std::string_view attribute : link_attributes) {
            std::size_t at = lower.find(attribute);
            const bool found = at != lower.npos;
            for (; at != lower.npos; at = lower.find(attribute, at + 1)) ++tally.links;
            if (found) break;  // a feed of an OPML file has several addresses
        }
        return true;
    };
    std::vector<Problem> problems = for_each_line(blocks_of(file), count);
    return end_of(tally, "links", std::move(problems));
}

}  // namespace dateline
