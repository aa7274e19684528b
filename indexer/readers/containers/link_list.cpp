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

/// How one counts: each link has the first of them that stands in its line.
constexpr auto link_marks = std::to_array<std::string_view>(
    {"<a href=", " xmlurl=", " htmlurl=", "\"uri\":\"http", "\"url\": \"http", "\"url\":\"http"});

constexpr auto page_marks = std::to_array<std::string_view>(
    {"<!doctype netscape-bookmark-file-1", "<opml", "<title>pocket export</title>",
     "<title>instapaper: export</title>"});

/// Of what browsers keep as JSON: Firefox's backups, Chrome's file.
constexpr auto json_marks =
    std::to_array<std::string_view>({"\"text/x-moz-place", "\"bookmark_bar\""});

}  // namespace

bool begins_link_list(const FileStart& start) {
    const std::string head = ascii::lowered(ascii::trim(start.head.substr(0, 1024)));
    const auto is_in = [&](std::string_view mark) { return head.find(mark) != head.npos; };
    return head.starts_with('{') ? std::ranges::any_of(json_marks, is_in)
                                 : std::ranges::any_of(page_marks, is_in);
}

FileEnd read_link_list(const FileBytes& file, const ItemSink&) {
    Tally tally;
    const auto count = [&](std::string_view line, std::uint32_t) {
        const std::string lower = ascii::lowered(line);
        for (const std::string_view mark : link_marks) {
            std::size_t at = lower.find(mark);
            const bool found = at != lower.npos;
            for (; at != lower.npos; at = lower.find(mark, at + 1)) ++tally.links;
            if (found) break;  // a feed of an OPML file has several addresses
        }
        return true;
    };
    std::vector<Problem> problems = for_each_line(blocks_of(file), count);
    return end_of(tally, "links", std::move(problems));
}

}  // namespace dateline
