// SPDX-License-Identifier: GPL-2.0-or-later
// Which format a text is in: by content first, by name second.
#pragma once

#include <string_view>

#include "indexer/readers/readers.h"

namespace dateline {

/// The format of a decoded text; `unknown` if it is never an article.
Format format_of_text(std::string_view name, std::string_view text);

}  // namespace dateline
