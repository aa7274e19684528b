// SPDX-License-Identifier: GPL-2.0-or-later
// The words of a question that give a score. One typed word is one word, however many stems it has
// in the languages of the archives: each of its stems is worth the same, and it counts once.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"
#include "searcher/archives/archives.h"
#include "searcher/match/collection_statistics.h"
#include "searcher/query/matcher.h"
#include "searcher/query/word_stems.h"

namespace dateline {

/// A word that gives a score, and what it is worth in the question.
struct ScoredWord {
    std::string typed;               ///< the word that brought it
    std::vector<WordStem> stems;     ///< that which most articles have first
    std::vector<std::string> forms;  ///< the folded forms that were typed, each once
    std::uint32_t articles = 0;      ///< that have its first stem
    std::uint32_t count = 0;         ///< how often the question has it
    double weight = 0;               ///< for that: bm25::query_weight
    double idf = 0;                  ///< bm25::idf of its first stem: the smallest of its stems'
    /// The compound that typed parts make, joined: it finds the same articles in another spelling,
    /// so nobody asked for it beside the parts.
    bool joined = false;
};

/// True for a free word, and for several terms that one typed word stands for: its stems in several
/// languages, the words that fit a pattern.
bool is_word(const Matcher& matcher);
/// Whether it is looked for by its stems, not its exact forms.
bool is_by_stem(const Matcher& word);

class ScoredWords {
public:
    /// Of `question`, whose parts are compiled but for repeated ones: `compiled`. All but these
    /// must outlive it.
    ScoredWords(const Archives& archives, const CollectionStatistics& collection,
                const Question& question, const std::vector<const Part*>& compiled);

    /// How many articles the collection has, or the commonest of the words, if that is in more, as
    /// words of several languages may be.
    std::uint64_t articles() const { return articles_; }
    /// In the order of the question. Two typed words whose first stem is the same are one.
    const std::vector<ScoredWord>& words() const { return words_; }
    /// The same as numbers, repeated ones too.
    const std::vector<PlacedWord>& row() const { return row_; }
    /// The stems of a word of the question, each once; of exact forms those that articles have.
    std::vector<WordStem> stems_of(const Matcher& word) const;
    /// All other words score no more.
    void keep_weight_of(std::size_t number);
    /// What a stem is worth in each of the places where the compiled query has it, in points of
    /// BM25 without its saturation. 0 for a stem of no word.
    double share(const WordStem& stem) const;

private:
    /// A typed word before it is known whether it is one of the others.
    struct TypedWord {
        std::string typed;
        std::vector<WordStem> stems;
        std::vector<std::string> forms;  ///< folded
        bool joined = false;
        std::uint32_t place = 0;
    };
    /// What a stem of the index belongs to.
    struct StemPlace {
        std::size_t word = 0;
        std::uint32_t places = 0;  ///< in the compiled query: they share the word's weight
    };
    struct Above;
    void collect(const Matcher& matcher, Above above, std::vector<TypedWord>& found);
    void add_term(const Matcher& term, std::string_view typed, TypedWord& word);
    void add(const TypedWord& typed);
    void claim_other_stems(const std::vector<TypedWord>& typed);
    void find_stems(const std::string& form);
    const WordStem& commonest(const std::vector<WordStem>& stems);
    std::uint32_t articles_with(const WordStem& stem);
    std::uint32_t most_articles_with(const WordStem& stem) const;

    const Archives& archives_;
    WordStems word_stems_;
    Tokenizer tokenizer_;
    std::uint64_t articles_;
    std::vector<ScoredWord> words_;
    std::vector<PlacedWord> row_;
    std::map<WordStem, StemPlace> stems_;
    std::map<WordStem, std::uint32_t> frequencies_;
    std::map<std::string, std::vector<WordStem>> form_stems_;  ///< exact form -> its stems
};

}  // namespace dateline
