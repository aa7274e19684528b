// SPDX-License-Identifier: GPL-2.0-or-later
// The sketch of an article: a few of the shingles of its body, by which its copies can be found.
// Those are kept that are the least within some distance to both sides, so that a copy that has a
// stretch of the text keeps the same ones of it, whatever stands before. The distance grows with
// the place in the text: so that a sketch grows with the logarithm of the length, and of the
// beginning, with which most copies begin, it has most.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/shingles.h"

namespace dateline {

/// Those of the shingles that are kept, in their order, by their places: the least of all between
/// `place - r` and `place + r`, where r is 15 % of the place, at least 6; the first of equal ones.
/// One at least, of any text that has shingles.
std::vector<std::uint32_t> sketch_places(std::span<const Shingle> shingles);

/// The term of a shingle of a sketch: few enough bits that articles share terms, since one that a
/// single article has costs most. Different shingles may have the same.
std::string sketch_term(Shingle shingle);

}  // namespace dateline
