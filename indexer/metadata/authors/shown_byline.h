// SPDX-License-Identifier: GPL-2.0-or-later
// Bylines as pages show them, with what stands around the names: "Veröffentlicht von Ann Lee am 2.
// Mai 2026", "By Ann Lee | 10:20".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The authors in a byline as a page shows it, "By A and B | 2 May 2026, 10:20": what is behind the
/// names is left out.
std::vector<std::string> authors_of_byline(const std::vector<std::string>& texts);

/// The same of a line that may be anything: people's names behind "By" and the like, or none.
std::vector<std::string> authors_of_shown_line(std::string_view line);

}  // namespace dateline
