// SPDX-License-Identifier: GPL-2.0-or-later
// Opens a hit: its file in the editor at the line of its passage, or by the desktop where it has no
// lines; or its URL in the browser.
#pragma once

#include <string>

#include "searcher/result.h"

namespace dateline {

/// The line to open: of the first passage, else of the article.
std::uint32_t line_to_open(const Hit& hit);

/// Becomes the editor ($VISUAL, $EDITOR, else vi): returns only by throwing Error. `editor` may
/// have arguments of its own, as a shell would split them, and a place for file and line
/// (editors.h). A file without lines is opened by the desktop's program for it; an article within
/// such a file is an Error that says to use --show.
[[noreturn]] void open_in_editor(const Hit& hit, const std::string& editor);

/// Becomes the browser. Throws Error if the article has no http or https URL.
[[noreturn]] void open_url(const Hit& hit);

}  // namespace dateline
