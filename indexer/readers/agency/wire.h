// SPDX-License-Identifier: GPL-2.0-or-later
// The 7-bit wire formats: ANPA 1312 and IPTC 7901. Control characters frame each message: its
// header, its text and a line that ends it.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/raw_article.h"

namespace dateline {

/// One message between its control characters, as bytes.
struct WireMessage {
    std::string_view header;
    std::string_view text;
    std::string_view footer;
    std::uint32_t header_line = 1;  ///< of the file
    std::uint32_t text_line = 1;
};

/// A header between SOH and STX within the first bytes.
bool begins_wire(std::string_view bytes);

/// The bytes as text, one line a row; other control characters are blanks.
std::string wire_text(std::string_view bytes);

}  // namespace dateline
