// SPDX-License-Identifier: GPL-2.0-or-later
// How well quotations are found and given to their speakers, by the gold quotations of
// pile/quotes-polnear.jsonl.gz: direct ones of five words and more with the mention of their
// source.
#pragma once

#include <filesystem>

#include "tests/pile/gold.h"

namespace dateline {

/// quotes.found: gold quotations that an own one meets, with four fifths of the longer of both in
/// common. quotes.coverage: gold quotations with any speaker. quotes.precision: of these, the
/// rightly given. A speaker is right if its mention overlaps a gold mention or, where another place
/// names it, if the last word of its name is a capitalised one of a gold mention, whatever stands
/// behind the mention's first comma apart.
Figures quote_figures(const std::filesystem::path& data);

}  // namespace dateline
