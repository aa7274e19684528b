// SPDX-License-Identifier: GPL-2.0-or-later
// Shingles: the runs of five words that a text has, as numbers. Copies of a text have most of them,
// whatever was cut or put before it; other texts hardly one. The indexer keeps a few of each
// article (indexer/document/sketch.h), the searcher compares all of two (searcher/pile/overlap.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

inline constexpr std::size_t shingle_words = 5;

/// A hash: two different runs of words have the same once in four thousand million.
using Shingle = std::uint32_t;

/// The shingles of a text with these words, in its order; none of fewer than five words. A word is
/// any number that it has: a hash, since shingles of different programs are never compared.
void shingles_of(std::span<const std::uint64_t> words, std::vector<Shingle>& shingles);

}  // namespace dateline
