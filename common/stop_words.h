// SPDX-License-Identifier: GPL-2.0-or-later
// Words too common to ask for among others: the, of, and.
#pragma once

#include <string_view>

namespace dateline {

/// True for a folded form that is an English stop word.
bool is_stop_word(std::string_view form);

}  // namespace dateline
