// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/field_tree.h"

#include <algorithm>
#include <array>

#include "indexer/readers/front_matter/front_matter.h"

namespace dateline {

std::string nested_key(std::string_view path, std::string_view key) {
    if (path.empty() || path == "taxonomies") return std::string(key);
    std::string out(path);
    out += '.';
    out += key;
    return out;
}

bool names_object(std::string_view key) {
    constexpr std::array<std::string_view, 6> names = {"name",  "title",        "label",
                                                       "@name", "display_name", "full_name"};
    return std::find(names.begin(), names.end(), key) != names.end();
}

void add_field_value(std::vector<RawField>& fields, std::string_view key, std::uint32_t line,
                     std::string_view value) {
    constexpr std::size_t near = 8;  // an object's name may stand behind some of its other keys
    std::string tidy(field_value(value));
    if (tidy.empty() || key.empty()) return;
    // Escapes of YAML, TOML and JSON can write control characters, which mean nothing here.
    std::replace_if(
        tidy.begin(), tidy.end(),
        [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; }, ' ');
    const std::size_t first = fields.size() > near ? fields.size() - near : 0;
    for (std::size_t at = fields.size(); at > first; --at) {
        RawField& field = fields[at - 1];
        if (field.line == line && field.key == key) {
            if (field.values.size() <= most_field_values) field.values.push_back(std::move(tidy));
            return;
        }
    }
    if (fields.size() <= most_field_values) {
        fields.push_back({std::string(key), {std::move(tidy)}, line});
    }
}

}  // namespace dateline
