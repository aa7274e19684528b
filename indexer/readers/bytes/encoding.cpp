// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/ascii.h"
#include "common/code_points.h"
#include "indexer/readers/bytes/charset.h"
#include "indexer/readers/bytes/utf8_check.h"

namespace dateline {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// Windows-1252, 0x80 to 0x9F; 0 where it has no character.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t from_windows_1252(unsigned char byte) {
    if (byte < 0x80 || byte >= 0xA0) return byte;
    return windows_1252[byte - 0x80U];
}

struct WrongBytes {
    std::size_t wrong = 0;      // bytes that are no part of a UTF-8 character
    std::size_t undefined = 0;  // of these, without a character in Windows-1252
    std::size_t clustered = 0;  // of these, in runs of four and more: hardly a Western text
    std::uint32_t line = 0;     // of the first one
};

WrongBytes wrong_bytes(std::string_view text) {
    WrongBytes found;
    std::size_t run = 0;
    std::uint32_t line = 1;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length_at(text, at);
        if (length != 0) {
            if (text[at] == '\n') ++line;
            run = 0;
            at += length;
            continue;
        }
        if (found.wrong++ == 0) found.line = line;
        if (from_windows_1252(static_cast<unsigned char>(text[at])) == 0) ++found.undefined;
        ++run;
        if (run >= 4) found.clustered += run == 4 ? 4 : 1;
        ++at;
    }
    return found;
}

bool is_plausible_windows_1252(const WrongBytes& bytes) {
    return bytes.undefined == 0 && bytes.clustered * 4 <= bytes.wrong;
}

std::string repaired(std::string_view text, bool windows) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = utf8_length_at(text, at);
        if (length != 0) {
            out.append(text, at, length);
            at += length;
        } else if (windows) {
            append_utf8(out, from_windows_1252(static_cast<unsigned char>(text[at++])));
        } else {
            out += replacement;
            ++at;
        }
    }
    return out;
}

// Line ends to "\n", zero bytes out, other control characters to blanks.
std::string tidied(std::string_view text, std::vector<Problem>& problems) {
    std::string out;
    out.reserve(text.size());
    std::uint32_t line = 1;
    std::uint32_t zero_line = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        if (c == '\n' || c == '\r') ++line;
        if (c == '\0') {
            if (zero_line == 0) zero_line = line;
        } else if (c == '\r') {
            out += '\n';
        } else if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') {
            out += ' ';
        } else {
            out += c;
        }
    }
    if (zero_line != 0)
        problems.push_back({"", zero_line, "zero bytes left out", false, ProblemKind::encoding});
    return out;
}

std::string decode_wrong(std::string_view bytes, std::string_view charset,
                         std::vector<Problem>& problems) {
    if (!charset.empty()) {
        std::string converted = convert_charset(bytes, charset);
        if (!converted.empty()) return converted;
    }
    const WrongBytes found = wrong_bytes(bytes);
    const bool windows = is_plausible_windows_1252(found);
    problems.push_back({"", found.line,
                        windows ? "not UTF-8, read as Windows-1252"
                                : fmt::format("not UTF-8, {} bytes replaced", found.wrong),
                        false, ProblemKind::encoding});
    return repaired(bytes, windows);
}

bool has_control_characters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    });
}

// Formats that begin like no text.
bool has_magic_number(std::string_view bytes) {
    constexpr auto magic = std::to_array<std::string_view>({"%PDF",
                                                            "PK\x03\x04",
                                                            "\x89PNG",
                                                            "GIF8",
                                                            "\xFF\xD8\xFF",
                                                            "\x7F"
                                                            "ELF",
                                                            "\x1F\x8B",
                                                            "\x28\xB5\x2F\xFD",
                                                            "BZh",
                                                            "\xFD"
                                                            "7zXZ",
                                                            "7z\xBC\xAF",
                                                            "RIFF",
                                                            "ID3",
                                                            "OggS",
                                                            "\xD0\xCF\x11\xE0",
                                                            "{\\rtf",
                                                            "SQLite format 3",
                                                            "Rar!",
                                                            "%!PS",
                                                            "bplist0",
                                                            "wOFF",
                                                            "\xCA\xFE\xBA\xBE"});
    return std::any_of(magic.begin(), magic.end(),
                       [&](std::string_view start) { return bytes.starts_with(start); });
}

