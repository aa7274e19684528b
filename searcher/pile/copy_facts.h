// SPDX-License-Identifier: GPL-2.0-or-later
// What the index says of articles that decides, before any text is read, whether they may be
// copies.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "common/signature.h"

namespace dateline {

/// The days on which articles, which increase, may have been published; open for the undated.
std::vector<DateRange> published_days(const Xapian::Database& database,
                                      const std::vector<Xapian::docid>& articles);

struct CopyFacts {
    std::vector<std::string> sketch;  ///< terms (indexer/document/sketch.h), sorted
    Signature signature;
    DateRange days;
    std::string outlet;  ///< folded; "" if not known
};

/// Of the articles, which increase.
std::vector<CopyFacts> copy_facts(const Xapian::Database& database,
                                  const std::vector<Xapian::docid>& articles);

/// Copies are published within so many days of each other; what is farther apart is furniture of
/// pages, or a form, more often than a copy.
inline constexpr int copy_window_days = 14;
/// Different shingles have the same term, so that of two articles that share no more terms than
/// that most are no copies, and are about different things: of 20,000 random pairs .2 % reach this
/// cosine, of 960 planted copies all but three.
inline constexpr std::size_t few_terms = 2;
inline constexpr double least_cosine = .12;

/// In an archive with more articles an undated one must share two terms of its sketch: what shares
/// a single one by chance grows with the archive, and no day tells it apart. Of planted copies
/// without dates one in thirty shares no more, of parts of texts one in seven.
inline constexpr std::uint64_t most_for_single_terms = 50'000;

/// Whether articles so far apart may be copies.
bool near_enough(std::optional<int> days_apart);

/// Whether articles that share so many terms of their sketches may be copies.
bool share_enough(std::size_t terms, const Signature& first, const Signature& second);

}  // namespace dateline
