// SPDX-License-Identifier: GPL-2.0-or-later
// The page's own files, built into the program: style.css, page.js and icon.svg beside this one.
#pragma once

#include <string_view>

namespace dateline::web {

std::string_view style_sheet_text();
std::string_view script_text();
std::string_view icon_text();

}  // namespace dateline::web
