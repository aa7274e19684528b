// SPDX-License-Identifier: GPL-2.0-or-later
// Where a value comes from that a file does not state (Article::derived). Stored and told as a
// text; who asks what it means compares these.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/article.h"

namespace dateline {

/// The file with defaults for all articles of its folder and below.
inline constexpr const char* defaults_name = ".dateline.yaml";

/// In brackets: what of the text stands behind or before, if it is not alone.
enum class Origin : std::uint8_t {
    stated,  ///< by the file itself, so that nothing is derived
    other,   ///< a text of none of the others: a key that only hints at the value
    heading,
    first_line,
    first_lines,
    first_sentence,
    page,  ///< what a page shows beside its article's text
    file_name,
    file_path,
    url,
    url_scheme,
    identity,
    detected,
    source_line,
    credit,  ///< [behind it: the form of the credit]
    host_of_url,
    made_from_host,
    host_of_source,
    host_of_outlet,
    host_of_sender,
    sender,
    sender_person,
    source,
    source_known,
    source_outlet,
    source_person,
    folder_defaults,  ///< [before it: the folder]
};

/// As it is stored.
std::string_view text_of(Origin origin);

/// The origin that a stored text means.
Origin origin_of(std::string_view text);
/// The origin of an article's value; "title", "outlet" and other names of the table of fields.
Origin origin_of(const Article& article, std::string_view field);

}  // namespace dateline
