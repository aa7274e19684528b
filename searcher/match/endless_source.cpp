// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/endless_source.h"

#include <limits>

namespace dateline {

void EndlessSource::init(const Xapian::Database& /*database*/) {
    set_maxweight(0);
}

Xapian::docid EndlessSource::get_docid() const {
    return std::numeric_limits<Xapian::docid>::max();
}

Xapian::PostingSource* EndlessSource::clone() const {
    return new EndlessSource;  // Xapian deletes it
}

}  // namespace dateline
