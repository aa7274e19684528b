// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/values_of.h"

namespace dateline {

std::vector<std::string> values_of(const Xapian::Database& database, Xapian::valueno slot,
                                   const std::vector<Xapian::docid>& docids) {
    std::vector<std::string> values(docids.size());
    auto value = database.valuestream_begin(slot);
    const auto end = database.valuestream_end(slot);
    for (std::size_t i = 0; i < docids.size() && value != end; ++i) {
        value.skip_to(docids[i]);
        if (value != end && value.get_docid() == docids[i]) values[i] = *value;
    }
    return values;
}

std::vector<std::string> values_of(const Archives& archives, Xapian::valueno slot,
                                   const std::vector<Xapian::docid>& docids) {
    if (!archives.any_remote()) return values_of(archives.all(), slot, docids);
    archives.expect_documents(docids);
    std::vector<std::string> values;
    for (const Xapian::docid docid : docids) values.push_back(archives.value_of(docid, slot));
    return values;
}

}  // namespace dateline
