// SPDX-License-Identifier: GPL-2.0-or-later
// The queries that benchmarks ask, as make_queries.py writes them: a file a kind, a query a line,
// the words and, behind tabs, what they are filtered by. Each program puts them into its own
// query language.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::bench {

/// Each with the name of its file, less `.txt`.
enum class QueryKind {
    one_word,          ///< one: how often, 16 to 400 articles
    two_words,         ///< and2: articles with both
    any_word,          ///< or: three to five neighbours of a title, stop words among them
    any_content_word,  ///< or_content: as any_word, of a title's words that are not common
    phrase,            ///< phrase: two to four neighbours of a text
    any_in_days,       ///< or_date: as any_word, published in a year
    any_of_outlet,     ///< or_outlet: as any_word, of one outlet
};

std::optional<QueryKind> kind_named(std::string_view name);

struct Query {
    std::string text;  ///< lower-case words with a space between them
    std::vector<std::string> words;
    std::string first_day;  ///< YYYY-MM-DD, with any_in_days
    std::string last_day;
    std::string outlet;  ///< with any_of_outlet
};

/// Throws std::runtime_error for a file that cannot be read or has no queries.
std::vector<Query> read_query_set(const std::string& file, QueryKind kind);

std::string join(const std::vector<std::string>& words, std::string_view between);

}  // namespace dateline::bench
