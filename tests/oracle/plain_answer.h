// SPDX-License-Identifier: GPL-2.0-or-later
// What a whole command must give: the articles that have all or some of the query and pass the
// filters, and counts of them.
#pragma once

#include <cstdint>
#include <set>

#include "tests/oracle/plain_archive.h"
#include "tests/oracle/typed_command.h"

namespace dateline::oracle {

using ArticleSet = std::set<std::uint32_t>;

struct PlainAnswer {
    ArticleSet all;       ///< with all of the query
    ArticleSet some;      ///< with some of its words, those of `all` among them
    ArticleSet filtered;  ///< that pass the filters, whatever the words
    std::uint64_t undated =
        0;  ///< that the list would have, too, left out for want of a date alone
};

PlainAnswer plain_answer(const PlainArchive& archive, const TypedCommand& command);

}  // namespace dateline::oracle
