// SPDX-License-Identifier: GPL-2.0-or-later
// A quotation -> every place of the archives where it stands, also cut, in brackets or in parts:
// looked for by the positions of its rarest words, told by the texts. Nothing of it is in the
// index.
#pragma once

#include <xapian.h>

#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/pile/quotations.h"
#include "searcher/pile/quote_notes.h"
#include "searcher/pile/quoted_words.h"
#include "searcher/pile/speakers.h"

namespace dateline {

/// What is looked for.
struct AskedQuotation {
    std::vector<Segment> segments;
    DateRange days;      ///< of its article; open: undated
    bool typed = false;  ///< words of a person, who knows that they are a quotation
};

struct QuotedPlace {
    Xapian::docid docid = 0;
    Span marked;               ///< the quotation there, with its marks
    std::vector<Span> shared;  ///< the words in common
    Said said;
    std::size_t words = 0;   ///< of the quotation there
    std::size_t longer = 0;  ///< words of it there that the one looked for has not
};

/// One speech of an article: a quotation, or the parts of one ("A," she said, "B.").
struct Utterance {
    Span marked;  ///< from its first mark to its last
    std::vector<Span> parts;
    std::vector<Segment> segments;  ///< its words
    Said said;
    std::size_t quotation = 0;  ///< the number of its first part among the article's
    std::size_t words = 0;
};

/// An article with its quotations.
struct QuotingArticle {
    Article article;  ///< with its body
    DateRange days;
    std::vector<Utterance> utterances;
    std::unordered_multimap<std::uint64_t, std::size_t> by_run;  ///< hash of words -> utterance
};

/// Finds quotations. It remembers what it has read, for one search.
class QuoteFinder {
public:
    /// The archives must outlive it.
    explicit QuoteFinder(const Archives& archives) : archives_(archives) {}

    const QuotingArticle& article(Xapian::docid docid);

    /// The places of a quotation, one an article at most, in order of docids; `most_articles` at
    /// most. None of a quotation that is too short to be told.
    std::vector<QuotedPlace> places_of(const AskedQuotation& asked);

    /// A quotation of an article in its place there; `shared` is all of it.
    QuotedPlace place_in(Xapian::docid docid, std::size_t utterance);

    /// As it is asked for by a person.
    static AskedQuotation typed(std::string_view words);
    /// One of those of an article.
    AskedQuotation of_article(Xapian::docid docid, std::size_t utterance);

    static constexpr std::size_t most_articles = 1000;

private:
    std::vector<Xapian::docid> candidates(const AskedQuotation& asked) const;
    std::optional<QuotedPlace> best_place(const AskedQuotation& asked, Xapian::docid docid);
    bool is_same(const AskedQuotation& asked, const std::vector<Segment>& other,
                 const SharedRun& run, const DateRange& days) const;
    std::uint64_t frequency(std::string_view form) const;

    const Archives& archives_;
    std::map<Xapian::docid, QuotingArticle> articles_;
};

}  // namespace dateline
