// SPDX-License-Identifier: GPL-2.0-or-later
// What an article is about, as a vector of the stems that tell it best, each weighed by how often
// the article has it and how seldom the archives do; and how much two articles are alike by that.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/background_frequencies.h"
#include "searcher/archives/archives.h"

namespace dateline {

/// The number that a StemIdfs gave a stem.
using StemNumber = std::uint32_t;

/// How telling stems are in the archives: ln(1 + (N - df + .5) / (df + .5)). Each is looked up
/// once. The counts are those of the archives' articles in a language and of some hundred of news
/// at large (BackgroundFrequencies), which decide where the archives have few. The archives must
/// outlive it.
class StemIdfs {
public:
    /// The language is a code (ISO 639-1), "" as English.
    StemIdfs(const Archives& archives, std::string_view language);

    /// Of a term of the index with its prefix, stop words and single characters aside: those have
    /// no_stem. `term` lives as long as this.
    StemNumber number(const std::string& term);
    static constexpr StemNumber no_stem = 0xffffffff;
    const std::string& term(StemNumber stem) const { return *stems_[stem].term; }

    /// Looks up those that are not yet known, in the order in which the index is read fastest.
    void look_up();
    /// Of one that was looked up.
    double idf(StemNumber stem) const { return stems_[stem].idf; }
    /// Of a stem without prefix.
    double idf_of(std::string_view stem);

private:
    struct Stem {
        const std::string* term = nullptr;
        double idf = 0;
    };
    double find_idf(const std::string& term) const;

    const Xapian::Database& database_;
    std::string language_;
    BackgroundFrequencies background_;
    double articles_;
    std::unordered_map<std::string, StemNumber> numbers_;
    std::vector<Stem> stems_;
    std::size_t known_ = 0;  ///< so many of stems_ are looked up
};

/// A stem of an article, and how often it has it; those of the title count three times.
struct CountedStem {
    StemNumber stem = 0;
    std::uint32_t count = 0;
};

/// The article's stems, in the index's order of terms, numbered, not yet looked up. A number
/// that Xapian does not know is its DocNotFoundError.
std::vector<CountedStem> stems_of_article(const Xapian::Database& database, Xapian::docid docid,
                                          StemIdfs& idfs);

struct WeighedStem {
    StemNumber stem = 0;
    double weight = 0;
};

/// In the index's order of terms; its length is 1, or it is empty.
using ArticleVector = std::vector<WeighedStem>;

/// Each stem by (1 + ln count) * idf; all are looked up.
ArticleVector article_vector(const std::vector<CountedStem>& stems, const StemIdfs& idfs);

/// An article's vector by number of the stem, to be compared with many.
class ComparedArticle {
public:
    explicit ComparedArticle(const ArticleVector& vector);
    /// The cosine with another, 0..1.
    double cosine(const ArticleVector& other) const;

private:
    std::vector<double> weights_;
};

}  // namespace dateline
