// SPDX-License-Identifier: GPL-2.0-or-later
// What surrounds an article without being called so: cards of other articles, and what stands below
// a heading that counts comments.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/html/page_measures.h"

namespace dateline {

/// True for "12 Comments", "Comments (12)", "Kommentare": a heading of what readers wrote.
bool counts_comments(std::string_view heading);

/// Calls others' text what looks like cards: elements of one name and class beside each other, each
/// with little prose below a heading that is a link. Not where they hold two fifths of the page's
/// prose: then they are the article, a list.
void mark_cards(PageMeasures& page);

/// The block at which comments begin behind the article's first prose; the number of blocks if they
/// do not.
std::uint32_t comments_begin(const PageMeasures& page);

}  // namespace dateline
