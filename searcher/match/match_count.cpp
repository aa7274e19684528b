// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/match_count.h"

#include "common/counted.h"

namespace dateline {

std::string to_string(const MatchCount& count, std::string_view one, std::string_view several) {
    return (count.exact ? "" : "more than ") + counted(count.number, one, several);
}

}  // namespace dateline