// What a file with UTF-16's byte order mark and wide characters without one have: many zero bytes.
bool is_utf16(std::string_view bytes) {
    const bool utf32 = bytes.starts_with(std::string_view("\xFF\xFE\0\0", 4));
    return (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) && !utf32;
}

// In blocks whose counts fit a byte, so that the compiler counts many bytes at once.
std::size_t count_controls(std::string_view bytes) {
    constexpr std::size_t block_bytes = 128;
    std::size_t controls = 0;
    while (!bytes.empty()) {
        std::uint8_t in_block = 0;
        for (const char c : bytes.substr(0, block_bytes)) {
            const auto byte = static_cast<unsigned char>(c);
            in_block = static_cast<std::uint8_t>(in_block +
                                                 ((byte < '\t') | ((byte > '\r') & (byte < ' '))));
        }
        controls += in_block;
        bytes.remove_prefix(std::min(block_bytes, bytes.size()));
    }
    return controls;
}

/// Of scripts and style sheets a page may say another one than of itself.
bool states_own_charset(std::string_view before) {
    const auto open = before.rfind('<');
    const std::string_view tag = open == before.npos ? before : before.substr(open + 1);
    return !ascii::starts_ignoring_case(tag, "script") && !ascii::starts_ignoring_case(tag, "link");
}

std::string_view charset_at(std::string_view bytes, std::size_t at) {
    if (at < bytes.size() && (bytes[at] == '"' || bytes[at] == '\'')) ++at;
    const std::size_t end = bytes.find_first_of("\"' ;>?/\n", at);
    return end != bytes.npos && end > at ? bytes.substr(at, end - at) : std::string_view();
}

}  // namespace

bool is_binary(std::string_view bytes) {
    constexpr std::size_t head_bytes = 8192;
    if (has_magic_number(bytes)) return true;
    if (is_utf16(bytes)) return false;
    bytes = bytes.substr(0, head_bytes);
    return count_controls(bytes) > 4 + bytes.size() / 50;
}

std::string_view stated_charset(std::string_view bytes) {
    constexpr std::size_t head_bytes = 4096;
    bytes = bytes.substr(0, head_bytes);
    std::string_view stated;
    for (const std::string_view key :
         {std::string_view("charset="), std::string_view("encoding=")}) {
        for (auto at = bytes.find(key); at != bytes.npos; at = bytes.find(key, at + 1)) {
            if (!states_own_charset(bytes.substr(0, at))) continue;
            const std::string_view name = charset_at(bytes, at + key.size());
            if (!name.empty() && !ascii::equal_ignoring_case(name, "utf-8")) return name;
            if (!name.empty()) stated = name;
        }
    }
    return stated;
}

std::string decode_utf16(std::string_view bytes, bool big_endian) {
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto high = static_cast<unsigned char>(bytes[at + (big_endian ? 0 : 1)]);
        const auto low = static_cast<unsigned char>(bytes[at + (big_endian ? 1 : 0)]);
        return static_cast<char32_t>(high << 8U | low);
    };
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        char32_t character = unit(at);
        const bool pair = character >= 0xD800 && character < 0xDC00 && at + 3 < bytes.size() &&
                          unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000;
        if (pair) {
            character = 0x10000 + ((character - 0xD800) << 10U) + (unit(at + 2) - 0xDC00);
            at += 2;
        }
        append_utf8(out, character);
    }
    return out;
}

void append_utf8(std::string& out, char32_t c) {
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        out += replacement;
    else
        out += encode(static_cast<std::int32_t>(c));
}

std::string_view decode_text(std::string_view bytes, std::string_view charset, std::string& storage,
                             std::vector<Problem>& problems) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (is_plain_utf8(bytes)) return bytes;
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        storage = decode_utf16(bytes.substr(2), bytes.front() == '\xFE');
    } else if (is_utf8(bytes)) {
        storage = bytes;
    } else {
        storage = decode_wrong(bytes, charset, problems);
    }
    if (has_control_characters(storage)) storage = tidied(storage, problems);
    return storage;
}

}  // namespace dateline
