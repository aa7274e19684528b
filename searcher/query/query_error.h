// SPDX-License-Identifier: GPL-2.0-or-later
// Errors that point at a place of the query: the message, the query below it, a caret under the
// place.
#pragma once

#include <string>
#include <string_view>

#include "common/error.h"

namespace dateline {

/// The Error whose message is `what`, then the query and a caret under byte `offset` of it. A long
/// query is cut around the place; control characters are shown as blanks and broken bytes as '?'.
Error query_error(std::string_view query, std::size_t offset, const std::string& what,
                  std::string hint);

/// `text` as it may be put into a message: one line, valid UTF-8, shortened with an ellipsis.
std::string shown(std::string_view text);

}  // namespace dateline
