// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/collection_statistics.h"

#include <algorithm>
#include <cstdint>

#include "common/fields.h"

namespace dateline {

CollectionStatistics collection_in(const Archives& archives, const std::string& language) {
    const Xapian::Database& database = archives.all();
    const std::string term = make_term(length_prefix, language);
    const std::uint64_t articles = archives.articles_with(term);
    // Xapian counts a term's occurrences in 32 bits.
    const bool countable = database.get_total_length() / 2 <= UINT32_MAX;
    if (articles == 0 || !countable)
        return {std::max<std::uint64_t>(1, database.get_doccount()), database.get_average_length()};
    // The term has the length of each article, and doubles it.
    const auto lengths = static_cast<double>(archives.occurrences_of(term)) * 2;
    return {articles, lengths / static_cast<double>(articles)};
}

}  // namespace dateline
