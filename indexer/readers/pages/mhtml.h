// SPDX-License-Identifier: GPL-2.0-or-later
// How the head of a web archive (.mht, .mhtml) is told from that of a letter.
#pragma once

#include <string_view>

namespace dateline {

/// The head of a mail that holds a saved page, and that nobody sent.
bool begins_mhtml(std::string_view text);

}  // namespace dateline
