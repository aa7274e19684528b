// SPDX-License-Identifier: GPL-2.0-or-later
// How OpenDocument texts are told from other ZIP archives.
#pragma once

#include <string_view>

namespace dateline {

/// A ZIP archive whose first entry names the type of an OpenDocument text.
bool begins_odt(std::string_view bytes);

}  // namespace dateline
