// SPDX-License-Identifier: GPL-2.0-or-later
// The one way from a file's bytes to RawArticles.
#include <iterator>
#include <string>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/bytes/detect_format.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/file_ending.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

Reading read_json_lines(std::string_view text) {
    Reading all;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::string_view line = ascii::trim(take_line(text));
        if (line.empty()) continue;
        Reading one = read_json_line(line);
        for (RawArticle& article : one.articles) article.line = number;
        for (Problem& problem : one.problems) problem.line = number;
        std::move(one.articles.begin(), one.articles.end(), std::back_inserter(all.articles));
        std::move(one.problems.begin(), one.problems.end(), std::back_inserter(all.problems));
    }
    return all;
}

Reading read_as(Format format, std::string_view name, std::string_view text) {
    const std::string ending = ending_of(name);
    const bool is_html = ending == "html" || ending == "htm";
    switch (format) {
        case Format::header_text:
            return read_header_text(text);
        case Format::plain_text:
            return read_plain_text(text);
        case Format::markdown:
            return is_html ? read_front_matter_page(text) : read_markdown(text);
        case Format::web_page:
            return read_web_page(text);
        case Format::feed:
            return read_feed(text);
        case Format::json_lines:
            return read_json_lines(text);
        case Format::mail:
            return read_mail(text);
        case Format::unknown:
            break;
    }
    return {{}, {{"", 0, "not a text file", true}}};
}

}  // namespace

Reading read_file(std::string_view name, std::string_view bytes, Format& format) {
    if (is_binary(bytes)) {
        format = Format::unknown;
        return read_as(format, name, bytes);
    }
    std::vector<Problem> problems;
    std::string storage;
    std::string_view text = decode_text(bytes, "", storage, problems);
    format = format_of_text(name, text);
    if (format == Format::unknown) return read_as(format, name, bytes);
    if (format == Format::mail) return read_mail(bytes);  // its parts have charsets of their own
    const bool states_charset = format == Format::web_page || format == Format::feed;
    if (states_charset && !storage.empty()) {
        problems.clear();
        text = decode_text(bytes, stated_charset(bytes), storage, problems);
    }
    if (ascii::trim(text).empty())
        return {{}, {{"", 0, "the file is empty", true, ProblemKind::empty}}};
    Reading reading = read_as(format, name, text);
    reading.problems.insert(reading.problems.begin(), problems.begin(), problems.end());
    return reading;
}

Reading read_file(std::string_view name, std::string_view bytes) {
    Format format = Format::unknown;
    return read_file(name, bytes, format);
}

}  // namespace dateline
