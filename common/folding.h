// SPDX-License-Identifier: GPL-2.0-or-later
// Words and values without the text around them: a whole value as its words are folded
// (analysis.h), and whether a word is typed for a name.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// A whole value folded as its words are (`The  Verge` -> `the verge`): the form of exact terms.
std::string fold_value(std::string_view value);

/// True if the word is typed in capitals (two letters at least) or with points: US, WHO, U.S.; with
/// punctuation behind it or not. Such a word is a name and never a stop word.
bool is_emphatic(std::string_view word);

}  // namespace dateline
