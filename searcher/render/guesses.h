// SPDX-License-Identifier: GPL-2.0-or-later
// Which values of an article are guesses: those worked out from its text, its URL or its
// place, not those that the file states under some name. People see a mark behind them; JSON has
// the origin itself (Article::derived).
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace dateline {

/// "outlet", "author", "date" and other names of the table of fields.
bool is_guess(const Article& article, std::string_view field);

/// "?" if the field's value is a guess, else nothing.
std::string guess_mark(const Article& article, std::string_view field);

}  // namespace dateline
