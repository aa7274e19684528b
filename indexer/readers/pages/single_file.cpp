// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pages/single_file.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/bytes/zip_parts.h"
#include "indexer/readers/pages/page_address.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::size_t head_bytes = 4096;

// The comment that begins with one of the extension's marks; "" if there is none.
std::string_view head_comment(std::string_view text) {
    text = text.substr(0, head_bytes);
    constexpr auto marks = std::to_array<std::string_view>(
        {"Page saved with SingleFile", "Archive processed by SingleFile"});
    for (const std::string_view mark : marks) {
        const std::size_t at = text.find(mark);
        if (at == text.npos) continue;
        const std::size_t open = text.rfind("<!--", at);
        if (open == text.npos || !ascii::trim(text.substr(open + 4, at - open - 4)).empty())
            continue;
        return text.substr(at, text.find("-->", at) - at);
    }
    return {};
}

// How many bytes of a data: URI begin there; 0 if it is none or short.
std::size_t data_uri_bytes(std::string_view rest) {
    constexpr std::string_view scheme = "data:";
    constexpr std::size_t shortest = 64;
    if (!rest.starts_with(scheme)) return 0;
    const std::size_t end =
        std::min(rest.find_first_of("\"'()<> \t\n", scheme.size()), rest.size());
    return end < shortest ? 0 : end;
}

// The element that begins there, with all within; 0 if it is none of the extension's.
std::size_t own_element_bytes(std::string_view rest) {
    constexpr auto names = std::to_array<std::string_view>(
        {"single-file-note", "single-file-infobar", "sfz-extra-data"});
    for (const std::string_view name : names) {
        if (!rest.substr(1).starts_with(name)) continue;
        const std::size_t end = rest.find("</" + std::string(name));
        if (end == rest.npos) return 0;
        const std::size_t close = rest.find('>', end);
        return close == rest.npos ? rest.size() : close + 1;
    }
    return 0;
}

}  // namespace

bool begins_single_file(std::string_view text) {
    return begins_web_page(text) && !head_comment(text).empty();
}

bool begins_self_extracting_page(std::string_view bytes) {
    return bytes.substr(0, head_bytes).find("<html data-sfz") != bytes.npos &&
           !head_comment(bytes).empty();
}

std::string_view single_file_url(std::string_view text) {
    std::string_view comment = head_comment(text);
    while (!comment.empty()) {
        std::string_view line = ascii::trim(take_line(comment));
        if (line.starts_with("url:")) return ascii::trim(line.substr(4));
    }
    return {};
}

std::string without_attachments(std::string_view html) {
    std::string out;
    out.reserve(html.size());
    bool own_elements = true;  // false: one of them does not end, so that none is looked for
    std::size_t from = 0;
    for (std::size_t at = html.find_first_of("d<"); at != html.npos;
         at = html.find_first_of("d<", at)) {
        const std::string_view rest = html.substr(at);
        std::size_t left_out = 0;
        if (rest.front() == 'd') {
            left_out = data_uri_bytes(rest);
        } else if (own_elements &&
                   (rest.starts_with("<single-file-") || rest.starts_with("<sfz-"))) {
            left_out = own_element_bytes(rest);
            own_elements = left_out != 0;
        }
        if (left_out != 0) {
            out += html.substr(from, at - from);
            from = at + left_out;
        }
        at += std::max<std::size_t>(left_out, 1);
    }
    out += html.substr(from);
    return out;
}

Reading read_single_file(std::string_view html) {
    Reading reading = read_web_page(without_attachments(html));
    state_address(reading, single_file_url(html));
    return reading;
}

Reading read_self_extracting_page(std::string_view bytes) {
    ZipParts archive(bytes);
    const std::string page = archive.read("index.html");
    if (page.empty()) {
        const std::string why =
            archive.problem().empty() ? "there is no page in it" : archive.problem();
        return {{}, {{"", 0, "a page that unpacks itself, but cannot be unpacked: " + why, true}}};
    }
    std::string storage;
    std::vector<Problem> problems;
    const std::string_view html = decode_text(page, stated_charset(page), storage, problems);
    Reading reading = read_web_page(without_attachments(html));
    state_address(reading, single_file_url(bytes));
    forget_lines(reading);
    reading.problems.insert(reading.problems.begin(), problems.begin(), problems.end());
    return reading;
}

}  // namespace dateline
