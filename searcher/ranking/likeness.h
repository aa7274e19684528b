// SPDX-License-Identifier: GPL-2.0-or-later
// Which articles are alike, by their signatures.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "common/signature.h"
#include "searcher/archives/archives.h"

namespace dateline {

/// The signatures of articles, empty ones of those that have none; `docids` increase.
std::vector<Signature> read_signatures(const Xapian::Database& database,
                                       const std::vector<Xapian::docid>& docids);
std::vector<Signature> read_signatures(const Archives& archives,
                                       const std::vector<Xapian::docid>& docids);

/// The length of the signature's vector.
double length_of(const Signature& signature);

/// The cosine of two signatures' vectors, 0..1; 0 where one is empty.
double cosine_of(const Signature& first, const Signature& second);

struct Neighbour {
    double cosine = 0;  ///< of the signatures' vectors, above 0
    std::size_t number = 0;

    bool operator==(const Neighbour&) const = default;
};

/// Of each signature the others that are nearest to it, best first, `most` of them; those that
/// share no stem with it are none. Of equal ones the first.
std::vector<std::vector<Neighbour>> nearest_of_each(const std::vector<Signature>& signatures,
                                                    std::size_t most);

}  // namespace dateline
