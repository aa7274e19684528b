// SPDX-License-Identifier: GPL-2.0-or-later
// The lists of stop words: stop_word_lists.txt, which the build puts into the program
// (stop_word_lists.cpp.in).
#pragma once

#include <string_view>

namespace dateline {

/// The file as it is; stop_words.cpp reads it.
std::string_view stop_word_lists();

}  // namespace dateline
