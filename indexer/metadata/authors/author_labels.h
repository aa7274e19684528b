// SPDX-License-Identifier: GPL-2.0-or-later
// The words by which Chinese articles say, at the beginning of a line, that writers' names follow.
#pragma once

#include <string_view>

namespace dateline {

/// What follows a Chinese label of authors at the beginning of a line, "作者：", "文 | ", "记者 ";
/// "" if there is none.
std::string_view after_author_label(std::string_view line);

}  // namespace dateline
