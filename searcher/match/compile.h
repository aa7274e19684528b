// SPDX-License-Identifier: GPL-2.0-or-later
// Question -> Xapian::Query, with stock operators only (but for the names of archives), so that
// shards may be remote.
//
// Only stems of free text carry a score (design: exact forms and field terms have wdf 0). So an
// exact word, a phrase or a wildcard decides by its own terms and brings the stems of its words for
// the score.
#pragma once

#include <xapian.h>

#include <optional>
#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/match/bm25.h"
#include "searcher/match/collection_statistics.h"
#include "searcher/match/scored_words.h"
#include "searcher/query/matcher.h"

namespace dateline {

/// The term of the index that a matcher of one term stands for.
std::string term_name(const Matcher& matcher);

/// Compiles one question for the archives that are searched.
class Compiler {
public:
    /// Both must outlive the compiler. Where a word is named by its number, it alone scores.
    Compiler(const Archives& archives, const Question& question,
             std::optional<std::size_t> only_word = std::nullopt);

    /// Articles with all of the question.
    Xapian::Query all() const;
    /// Those and others that have the words of its phrases, wherever they stand; with the same
    /// scores.
    Xapian::Query proposed() const;
    /// Articles with the parts that are not optional and any of the optional ones, those of all()
    /// too.
    Xapian::Query any() const;
    /// Articles that a matcher of fields finds; gives no score.
    Xapian::Query condition(const Matcher& matcher) const;
    /// True if there are articles that any() finds and all() does not.
    bool has_optional_parts() const;
    /// True if any() needs no certain one.
    bool is_of_optional_parts() const;
    /// What any() need not have; each once, in the order of the question.
    std::vector<const Matcher*> optional_parts() const;

    /// The parts of the question, those typed twice once.
    const std::vector<const Part*>& parts() const { return parts_; }
    /// The stems of a word, each once.
    std::vector<WordStem> stems_of(const Matcher& word) const { return words_.stems_of(word); }
    /// What a stem brings in each of the places where the question has it, in points of BM25
    /// without its saturation; 0: nothing.
    double weight_of(const WordStem& stem) const { return words_.share(stem); }

    /// Of the archives.
    const std::vector<std::string>& languages() const { return archives_.languages(); }
    /// Among which the words are common or rare.
    const CollectionStatistics& collection() const { return collection_; }
    /// How Xapian is to weigh the compiled queries.
    const bm25::Weighting& weighting() const { return weighting_; }
    /// That give the score.
    const std::vector<ScoredWord>& words() const { return words_.words(); }
    /// The same in the order of the question, repeated ones too.
    const std::vector<PlacedWord>& word_row() const { return words_.row(); }

private:
    enum class Phrases { decided, proposed };

    Xapian::Query with_all(Phrases phrases) const;
    Xapian::Query match(const Matcher& matcher, Phrases phrases = Phrases::decided) const;
    Xapian::Query joined(Xapian::Query::op op, const Matcher& matcher, Phrases phrases) const;
    Xapian::Query except(const Matcher& matcher, Phrases phrases) const;
    Xapian::Query phrase(const Matcher& matcher, Phrases phrases) const;
    Xapian::Query term(const Matcher& matcher) const;
    Xapian::Query score_of(const Matcher& matcher) const;
    Xapian::Query any_part(const Matcher& matcher) const;
    Xapian::Query scored(const WordStem& stem) const;
    Xapian::Query any_of(const std::vector<WordStem>& stems) const;
    Xapian::Query best_of(const std::vector<WordStem>& stems) const;
    Xapian::Query score_of_word(const Matcher& word) const;
    Xapian::Query without_excluded(Xapian::Query query) const;

    const Archives& archives_;
    const Xapian::Database& database_;  ///< all of them
    const Question& question_;
    std::vector<const Part*> parts_;
    CollectionStatistics collection_;
    bm25::Weighting weighting_;
    ScoredWords words_;
};

}  // namespace dateline
