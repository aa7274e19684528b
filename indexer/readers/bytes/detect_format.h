// SPDX-License-Identifier: GPL-2.0-or-later
// The two halves of detect_format (readers.h), for a reader that has decoded the file already:
// checking and decoding a text costs about as much as reading its front matter.
#pragma once

#include <optional>
#include <string_view>

#include "indexer/readers/readers.h"

namespace dateline {

/// The format of bytes that are no text: compressed JSON Lines or unknown; nothing if they are
/// text.
std::optional<Format> format_of_bytes(std::string_view name, std::string_view bytes);

/// The format of a decoded text.
Format format_of_text(std::string_view name, std::string_view text);

}  // namespace dateline
