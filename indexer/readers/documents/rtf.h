// SPDX-License-Identifier: GPL-2.0-or-later
// How RTF documents are told.
#pragma once

#include <string_view>

namespace dateline {

bool begins_rtf(std::string_view bytes);

}  // namespace dateline
