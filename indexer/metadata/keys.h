// SPDX-License-Identifier: GPL-2.0-or-later
// The one table of keys: what people, sites and programs call the same thing in front matter, JSON,
// feeds and page headers, and which of them to trust first where a file has several.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

enum class Meaning : std::uint8_t {
    title,
    author,
    outlet,
    source,  ///< a person, an outlet or a host: told apart in metadata.cpp
    sender,  ///< From: of a newsletter
    host,
    url,
    date,
    as_stated,  ///< the value of Key::field, whose rules need no code
    section,
    tags,
    language,
    visible_date,  ///< what a page shows where it says when
    visible_line,  ///< a line of a page beside its article's text
    file_author,   ///< whose account made the file: the author only if nobody else is named
    file_date,     ///< when the file was made: the day only if nothing else says one
    file_path,     ///< where a site generator puts the page; may hold the date
};

struct Key {
    std::string_view name;  ///< letters and digits only, lower case: "publishedat"
    Meaning meaning = Meaning::title;
    std::uint8_t rank = 0;        ///< among the keys of this meaning; the lowest is trusted first
    std::string_view note = "";   ///< for Article::derived, where the key only hints at the value
    std::string_view field = "";  ///< of the table of fields, with Meaning::as_stated

    bool operator==(const Key&) const = default;
};

/// The row of a key as typed; case, blanks and `_ - . :` do not matter. Nullptr: no known key.
const Key* find_key(std::string_view typed);

/// True if a folder can say it for all its articles (`.dateline.yaml`): a title it cannot.
bool may_be_default(Meaning meaning);

/// The key of that kind which is spelt nearly as typed, or "".
std::string_view nearest_default_key(std::string_view typed);

}  // namespace dateline
