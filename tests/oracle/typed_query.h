// SPDX-License-Identifier: GPL-2.0-or-later
// A query as a plain value, made by chance (typed_query_maker.h), from which both its text and its
// meaning (plain_reading.h) are taken. It knows nothing of the searcher's own lexer, parser or
// trees, so that their mistakes show.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/calendar.h"

namespace dateline::oracle {

enum class Said {
    word,            ///< strike, =strikes
    phrase,          ///< "supply chain risk", ="naïve person"
    pattern,         ///< surveil*, w?rd; quoted: "minist* of defence"
    fuzzy,           ///< word~ word~2
    capitals,        ///< caps(US)
    value,           ///< host:npr.org, path:"2024/*"
    range,           ///< date:>2021, length:100..800
    known,           ///< has:date; quoted: author:*
    address,         ///< https://npr.org/a
    sequence,        ///< side by side
    both,            ///< AND, NOT
    either,          ///< OR
    near,            ///< w/n
    before,          ///< pre/n
    same_sentence,   ///< /s
    same_paragraph,  ///< /p
    not_near,        ///< not w/n
    at_least,        ///< atleast3()
    first,           ///< first50()
    lead,            ///< lead:
    headline_lead,   ///< hlead:
    in_field,        ///< title:, author:
};

struct TypedQuery {
    Said said = Said::sequence;
    std::string text;          ///< of a leaf, as typed between its signs
    std::string field;         ///< of value, range, known and in_field
    std::uint32_t number = 0;  ///< of w/n, atleastN, …; of fuzzy the edits typed, 0 for none
    bool exact = false;        ///< =word, ="phrase", outlet:="NPR"
    bool required = false;     ///< +word
    bool quoted = false;       ///< of value and pattern: in double quotes
    unsigned style = 0;        ///< which of the spellings that mean the same
    DateRange days;            ///< what the text of a date range means
    std::uint64_t low = 0;     ///< and that of a length, both included
    std::uint64_t high = UINT64_MAX;
    std::vector<TypedQuery> children;  ///< of sequence and both: what must be there
    std::vector<TypedQuery> excluded;  ///< of sequence and both: -word, NOT word
};

/// The text that a user would type for it.
std::string typed(const TypedQuery& query);

std::vector<TypedQuery> list_of(TypedQuery only);
std::vector<TypedQuery> list_of(TypedQuery first, TypedQuery second);

bool is_leaf(const TypedQuery& query);

/// The same without lists of one, which have no sign by which they could be typed.
TypedQuery simplified(TypedQuery query);

}  // namespace dateline::oracle
