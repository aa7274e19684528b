// SPDX-License-Identifier: GPL-2.0-or-later
// How the formats' first bytes look: what formats.h tells them by, and the readers begin with.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

/// The header ` date 2026-02-27 `: a blank first, then the word, a date, and a blank or line end.
struct DateHeader {
    std::string_view date;
    std::size_t bytes = 0;  ///< of the whole header; the text follows
};
std::optional<DateHeader> date_header(std::string_view text);

/// `---` or `+++` alone on the first line that is not blank.
bool begins_front_matter(std::string_view text);

/// <html, <!doctype html or <head or <body after comments and the like, within the first bytes.
bool begins_web_page(std::string_view text);

/// The root element of RSS (also 1.0) or Atom within the first bytes.
bool begins_feed(std::string_view text);

/// The name of the first element within the first bytes, without name space; "" if there is none.
std::string_view root_element_name(std::string_view text);

/// Mail headers: From and one of Subject and Date, and one that only mail has.
bool begins_mail(std::string_view text);

/// The same behind the first line, which is the envelope of a mailbox file: others' headers will
/// do.
bool begins_enveloped_mail(std::string_view text);

/// The first line is a whole JSON object.
bool begins_json_lines(std::string_view text);

}  // namespace dateline
