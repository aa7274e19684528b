// SPDX-License-Identifier: GPL-2.0-or-later
// A pager for what does not fit on the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// True if the text takes more lines than a window of `rows` rows and `columns` columns shows
/// beside the prompt. Escape sequences take no room.
bool overflows(std::string_view text, std::size_t rows, std::size_t columns);

enum class PagerEnd {
    not_started,  ///< nothing was shown
    cut,          ///< the reader left before all of the text was taken
    shown,
};

/// Runs the command by the shell, gives it the text and waits until the reader has left.
PagerEnd show_in_pager(const std::string& text, const std::string& command);

}  // namespace dateline
