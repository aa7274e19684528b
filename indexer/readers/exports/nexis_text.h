// SPDX-License-Identifier: GPL-2.0-or-later
// How the text exports of Nexis are told.
#pragma once

#include <string_view>

namespace dateline {

/// A line "1 of 74 DOCUMENTS" within the first bytes.
bool begins_nexis_text(std::string_view text);

}  // namespace dateline
