// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/typed_query.h"

namespace dateline::bench {

std::string typed_query(QueryKind kind, const Query& query) {
    switch (kind) {
        case QueryKind::two_words:
            return join(query.words, " AND ");
        case QueryKind::phrase:
            return '"' + query.text + '"';
        case QueryKind::one_word:
        case QueryKind::any_word:
        case QueryKind::any_content_word:
        case QueryKind::any_in_days:
        case QueryKind::any_of_outlet:
            break;
    }
    return query.text;
}

}  // namespace dateline::bench
