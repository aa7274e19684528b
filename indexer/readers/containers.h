// SPDX-License-Identifier: GPL-2.0-or-later
// The table of streamed formats: files of many articles, which may be larger than memory. Each is
// told by its first unpacked bytes and its name, and its reader gives one item at a time; memory is
// one item and a few blocks. Bytes come from a value, so that readers know no file system. A new
// one is its reader, declared here, and a row.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/bytes/unpacked_bytes.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// One item of a file of many, before it is read: who only asks what has changed compares `bytes`.
struct FileItem {
    std::string_view bytes;            ///< all that it is made from
    std::uint32_t number = 0;          ///< its place in the file
    PlaceUnit unit = PlaceUnit::line;  ///< of `number`
    std::string_view name;             ///< see Article::item
    /// Lines count from the item's own first. No articles and no problems: it is none.
    std::function<Reading()> read;
    bool is_placed = false;  ///< what is read has its places already, all but `number`
};

/// All of an item lives until the sink returns; false stops the reader.
using ItemSink = std::function<bool(const FileItem&)>;

/// What is said of the file as a whole, when all is read.
struct FileEnd {
    std::vector<Problem> problems;
    bool holds_articles = true;  ///< false: it was no file of articles at all
};

/// How a file begins.
struct FileStart {
    std::string_view ending;  ///< of its name, without that of a packing: "jsonl" of a.jsonl.gz
    std::string_view head;    ///< its first bytes, unpacked
};

struct ContainerRow {
    bool (*begins)(const FileStart& start) = nullptr;
    FileEnd (*read)(const FileBytes& file, const ItemSink& sink) = nullptr;
};

/// The row for the file; nullptr: it is none of many.
const ContainerRow* find_container(std::string_view name, const FileBytes& file);

/// Reads the item and says of all that comes of it where it is.
Reading read_item(const FileItem& item);

/// No item is longer.
inline constexpr std::size_t longest_item = 32 * 1024 * 1024;

FileEnd read_json_lines(const FileBytes& file, const ItemSink& sink);
/// An array of objects, an object, or one that has them inside: JSON Feed, answers of APIs.
FileEnd read_json_items(const FileBytes& file, const ItemSink& sink);
FileEnd read_csv(const FileBytes& file, const ItemSink& sink);
FileEnd read_mbox(const FileBytes& file, const ItemSink& sink);
FileEnd read_warc(const FileBytes& file, const ItemSink& sink);
FileEnd read_wacz(const FileBytes& file, const ItemSink& sink);
FileEnd read_zip(const FileBytes& file, const ItemSink& sink);  ///< of files of any of these
FileEnd read_enex(const FileBytes& file, const ItemSink& sink);
FileEnd read_notion_answers(const FileBytes& file, const ItemSink& sink);
FileEnd read_link_list(const FileBytes& file, const ItemSink& sink);  ///< bookmarks, OPML

bool begins_json_items(const FileStart& start);
bool begins_csv(const FileStart& start);
bool begins_mbox(const FileStart& start);
bool begins_warc(const FileStart& start);
bool begins_wacz(const FileStart& start);
bool begins_zip(const FileStart& start);
bool begins_enex(const FileStart& start);
bool begins_notion_answers(const FileStart& start);
bool begins_link_list(const FileStart& start);

}  // namespace dateline
