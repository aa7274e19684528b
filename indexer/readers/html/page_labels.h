// SPDX-License-Identifier: GPL-2.0-or-later
// The words by which pages begin lines that are no part of the article, in the languages of the
// press: "Related:", "Read more", "Share this", "Photo:".
#pragma once

#include <string_view>

namespace dateline {

/// True if the block's text begins so.
bool begins_with_page_label(std::string_view text);

/// How much of a block's beginning says so.
inline constexpr unsigned page_label_bytes = 40;

}  // namespace dateline
