// SPDX-License-Identifier: GPL-2.0-or-later
// What a name in a byline is by its words: a person's, an outlet's, a staff's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// True for "Hayden Field", "N. R. Kleinfield", "Ursula von der Leyen": two to five words, each
/// with its capital, none of them a word that outlets are called by (News, Times, Team).
bool is_person_name(std::string_view text);

/// True if all are names of persons, Chinese ones too, and there is one.
bool names_people(const std::vector<std::string>& authors);

/// True for "Fox News", "The Hill", "Rust Blog": a word of the text says that it names an outlet.
bool sounds_like_outlet(std::string_view text);

/// True for "Editorial Board", "NPR Staff", "Reality Check Team": writers of an outlet without
/// their names.
bool is_staff_name(std::string_view text);

/// Capitals alone, as broadcasters and agencies have them: "NDR", "AP".
bool is_short_name(std::string_view text);

/// True for a word that begins with a capital and has letters alone: "Doe", "O'Neill", "J."
bool is_name_word(std::string_view word);

/// True for the small words inside names: "van", "de", "bin".
bool is_name_particle(std::string_view word);

}  // namespace dateline
