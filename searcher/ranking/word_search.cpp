// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/word_search.h"

#include <algorithm>

#include "common/index_store.h"
#include "searcher/match/max_score.h"
#include "searcher/match/plain_words.h"

namespace dateline {
namespace {

class WordLister {
public:
    WordLister(const SearchPlan& plan, const PlainWords& words, std::uint64_t number)
        : plan_(plan),
          words_(words),
          best_(static_cast<std::size_t>(std::max<std::uint64_t>(
              std::min<std::uint64_t>(number, plan.database.get_doccount()), 1))) {}

    BestFound run(std::uint64_t bound) {
        std::uint64_t with_all = 0;
        for (std::size_t i = 0; i < plan_.archives.each().size(); ++i) with_all += add_best_of(i);
        return {best_.take(), words_.all ? counted_to(bound, with_all) : count(bound)};
    }

private:
    /// Adds those of an archive; returns how many have all, if that is asked.
    std::uint64_t add_best_of(std::size_t archive) {
        const Xapian::Database& database = plan_.archives.each()[archive].database;
        const LengthColumn lengths = read_length_column(database);
        const WordSearch search{database, lengths, plan_.compiler.collection().average_length,
                                plan_.within ? &(*plan_.within)[archive] : nullptr,
                                *plan_.filter_terms};
        const NumberOf number_of = [&](Xapian::docid own) {
            return plan_.archives.docid_of(archive, own);
        };
        if (words_.all) return add_best_with_all(search, words_.words, number_of, best_);
        add_best_with_any(search, words_.words, number_of, best_);
        return 0;
    }

    /// To count articles without scores is cheaper than to look at them all while the best are
    /// found, and often the posting lists alone say that there are more than are counted.
    MatchCount count(std::uint64_t bound) const {
        std::uint64_t most = 0;
        for (const PlainWord& word : words_.words)
            for (const WeightedStem& stem : word)
                if (stem.languages.empty())
                    most = std::max<std::uint64_t>(most, plan_.database.get_termfreq(stem.term));
        const bool is_one_term = words_.words.size() == 1 && words_.words.front().size() == 1 &&
                                 words_.words.front().front().languages.empty();
        const bool known = !plan_.dated_filter && (most > bound || is_one_term);
        return known ? counted_to(bound, most)
                     : plan_.count(plan_.narrowed(plan_.compiler.any(), plan_.dated_filter), bound);
    }

    const SearchPlan& plan_;
    const PlainWords& words_;
    BestScores best_;
};

}  // namespace

std::optional<BestFound> best_with_words(const SearchPlan& plan, bool some_words,
                                         std::uint64_t number, std::uint64_t bound) {
    if (plan.checks || !plan.filter_terms) return std::nullopt;
    const std::optional<PlainWords> words = plain_words(plan.question, plan.compiler, some_words);
    if (!words) return std::nullopt;
    return WordLister(plan, *words, number).run(bound);
}

}  // namespace dateline
