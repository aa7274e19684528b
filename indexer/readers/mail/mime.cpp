// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/mime.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/bytes/charset.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/mail/transfer_encoding.h"

namespace dateline {

namespace {

std::string_view take_mail_line(std::string_view& text) {
    const std::string_view line = take_line(text);
    return line.substr(0, line.size() - (line.ends_with('\r') ? 1 : 0));
}

std::string to_utf8(std::string_view bytes, std::string_view charset) {
    std::string storage;
    std::vector<Problem> ignored;
    return std::string(decode_text(bytes, charset, storage, ignored));
}

// One encoded word, =?charset?B?…?=, at the beginning of the text; false if there is none.
bool take_encoded_word(std::string_view& text, std::string& out) {
    if (!text.starts_with("=?")) return false;
    const std::size_t charset_end = text.find('?', 2);
    if (charset_end == text.npos || charset_end + 2 >= text.size() || text[charset_end + 2] != '?')
        return false;
    const std::size_t end = text.find("?=", charset_end + 3);
    if (end == text.npos) return false;
    const std::string_view charset = text.substr(2, charset_end - 2);
    const std::string_view coded = text.substr(charset_end + 3, end - charset_end - 3);
    const bool base64 = ascii::lower(text[charset_end + 1]) == 'b';
    const std::string bytes = base64 ? decode_base64(coded) : decode_q(coded);
    const std::string converted = convert_charset(bytes, charset.substr(0, charset.find('*')));
    out += to_utf8(converted.empty() ? std::string_view(bytes) : converted, "");
    text.remove_prefix(end + 2);
    return true;
}

// Blanks between two encoded words are not part of the text.
std::string decode_words(std::string_view text) {
    std::string out;
    bool after_word = false;
    while (!text.empty()) {
        const std::size_t blanks = std::min(text.find_first_not_of(" \t"), text.size());
        std::string_view rest = text.substr(blanks);
        std::string word;
        if (take_encoded_word(rest, word)) {
            if (!after_word) out += text.substr(0, blanks);
            out += word;
            text = rest;
            after_word = true;
            continue;
        }
        const std::size_t begin = blanks + 1;
        const std::size_t end =
            std::min({text.find(" ", begin), text.find("=?", begin), text.size()});
        out += text.substr(0, end);
        text.remove_prefix(end);
        after_word = false;
    }
    return to_utf8(out, "");
}

}  // namespace

MailPart split_mail(std::string_view message, std::uint32_t line) {
    constexpr std::size_t most_headers = 500;
    constexpr std::size_t longest_header = 8192;
    MailPart part;
    std::string raw;
    const auto end_header = [&] {
        if (!part.headers.empty()) part.headers.back().value = decode_words(ascii::trim(raw));
        raw.clear();
    };
    while (!message.empty()) {
        const std::string_view row = take_mail_line(message);
        const std::uint32_t row_line = line++;
        if (row.empty()) break;
        const bool goes_on = row.front() == ' ' || row.front() == '\t';
        const std::size_t colon = row.find(':');
        if (goes_on) {
            if (raw.size() < longest_header) raw.append(" ").append(ascii::trim(row));
        } else if (colon != row.npos && part.headers.size() < most_headers) {
            end_header();
            part.headers.push_back(
                {ascii::lowered(ascii::trim(row.substr(0, colon))), "", row_line});
            raw = row.substr(colon + 1, longest_header);
        }
    }
    end_header();
    part.body = message;
    part.body_line = line;
    return part;
}

std::string_view header(const MailPart& part, std::string_view name) {
    for (const MailHeader& row : part.headers) {
        if (row.name == name) return row.value;
    }
    return {};
}

std::string media_type(std::string_view content_type) {
    return ascii::lowered(ascii::trim(content_type.substr(0, content_type.find(';'))));
}

std::string parameter(std::string_view content_type, std::string_view name) {
    std::size_t at = content_type.find(';');
    while (at != content_type.npos) {
        content_type.remove_prefix(at + 1);
        at = content_type.find(';');
        const std::string_view pair = ascii::trim(content_type.substr(0, at));
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos || ascii::lowered(ascii::trim(pair.substr(0, equals))) != name)
            continue;
        std::string_view value = ascii::trim(content_type.substr(content_type.find('=') + 1));
        if (value.starts_with('"')) {
            value.remove_prefix(1);
            return std::string(value.substr(0, value.find('"')));
        }
        return std::string(value.substr(0, value.find_first_of("; \t")));
    }
    return "";
}

std::vector<MailPart> split_parts(const MailPart& part, std::string_view boundary) {
    constexpr std::size_t most_parts = 64;
    std::vector<MailPart> parts;
    if (boundary.empty()) return parts;
    std::string_view rest = part.body;
    std::uint32_t line = part.body_line;
    const char* begin = nullptr;
    std::uint32_t begin_line = 0;
    while (!rest.empty() && parts.size() < most_parts) {
        const char* at = rest.data();
        const std::string_view row = take_mail_line(rest);
        ++line;
        if (!row.starts_with("--") || !row.substr(2).starts_with(boundary)) continue;
        if (begin != nullptr) {
            parts.push_back(split_mail({begin, static_cast<std::size_t>(at - begin)}, begin_line));
        }
        begin = rest.data();
        begin_line = line;
        if (row.substr(2 + boundary.size()).starts_with("--")) return parts;
    }
    // The last part of a message that was cut off.
    if (begin != nullptr && parts.size() < most_parts) {
        parts.push_back(split_mail(
            {begin, static_cast<std::size_t>(rest.data() + rest.size() - begin)}, begin_line));
    }
    return parts;
}

std::string decoded_body(const MailPart& part) {
    const std::string coding =
        ascii::lowered(ascii::trim(header(part, "content-transfer-encoding")));
    std::string bytes;
    if (coding == "base64") {
        bytes = decode_base64(part.body);
    } else if (coding == "quoted-printable") {
        bytes = decode_quoted_printable(part.body);
    } else {
        bytes = part.body;
    }
    const std::string_view type = header(part, "content-type");
    const std::string charset = parameter(type, "charset");
    const bool says_itself = charset.empty() && media_type(type) == "text/html";
    return to_utf8(bytes, says_itself ? stated_charset(bytes) : std::string_view(charset));
}

}  // namespace dateline
