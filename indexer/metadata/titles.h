// SPDX-License-Identifier: GPL-2.0-or-later
// Titles: as stated, cleaned; or made of the text, when nobody stated one.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A value of a key as plain text on one line: HTML's entities and tags, and Markdown's emphasis,
/// code and links are taken off.
std::string plain_inline(std::string_view value);

/// True if a line that stands alone above more text could be a headline: short, one sentence at
/// most.
bool reads_like_headline(std::string_view line);

/// The line as a title: blanks single, without a full stop at the end.
std::string headline_title(std::string_view line);

/// The first sentence of a text, cut at a word after about 100 characters, with "…" if it was cut.
std::string first_sentence_title(std::string_view text);

/// "archive/2015-06-05-what-we-know.md" -> "What we know"; "posts/some-story/index.md" -> "Some
/// story".
std::string file_name_title(std::string_view path);

}  // namespace dateline
