// SPDX-License-Identifier: GPL-2.0-or-later
// Decides what Xapian's own operators cannot: proximity of groups and phrases, same sentence, at
// least n times, first n words, capitals, accents. Xapian proposes the articles that have the
// words; here each is asked for its positions (for capitals and accents: its text), and the same
// Evaluation that finds the passages decides.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/error.h"
#include "common/fields.h"
#include "searcher/archives/archives.h"
#include "searcher/match/article_words.h"
#include "searcher/match/stem_forms.h"
#include "searcher/query/matcher.h"
#include "searcher/query/operators.h"

namespace dateline {

/// The query would have more read than anybody waits for.
class CostlyQuery : public Error {
public:
    using Error::Error;
};

/// What a check may read; more is a CostlyQuery.
struct PositionLimits {
    std::uint32_t texts = 12000;   ///< for capitals and accents: each costs some 75 us
    std::uint32_t lists = 250000;  ///< of positions: some 3 us each
    std::size_t places = 3000000;  ///< in them: some 0.3 us each with what is done with them
};

/// What the checks of one search have read, and how much they may.
struct PositionSpending {
    PositionLimits limits;
    std::uint32_t texts = 0;
    std::uint32_t lists = 0;
    std::size_t places = 0;
};

/// A search asks in several passes, to list, to count and to draw; the check remembers what it
/// decided of each article, so that another pass answers the same and reads nothing again.
class PositionCheck : public Xapian::MatchDecider {
public:
    /// Of one archive of those that are searched. All must outlive the check; `spent` is what the
    /// checks of all archives have read.
    PositionCheck(const Archive& archive, const std::vector<std::string>& languages,
                  const Question& question, PositionSpending& spent);

    /// Whether the article fulfils all parts that are not optional and nothing that is excluded.
    /// Throws CostlyQuery.
    bool operator()(const Xapian::Document& document) const override;

    /// The same of an article of the archive; where that is on another machine, by its text.
    bool holds(Xapian::docid docid) const;

private:
    /// A term of the index and where its posting list was last left.
    struct Term {
        std::string name;
        Xapian::PostingIterator at;
        Xapian::PostingIterator end;
        Xapian::docid last = 0;
    };
    /// A term that a word of the question stands for (a stem has several), and what to add to its
    /// positions to get those of its zone.
    struct WordTerm {
        std::size_t term;
        std::uint32_t base;
        LanguageSet languages;  ///< in whose articles it does

        bool operator==(const WordTerm&) const = default;
    };
    using Word = std::vector<WordTerm>;

    void add_words(const Matcher& matcher);
    void add_term(Word& word, const std::string& name, std::uint32_t base, LanguageSet languages);
    bool has_term(Term& term, Xapian::docid docid) const;
    void add_places(const Word& word, Xapian::docid docid, LanguageSet language,
                    Occurrences& places) const;
    std::vector<std::uint32_t> positions(const std::string& term, Xapian::docid docid) const;
    ArticleWords words_of(const Xapian::Document& document) const;
    bool by_text(Xapian::docid docid) const;
    bool remembered(Xapian::docid docid, const std::function<bool()>& decide) const;
    bool decide(const Xapian::Document& document) const;
    bool decide(const Article& article, const ArticleWords& words) const;

    const Archive& archive_;
    const Xapian::Database& database_;
    const Question& question_;
    PositionSpending& spent_;
    StemForms stem_forms_;
    Needs needs_;
    WantedWords wanted_;
    std::vector<Word> words_;  ///< by the word's number in wanted_
    mutable std::vector<Term> terms_;
    std::map<std::string, std::size_t> term_numbers_;
    const std::string sentences_{sentence_marker};
    const std::string paragraphs_{paragraph_marker};
    mutable std::vector<bool> decided_;  ///< by docid: whether it was asked for,
    mutable std::vector<bool> holds_;    ///< and what the answer was
};

}  // namespace dateline
