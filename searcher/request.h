// SPDX-License-Identifier: GPL-2.0-or-later
// What is asked of the searcher, checked: the command line (searcher/cli/options.h) makes one,
// search() answers it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/calendar.h"
#include "searcher/archives/named_article.h"
#include "searcher/passages/passage_options.h"
#include "searcher/query/field_filter.h"

namespace dateline {

/// What becomes of copies in a list: folded, so that one stands for all; shown like others; or only
/// those of which there are several, folded.
enum class CopyMode { fold, show, only };

/// Of hits.
inline constexpr std::uint32_t no_limit = 1'000'000'000;

enum class SortOrder { relevance, newest, oldest };

/// A list that is gathered around one article, or around words that were said.
enum class SubjectKind { copies, story, quotation };

struct Subject {
    SubjectKind kind = SubjectKind::copies;
    NamedArticle article;   ///< of `quotation`: or the words themselves
    std::uint32_t hit = 0;  ///< not 0: the article is that hit of the query, which then is used up

    bool operator==(const Subject&) const = default;
};

enum class Period { day, week, month, year };

/// What is counted over all matches, beside the hits or instead of them.
struct CountsAsked {
    std::vector<std::string> by;       ///< fields with `facet` in the table; "year", "month", "day"
    bool timeline = false;             ///< with `by`: one column for each of the first one's values
    std::optional<Period> period;      ///< of the timeline; nothing: what suits its length
    bool side_by_side = false;         ///< its bars are, not one a line, so that more can be read
    bool texts = false;                ///< copies of one text count once
    bool share = false;                ///< count all articles that pass the filters, too
    std::uint32_t values = no_limit;   ///< of each field: the commonest, all others as one
    std::uint32_t periods = no_limit;  ///< the last ones, all earlier ones as one
    std::size_t columns = 6;  ///< of a timeline, at most; all other values are one more; 0:
                              ///< the fields are counted for themselves alone
    bool all_words = false;   ///< articles that lack words do not count, though the list has them

    bool any() const { return timeline || !by.empty(); }
    bool operator==(const CountsAsked&) const = default;
};

/// How far the matches of a list are counted (match/match_count.h).
enum class Counting {
    usual,    ///< all in small archives, else to the bound
    all,      ///< however many there are
    bounded,  ///< to the bound, where all would cost too much
};

struct SearchRequest {
    std::string query;
    std::vector<FieldFilter> filters;  ///< ANDed
    DateRange days;                    ///< --since, --until, --on
    bool some_words = true;            ///< articles that lack words are in the list, too
    SortOrder sort = SortOrder::relevance;
    std::uint32_t limit = 10;
    std::uint32_t offset = 0;
    PassageOptions passages;
    CountsAsked counts;
    std::optional<Subject> subject;  ///< what is found is of it
    CopyMode copies = CopyMode::show;
    bool whole = false;  ///< the whole text of each hit, not passages
    bool count_only = false;
    Counting counting = Counting::usual;
    bool with_passages = true;   ///< false for lists of files
    bool for_citations = false;  ///< the hits are told apart by their texts
    bool check_files = true;     ///< false where nobody sees whether they have changed
    bool explain = false;
    bool rerank = true;                ///< false: BM25 alone
    double recent_half_life_days = 0;  ///< 0: the day of publication does not count
    Day today{};
};

}  // namespace dateline
