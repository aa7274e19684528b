// SPDX-License-Identifier: GPL-2.0-or-later
// Nested keys -> RawFields, alike for YAML, TOML and JSON: a list gives its values, an object with
// a name its name (`author: {name: Ann}` is author Ann), other objects keys like `extra.author`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// Deeper objects say nothing about an article any more.
inline constexpr std::size_t deepest_key = 4;

/// Neither do more fields, or more values of one. metadata.cpp takes off what is more, and says so.
inline constexpr std::size_t most_field_values = 10000;

/// The key of `key` within the object `path` ("" at the top). A table of taxonomies is left out of
/// it.
std::string nested_key(std::string_view path, std::string_view key);

/// True for the key that names an object: name, title, label and the like.
bool names_object(std::string_view key);

/// Adds the value to the field of that key and line, which becomes the last one if it is new. Blank
/// values are left out. At most most_field_values of either, and one more that says that there are
/// more.
void add_field_value(std::vector<RawField>& fields, std::string_view key, std::uint32_t line,
                     std::string_view value);

}  // namespace dateline
