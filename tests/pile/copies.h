// SPDX-License-Identifier: GPL-2.0-or-later
// How well copies are found: those that were made of real articles, and those that news has.
#pragma once

#include <filesystem>

#include "tests/pile/gold.h"

namespace dateline {

/// Sixteen kinds of copies of articles of us-news-8000, in one archive with it: of each kind how
/// many find their source, and how well families are told (without those that are within other
/// texts, which join nobody).
Figures planted_figures(const std::filesystem::path& data);

/// Pairs of articles with shingles in common, by how many of the shorter's: how many share a term
/// of their sketches.
Figures natural_figures(const std::filesystem::path& data);

}  // namespace dateline
