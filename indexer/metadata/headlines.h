// SPDX-License-Identifier: GPL-2.0-or-later
// The headline in a page's title, which often has the site's name beside it: "Storm hits coast |
// The Verge", "BBC - News - Storm hits coast".
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// True if two texts are the same but for case, blanks and punctuation, and have letters.
bool same_letters(std::string_view a, std::string_view b);

/// True if the text is one of the site's names, or its host with or without what follows the first
/// point.
bool names_site(std::string_view text, std::span<const std::string> sites);

/// What a title is taken apart by.
struct TitleClues {
    std::span<const std::string> headings;  ///< of the text; one of them is mostly the headline
    std::span<const std::string> sites;     ///< names of the site, and its host
};

/// The part of the title that is a heading of the text, or that is beside the site's name; else the
/// whole title.
std::string headline_of(std::string_view title, const TitleClues& clues);

}  // namespace dateline
