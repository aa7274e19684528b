// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/collection_statistics.h"

#include <algorithm>

#include "common/fields.h"

namespace dateline {

CollectionStatistics collection_in(const Xapian::Database& database, const std::string& language) {
    const std::string term = make_term(length_prefix, language);
    const std::uint64_t articles = database.get_termfreq(term);
    if (articles == 0)
        return {std::max<std::uint64_t>(1, database.get_doccount()), database.get_average_length()};
    // The term has the length of each article, and doubles it.
    const auto lengths = static_cast<double>(database.get_collection_freq(term)) * 2;
    return {articles, lengths / static_cast<double>(articles)};
}

}  // namespace dateline
