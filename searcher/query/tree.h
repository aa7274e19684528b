// SPDX-License-Identifier: GPL-2.0-or-later
// The query as typed: what the parser makes of the query's text, before any word is folded or
// stemmed and before any index is asked. resolve_query (resolve.h) turns it into what is matched.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/calendar.h"
#include "searcher/query/kinds.h"
#include "searcher/query/span.h"

namespace dateline {

/// How a word or phrase is meant.
enum class WordForm {
    stemmed,  ///< strike: strikes, striking; a phrase's words are in their form all the same
    exact,    ///< =strikes, ="naïve person"; of a field, outlet:="new york *": the whole value, in
              ///< which * is a wildcard
    wildcard,  ///< surveil*, w?rd, *word; "surveil* program"
    fuzzy,     ///< word~ word~2; see `number`
};

struct Node {
    NodeKind kind = NodeKind::sequence;
    std::string text;
    WordForm form = WordForm::stemmed;
    std::string field;         ///< name in the table of fields; "" is free text
    bool required = false;     ///< +word: no article of the list may lack it
    std::uint32_t number = 0;  ///< n of w/n, pre/n, atleastN, firstN, edits of word~
    DateRange days;            ///< range of a date field
    std::uint64_t low = 0;     ///< range of a number field, both included
    std::uint64_t high = UINT64_MAX;
    Span span;  ///< where it stands in the query's text
    std::vector<Node> children;
    std::vector<std::string> notes;  ///< at the root only: how doubtful places were read

    bool operator==(const Node&) const = default;
};

/// What a query may have at most; more is an Error.
inline constexpr std::size_t most_query_bytes = 4096;
inline constexpr std::uint32_t most_query_words = 128;
inline constexpr std::uint32_t most_query_depth = 32;

/// Reads a query: docs/query-language.md is the grammar. An empty text is an empty sequence. Throws
/// Error whose message ends in the query and a caret under the place, and whose hint says what to
/// type instead. `today` is for dates like date:yesterday.
Node parse_query(std::string_view text, const Day& today);

}  // namespace dateline
