// SPDX-License-Identifier: GPL-2.0-or-later
// Where libxml2 2.9 sees start tags and their attributes, for markup_limits.cpp, which must not
// miss one that it sees. A test compares the two on a soup of tags. What is open already is not
// known here, so a script that begins with the end tag of an element around it is taken to go on.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

struct StartTag {
    std::string_view name;
    std::size_t end = 0;                            ///< at its '>' or '/>', or where it is given up
    std::size_t cut_from = std::string_view::npos;  ///< where the first attribute too many begins
};

/// True if a start tag begins with the '<' at that place.
bool begins_html_tag(std::string_view text, std::size_t begin);
bool begins_xml_tag(std::string_view text, std::size_t begin);

StartTag read_html_tag(std::string_view text, std::size_t begin);
/// Only attributes with a value in quotes, as XML has them; ends before the next '<'.
StartTag read_xml_tag(std::string_view text, std::size_t begin);

/// Behind the comment, the declaration, the end tag or the lone '<' that begins there.
std::size_t behind_html_other(std::string_view text, std::size_t begin);

/// Behind a script, which holds no tags; else the tag's end.
std::size_t behind_html_content(std::string_view text, const StartTag& tag);

}  // namespace dateline
