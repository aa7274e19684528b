// SPDX-License-Identifier: GPL-2.0-or-later
// What =word and caps() ask of a text beyond the index, which keeps neither accents nor capitals.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The words of a text as they are indexed, but with their accents, one behind the other, and each
/// letter in one piece: `Zoë's` -> `zoë`, `co-opération` -> `coopération`. Equal to the same of the
/// folded forms if there are no accents.
std::string with_accents(std::string_view text);

/// True if the text has an accent that the index folds away.
bool has_accents(std::string_view text);

/// True if none of its letters, of whatever script, is a small one.
bool has_capitals_only(std::string_view text);

}  // namespace dateline
