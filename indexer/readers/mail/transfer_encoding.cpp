// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/transfer_encoding.h"

#include "common/ascii.h"

namespace dateline {

namespace {

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (ascii::is_digit(c)) return c - '0' + 52;
    if (c == '+') return 62;
    return c == '/' ? 63 : -1;
}

int hex_value(char c) {
    if (ascii::is_digit(c)) return c - '0';
    const char small = ascii::lower(c);
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The byte of `=C3` at that place, or -1.
int hex_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size()) return -1;
    const int high = hex_value(text[at + 1]);
    const int low = hex_value(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace

std::string decode_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = base64_value(c);
        if (value < 0) continue;  // line ends, padding, rubbish
        bits = (bits << 6U | static_cast<unsigned>(value)) & 0xFFFFU;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
        }
    }
    return out;
}

std::string decode_quoted_printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '=') {
            out += text[at];
            continue;
        }
        if (const int byte = hex_byte(text, at); byte >= 0) {
            out += static_cast<char>(byte);
            at += 2;
            continue;
        }
        // A soft line end, with the blanks that some gateways add.
        const std::size_t end = text.find_first_not_of(" \t\r", at + 1);
        if (end != text.npos && text[end] == '\n') {
            at = end;
        } else if (end == text.npos) {
            break;
        } else {
            out += '=';
        }
    }
    return out;
}

std::string decode_q(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = text[at] == '=' ? hex_byte(text, at) : -1;
        if (byte >= 0) {
            out += static_cast<char>(byte);
            at += 2;
        } else {
            out += text[at] == '_' ? ' ' : text[at];
        }
    }
    return out;
}

}  // namespace dateline
