// SPDX-License-Identifier: GPL-2.0-or-later
// Arguments as a person would type them in a shell.
#pragma once

#include <string>
#include <vector>

namespace dateline {

/// In quotes where a shell would not leave it as it is.
std::string shell_word(const std::string& text);

/// A query behind options, with the blank before it: plain words as they are, else all of it in
/// quotes; "" for none.
std::string shell_query(const std::string& query);

/// A command line's arguments: options, `--`, the query.
std::string shell_line(const std::vector<std::string>& arguments);

}  // namespace dateline
