// SPDX-License-Identifier: GPL-2.0-or-later
// What belongs to one word: acronyms, numbers with signs in them, elided words. A part of
// analysis.h.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

/// French and Italian words that lose their vowel before another word: l'homme, qu'il, dell'arte.
bool is_elided(std::string_view form);

/// The end of U.S., U.N. or a.m. at byte `at`: single letters with points between them, of which
/// the last is not needed; `at` if there is none.
std::size_t acronym_end(std::string_view text, std::size_t at);

/// Whether a letter, digit or mark stands at byte `at`, which may be the text's end.
bool continues_word(std::string_view text, std::size_t at);

/// Whether ",ddd" and no fourth digit stand at the comma, behind one to three digits or another
/// such group of the number that begins at `begin`.
bool thousands_follow(std::string_view text, std::size_t begin, std::size_t comma);

/// Whether the point, with a digit before it, is that of a decimal. One point only: 1.8.7 and
/// 26.02.2026 are no decimals, their numbers are found apart.
bool is_decimal(std::string_view text, std::size_t begin, std::size_t point);

}  // namespace dateline
