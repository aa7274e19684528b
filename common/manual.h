// SPDX-License-Identifier: GPL-2.0-or-later
// A Program (command_line.h) written out: --help, --version, the man page.
#pragma once

#include <string>
#include <string_view>

#include "common/command_line.h"

namespace dateline {

/// Usage, first paragraph and options by group, in at most `width` columns (40 at least).
std::string help_text(const Program& program, std::size_t width = 80);

/// "dateline-search 0.2.0" and a line break.
std::string version_text(const Program& program);

/// The manual page in roff (man macros). The same input gives the same bytes: its date is the
/// release's.
std::string manual_page(const Program& program);

/// The hidden option that both programs have, by which the build makes man pages and completions.
/// (The searcher's makes dateline-query(7) too.)
inline constexpr Option generate_option{.name = "generate", .value = "man|bash|zsh|fish"};

/// The text that --generate=`what` prints: a man page or a shell's completion.
std::string generated_text(const Program& program, std::string_view what);

}  // namespace dateline
