// SPDX-License-Identifier: GPL-2.0-or-later
// The one way from a file's bytes to RawArticles.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "common/ascii.h"
#include "indexer/readers/bytes/content_coding.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/file_ending.h"
#include "indexer/readers/formats.h"
#include "indexer/readers/notes/notion_page.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

/// A site generator's page has front matter, and HTML behind it; Notion's pages are told by their
/// names.
Reading read_as(const FormatRow& row, std::string_view name, std::string_view text) {
    const std::string ending = ending_of(name);
    if (row.format == Format::markdown && (ending == "html" || ending == "htm"))
        return read_front_matter_page(text);
    if (row.format == Format::markdown && names_notion_page(name))
        return read_notion_markdown(text);
    return row.read(text);
}

Reading read_all(const ContainerRow& row, const FileBytes& file, Format& format) {
    Reading all;
    FileEnd end = row.read(file, [&](const FileItem& item) {
        Reading one = read_item(item);
        std::ranges::move(one.articles, std::back_inserter(all.articles));
        std::ranges::move(one.problems, std::back_inserter(all.problems));
        return true;
    });
    std::ranges::move(end.problems, std::back_inserter(all.problems));
    format = end.holds_articles ? Format::container : Format::unknown;
    if (all.articles.empty() && all.problems.empty())
        all.problems.push_back({"", 0, "no articles in it", true, ProblemKind::empty});
    return all;
}

/// `page.html.gz`: what other packed files hold is not asked.
bool is_packed_page(std::string_view name, std::string_view bytes) {
    if (!bytes.starts_with("\x1F\x8B") || !ascii::ends_ignoring_case(name, ".gz")) return false;
    const std::string ending = ending_of(name.substr(0, name.size() - 3));
    return ending == "html" || ending == "htm" || ending == "xhtml" || ending == "mhtml";
}

/// A file of one article, packed. What is packed in it again is not read.
Reading read_packed(std::string_view name, std::string_view bytes, Format& format) {
    name.remove_suffix(3);
    const std::optional<Unpacked> unpacked = unpack_content("gzip", bytes);
    if (unpacked && unpacked->fault.empty()) return read_alone(name, unpacked->bytes, format);
    format = Format::web_page;
    return {{}, {{"", 0, unpacked ? unpacked->fault : "damaged", true}}};
}

}  // namespace

Reading read_file(std::string_view name, std::string_view bytes, Format& format) {
    const FileBytes file = bytes_in_memory(bytes);
    if (const ContainerRow* row = find_container(name, file)) return read_all(*row, file, format);
    return read_alone(name, bytes, format);
}

Format format_alone(std::string_view name, std::string_view bytes) {
    if (is_packed_page(name, bytes)) return Format::web_page;
    const Format format = format_of_bytes(bytes);
    if (format != Format::unknown || is_binary(bytes)) return format;
    std::string storage;
    std::vector<Problem> ignored;
    return format_of_text(name,
                          decode_text(bytes.substr(0, format_head_bytes), "", storage, ignored));
}

Reading read_alone(std::string_view name, std::string_view bytes, Format& format) {
    format = Format::unknown;
    if (is_packed_page(name, bytes)) return read_packed(name, bytes, format);
    format = format_of_bytes(bytes);
    if (format != Format::unknown) return format_row(format).read(bytes);
    std::vector<Problem> problems;
    std::string storage;
    std::string_view text;
    if (!is_binary(bytes)) {
        text = decode_text(bytes, "", storage, problems);
        format = format_of_text(name, text);
    }
    if (format == Format::unknown) return {{}, {{"", 0, "not a text file", true}}};
    const FormatRow& row = format_row(format);
    if (row.encoded == Encoded::in_parts) return row.read(bytes);
    if (row.encoded == Encoded::as_stated && !storage.empty()) {
        problems.clear();
        text = decode_text(bytes, stated_charset(bytes), storage, problems);
    }
    if (ascii::trim(text).empty())
        return {{}, {{"", 0, "the file is empty", true, ProblemKind::empty}}};
    Reading reading = read_as(row, name, text);
    reading.problems.insert(reading.problems.begin(), problems.begin(), problems.end());
    return reading;
}

Reading read_file(std::string_view name, std::string_view bytes) {
    Format format = Format::unknown;
    return read_file(name, bytes, format);
}

}  // namespace dateline
