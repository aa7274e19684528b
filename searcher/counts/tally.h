// SPDX-License-Identifier: GPL-2.0-or-later
// What is counted of the articles that match, while Xapian matches: values of fields, and days.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/fields.h"
#include "searcher/archives/archives.h"
#include "searcher/counts/timeline.h"
#include "searcher/request.h"
#include "searcher/result.h"

namespace dateline {

/// Values as they are written, with the number of their articles.
using Counts = std::unordered_map<std::string, std::uint64_t>;

struct FieldTally {
    const Field* row = nullptr;
    Counts counts;
    std::uint64_t unknown = 0;
};

struct Tally {
    std::vector<FieldTally> fields;
    std::map<std::string, DatedCount> dated;  ///< by the keys of first and last day
    std::uint64_t undated = 0;
    const Field* column = nullptr;  ///< whose values are counted for each day
    std::string archive;            ///< from which the articles come that are counted now
};

/// Counts the articles of a query, which is narrowed already, in one archive after the other, since
/// an article does not say from which it is.
Tally count_articles(const Archives& archives, const Xapian::Query& query,
                     const Xapian::MatchDecider* decider, const SearchRequest& request);

/// The values that a field has in its slot, each spelling of one once.
Values values_in_slot(const std::string& value, const Field& row);

/// The count of the articles that have these keys of their first and last day, one behind the
/// other; nullptr if they are none.
DatedCount* dated_count(Tally& tally, const std::string& keys);

/// Values by their folded form, under their commonest spelling: to filters they are one.
std::map<std::string, FacetCount> folded_counts(const Counts& counts);

}  // namespace dateline
