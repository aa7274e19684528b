// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/bytes/charset.h"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "common/ascii.h"
#include "indexer/readers/bytes/utf8_check.h"

namespace dateline {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

// What people mean by a name.
std::string charset_name(std::string_view charset) {
    constexpr std::size_t longest = 40;
    const std::string name = ascii::lowered(charset.substr(0, longest));
    if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii") return "windows-1252";
    if (name == "gb2312" || name == "gbk") return "gb18030";
    return name;
}

std::string convert(iconv_t converter, std::string input) {
    std::string out;
    std::array<char, 4096> block;
    char* from = input.data();
    std::size_t left = input.size();
    while (left > 0) {
        char* to = block.data();
        std::size_t room = block.size();
        const bool done =
            iconv(converter, &from, &left, &to, &room) != static_cast<std::size_t>(-1);
        const bool full = !done && errno == E2BIG;
        out.append(block.data(), block.size() - room);
        if (!done && !full && left > 0) {  // a wrong byte, or half a character at the end
            out += replacement;
            ++from;
            --left;
        }
    }
    return out;
}

}  // namespace

std::string convert_charset(std::string_view bytes, std::string_view charset) {
    const std::string name = charset_name(charset);
    // iconv_open's failure value is -1 cast to a pointer.
    const iconv_t converter = iconv_open("UTF-8", name.c_str());
    if (reinterpret_cast<std::intptr_t>(converter) == -1) return "";
    std::string out = convert(converter, std::string(bytes));
    iconv_close(converter);
    // Some converters let surrogates and the like through.
    if (is_utf8(out)) return out;
    std::string valid;
    for (std::size_t at = 0; at < out.size();) {
        const std::size_t length = utf8_length_at(out, at);
        valid += length == 0 ? replacement : std::string_view(out).substr(at, length);
        at += length == 0 ? 1 : length;
    }
    return valid;
}

}  // namespace dateline
