// SPDX-License-Identifier: GPL-2.0-or-later
// Languages as ISO 639-1 codes: as people and pages write them, or detected from the text by CLD2.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// "en-US", "zh_cn", "English", "deutsch", "eng" -> "en", "zh", "en", "de", "en"; "" if not
/// understood.
std::string language_code(std::string_view stated);

/// The code of a text's language, or "" if the text does not tell reliably. `text` must be valid
/// UTF-8; only its first 1,000 bytes or so are looked at.
std::string detect_language(std::string_view text);

/// The code that a path begins with, "de/news/2015-06-05-name.md" -> "de"; "" if it begins
/// otherwise.
std::string language_in_path(std::string_view path);

}  // namespace dateline
