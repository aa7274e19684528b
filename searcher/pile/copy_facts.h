// SPDX-License-Identifier: GPL-2.0-or-later
// What the index says of articles that decides, before any text is read, whether they may be
// copies.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/signature.h"

namespace dateline {

/// The days on which an article may have been published: one, or those of a month or year.
struct PublishedDays {
    std::int32_t first = 0;  ///< since 1970
    std::int32_t last = 0;

    bool operator==(const PublishedDays&) const = default;
};

/// Of the articles, which increase; nothing of those that are undated.
std::vector<std::optional<PublishedDays>> published_days(
    const Xapian::Database& database, const std::vector<Xapian::docid>& articles);

/// Leaves those away that are surely further from these days than copies are, by the first of their
/// own days alone: half of the reading. The articles increase.
void leave_out_distant(const Xapian::Database& database, const PublishedDays& days,
                       std::vector<Xapian::docid>& articles);

/// The least that it may be; nothing if one of them is undated.
std::optional<std::uint32_t> days_apart(const std::optional<PublishedDays>& first,
                                        const std::optional<PublishedDays>& second);

struct CopyFacts {
    std::vector<std::string> sketch;  ///< terms (indexer/document/sketch.h), sorted
    Signature signature;
    std::optional<PublishedDays> days;
    std::string outlet;  ///< folded; "" if not known
};

/// Of the articles, which increase.
std::vector<CopyFacts> copy_facts(const Xapian::Database& database,
                                  const std::vector<Xapian::docid>& articles);

/// Copies are published within so many days of each other; what is farther apart is furniture of
/// pages, or a form, more often than a copy.
inline constexpr std::uint32_t copy_window_days = 14;
/// Different shingles have the same term, so that of two articles that share a single term most are
/// no copies, and are about different things: of 20,000 random pairs .2 % reach this cosine, of
/// 960 planted copies all but three.
inline constexpr double least_cosine = .12;

/// Whether articles so far apart may be copies.
bool near_enough(std::optional<std::uint32_t> days_apart);

/// Whether articles that share so many terms of their sketches may be copies.
bool share_enough(std::size_t terms, const Signature& first, const Signature& second);

}  // namespace dateline
