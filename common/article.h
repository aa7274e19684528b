// SPDX-License-Identifier: GPL-2.0-or-later
// What an article is, once read. The indexer makes one from a file; the display fields and the body
// are kept in the index (common/stored_article.h), and the searcher gets the same value back.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/calendar.h"
#include "common/file_stamp.h"
#include "common/place.h"

namespace dateline {

/// From byte `offset` of a text on, line breaks of the text are line breaks of the file, beginning
/// with the file's line `line` (counted from 1). So it is with pages and paragraphs: where a line
/// break of the text is none of these, a mark follows it (TextBuilder sees to that).
struct LineMark {
    std::uint32_t offset = 0;
    std::uint32_t line = 1;

    bool operator==(const LineMark&) const = default;
};

/// All texts are valid UTF-8, except `path`, which is bytes as the file system gives them.
/// An empty string means: not known.
struct Article {
    std::string id;               ///< 13 letters and digits, stable; see article_id()
    std::string archive;          ///< its archive's name; the searcher's, and in no index
    std::uint32_t root = 0;       ///< number of its folder among the index's roots
    std::string path;             ///< of the file, relative to the root
    std::uint32_t item_line = 0;  ///< where it begins, as an item of its file; 0: it is the file
    PlaceUnit unit = PlaceUnit::line;  ///< of `item_line` and `lines`
    std::string item;  ///< how its file names it, as an item: its URL in a WARC; else ""
    FileStamp file;    ///< of an item only `hash`, of what it was made from, and not stored

    std::string title;  ///< as stated, or derived from the text: then see `derived`
    std::string summary;
    std::string body;  ///< plain text; paragraphs are split by "\n\n", their lines by "\n"
    std::vector<LineMark> lines;  ///< lines of the file for offsets in `body`, increasing
    std::vector<std::string> authors;
    std::string outlet;                     ///< readable name: "The Verge"
    std::vector<std::string> outlet_names;  ///< its other names: that of its host, short ones
    std::string host;                       ///< of the URL, without www.: "theverge.com"
    std::string source;  ///< credited source, often an agency: "Associated Press"
    std::string url;
    std::string section;
    std::vector<std::string> tags;
    std::string language;  ///< ISO 639-1: "en"
    std::optional<CalendarDate> published;
    std::string instant;      ///< exact time if stated: "2026-02-27T16:42:00+04:00"
    std::uint32_t words = 0;  ///< in title, summary and body; set when it is indexed

    /// Field name -> where its value came from, for each value that the file does not state:
    /// {"outlet": "host of the URL"}, {"title": "first sentence"}; common/origin.h has these texts.
    std::map<std::string, std::string> derived;

    bool operator==(const Article&) const = default;
};

/// The line (or page, or paragraph: see `unit`) of the file in which byte `offset` of the body
/// stands; without marks its item's line or 1.
std::uint32_t line_of(const Article& article, std::uint32_t offset);

/// True if the title was made from the body's own words, which then must not count twice.
bool title_repeats_body(const Article& article);

/// The id shown to users and scripts: 13 characters of 0-9 a-z (base 32 of XXH3-64), of `identity`,
/// which is the root-relative path or the item's own identity; `root` keeps equal paths of several
/// roots apart (root 0 does not enter, so a single archive's ids depend on nothing but its paths).
std::string article_id(std::uint32_t root, std::string_view identity);

}  // namespace dateline
