// SPDX-License-Identifier: GPL-2.0-or-later
// The file of saved searches: a table of TOML a search, whose keys are the long names of options,
// and `query` the words. A person may edit it, so that a search is added at its end and taken out
// alone, and all else stays as it is written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/command_line.h"

namespace dateline {

struct SavedSearch {
    std::string name;
    std::vector<std::string> arguments;  ///< as a command line has them, in the file's order
    std::string wrong = "";              ///< why it cannot be asked; "" if it can be read
    std::uint32_t line = 0;              ///< of the file

    bool operator==(const SavedSearch&) const = default;
};

/// Throws Error for what cannot be the name of a search: it is a word of the shell and the name of
/// a file.
void check_search_name(const std::string& name);

/// In the file's order. Throws Error with `path` and line for text that is not TOML; what is wrong
/// with one search is told in it.
std::vector<SavedSearch> read_searches(std::string_view text, const std::string& path);

/// The file's text with the search behind it. Of an option that was typed again all values count.
std::string with_search(std::string text, const std::string& name,
                        const std::vector<TypedOption>& options, const std::string& query);

/// The file's text, which is TOML, without the search: the lines of its table. Unchanged if there
/// is none.
std::string without_search(std::string_view text, const std::string& name);

}  // namespace dateline
