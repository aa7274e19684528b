// SPDX-License-Identifier: GPL-2.0-or-later
// Question -> Xapian::Query, with stock operators only (but for the names of archives), so that
// shards may be remote.
//
// Only stems of free text carry a score (design: exact forms and field terms have wdf 0). So an
// exact word, a phrase or a wildcard decides by its own terms and brings the stems of its words for
// the score.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "common/analysis.h"
#include "common/stemmer.h"
#include "searcher/archives/archives.h"
#include "searcher/query/matcher.h"

namespace dateline {

/// A stem that gives a score, and what it is worth in the query.
struct ScoredStem {
    std::string stem;                ///< without prefix
    std::string typed;               ///< the word that brought it
    std::uint32_t count = 0;         ///< how often the query has it
    double weight = 0;               ///< of the query: bm25::query_weight
    double idf = 0;                  ///< bm25::idf in these archives
    std::vector<std::string> forms;  ///< the folded forms that were typed, each once
    std::uint32_t places = 0;        ///< where the compiled query has it: they share the weight
};

/// Compiles one question for the archives that are searched.
class Compiler {
public:
    /// Both must outlive the compiler.
    Compiler(const Archives& archives, const Question& question);

    /// Articles with all of the question.
    Xapian::Query all() const;
    /// Articles with the parts that are not optional and any of the optional ones, those of all()
    /// too.
    Xapian::Query any() const;
    /// Those of any() with the score of `more` too; if the question is of words only, also those
    /// that `more` alone finds.
    Xapian::Query widened(const Xapian::Query& more) const;
    /// Articles that a matcher of fields finds; gives no score.
    Xapian::Query condition(const Matcher& matcher) const;
    /// True if there are articles that any() finds and all() does not.
    bool has_optional_parts() const;

    /// Of the archives.
    const std::vector<std::string>& languages() const { return archives_.languages(); }
    /// The stems that give the score, in the order of the question.
    const std::vector<ScoredStem>& stems() const { return stems_; }
    /// The question's words in their order, repeated words too.
    const std::vector<PlacedWord>& word_row() const { return word_row_; }

private:
    struct StemUse {
        std::string_view stem;
        std::string_view typed;
        std::string_view form;  ///< folded
    };
    template <typename Use>
    void for_each_stem(const Matcher& matcher, std::string_view typed, const Use& use);
    void choose_parts();
    void count_stem(const StemUse& use, std::uint32_t place);
    ScoredStem* find_stem(std::string_view stem);
    const std::vector<std::string>& stems_of(const std::string& form);
    Xapian::Query match(const Matcher& matcher) const;
    Xapian::Query joined(Xapian::Query::op op, const Matcher& matcher) const;
    Xapian::Query except(const Matcher& matcher) const;
    Xapian::Query phrase(const Matcher& matcher) const;
    Xapian::Query term(const Matcher& matcher) const;
    Xapian::Query score_of(const Matcher& matcher) const;
    Xapian::Query any_part(const Matcher& matcher) const;
    Xapian::Query scored(const std::string& stem) const;
    Xapian::Query without_excluded(Xapian::Query query) const;

    const Archives& archives_;
    const Xapian::Database& database_;  ///< all of them
    const Question& question_;
    std::vector<const Part*> parts_;  ///< of the question, those typed twice once
    std::vector<Stemmer> stemmers_;
    Tokenizer tokenizer_;
    std::vector<ScoredStem> stems_;
    std::vector<PlacedWord> word_row_;
    std::map<std::string, std::vector<std::string>> form_stems_;  ///< exact form -> its stems
};

}  // namespace dateline
