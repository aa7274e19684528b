// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown/bracket_keys.h"

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/field_tree.h"

namespace dateline {

std::vector<RawField> read_bracket_keys(std::string_view text, std::uint32_t line) {
    constexpr std::string_view mark = "[#]: ";
    std::vector<RawField> fields;
    if (text.find(mark) == text.npos) return fields;
    for (; !text.empty(); ++line) {
        std::string_view row = ascii::trim(take_line(text));
        if (!row.starts_with(mark)) continue;
        row.remove_prefix(mark.size());
        const auto colon = row.find(':');
        if (colon == row.npos) continue;
        const std::string key = ascii::lowered(ascii::trim(row.substr(0, colon)));
        std::string_view value = ascii::trim(row.substr(colon + 1));
        if (value.starts_with('(') && value.ends_with(')'))
            value = ascii::trim(value.substr(1, value.size() - 2));
        if (key == "author") value = value.substr(0, value.find("http"));
        add_field_value(fields, key == "via" ? "url" : key, line, value);
    }
    return fields;
}

}  // namespace dateline
