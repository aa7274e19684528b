// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/character_references.h"

#include "common/ascii.h"
#include "indexer/readers/html/html_text.h"

namespace dateline {

namespace {

/// The bytes of a reference to a number from 128 to 159 that begins there; 0 if there is none.
std::size_t old_reference_at(std::string_view html) {
    std::size_t at = std::string_view("&#").size();
    const bool hex = at < html.size() && ascii::lower(html[at]) == 'x';
    if (hex) ++at;
    const int base = hex ? 16 : 10;
    int number = 0;
    std::size_t digits = 0;
    for (; at < html.size() && digits < 4; ++at, ++digits) {
        const char c = ascii::lower(html[at]);
        if (ascii::is_digit(c))
            number = number * base + (c - '0');
        else if (hex && c >= 'a' && c <= 'f')
            number = number * base + (c - 'a' + 10);
        else
            break;
    }
    if (number < 0x80 || number >= 0xA0) return 0;
    return at < html.size() && html[at] == ';' ? at + 1 : at;
}

}  // namespace

std::string_view with_old_references(std::string_view html, std::string& storage) {
    std::size_t done = 0;
    for (auto at = html.find("&#"); at != html.npos; at = html.find("&#", at + 2)) {
        const std::size_t size = old_reference_at(html.substr(at));
        if (size == 0) continue;
        std::string_view name = html.substr(at + 1, size - 1);
        if (name.ends_with(';')) name.remove_suffix(1);
        storage.append(html.substr(done, at - done)).append(decode_entity(name));
        done = at + size;
    }
    if (done == 0) return html;
    storage.append(html.substr(done));
    return storage;
}

}  // namespace dateline
