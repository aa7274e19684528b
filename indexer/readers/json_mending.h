// SPDX-License-Identifier: GPL-2.0-or-later
// JSON as programs write it that do not keep to its rules: NaN and Infinity, numbers too large,
// line breaks within a text, half of a surrogate pair. One such value costs no article.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

struct MendedJson {
    std::string text;
    std::string what;  ///< was mended, as a list; "" if nothing was
};

/// One pass, which knows strings and numbers and nothing of the rest.
MendedJson mend_json(std::string_view text);

}  // namespace dateline
