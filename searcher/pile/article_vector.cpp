// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/article_vector.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "common/code_points.h"
#include "common/fields.h"
#include "common/stop_words.h"
#include "searcher/match/collection_statistics.h"

namespace dateline {
namespace {

/// The articles of news at large that are counted beside the archives' own: few enough to say
/// nothing where there are thousands.
constexpr double background_articles = 500;

std::string language_or_english(std::string_view language) {
    return std::string(language.empty() ? "en" : language);
}

std::string_view without_prefix(std::string_view term) {
    return term.substr(stem_prefix.size());
}

}  // namespace

StemIdfs::StemIdfs(const Archives& archives, std::string_view language)
    : database_(archives.all()),
      language_(language_or_english(language)),
      background_(language_),
      articles_(static_cast<double>(collection_in(archives, language_).articles)) {}

StemNumber StemIdfs::number(const std::string& term) {
    const auto [place, made] = numbers_.try_emplace(term, no_stem);
    if (!made) return place->second;
    const std::string_view stem = without_prefix(term);
    const bool single = stem.empty() || character_end(stem, 0) == stem.size();
    if (single || is_stop_word(stem, language_)) return no_stem;
    place->second = static_cast<StemNumber>(stems_.size());
    stems_.push_back({&place->first, 0});
    return place->second;
}

void StemIdfs::look_up() {
    std::vector<StemNumber> unknown(stems_.size() - known_);
    std::iota(unknown.begin(), unknown.end(), static_cast<StemNumber>(known_));
    std::ranges::sort(unknown, {},
                      [&](StemNumber stem) -> const std::string& { return term(stem); });
    for (const StemNumber stem : unknown) stems_[stem].idf = find_idf(term(stem));
    known_ = stems_.size();
}

double StemIdfs::find_idf(const std::string& term) const {
    const double having = database_.get_termfreq(term) +
                          background_articles * background_.share(without_prefix(term));
    const double all = std::max(articles_ + background_articles, having);
    return std::log1p((all - having + 0.5) / (having + 0.5));
}

double StemIdfs::idf_of(std::string_view stem) {
    const StemNumber known = number(make_term(stem_prefix, stem));
    if (known == no_stem) return 0;
    look_up();
    return idf(known);
}

std::vector<CountedStem> stems_of_article(const Xapian::Database& database, Xapian::docid docid,
                                          StemIdfs& idfs) {
    std::vector<CountedStem> stems;
    auto term = database.termlist_begin(docid);
    const auto end = database.termlist_end(docid);
    for (term.skip_to(std::string(stem_prefix)); term != end; ++term) {
        const std::string name = *term;
        if (!name.starts_with(stem_prefix)) break;
        if (term.get_wdf() == 0) continue;
        const StemNumber stem = idfs.number(name);
        if (stem != StemIdfs::no_stem) stems.push_back({stem, term.get_wdf()});
    }
    return stems;
}

ArticleVector article_vector(const std::vector<CountedStem>& stems, const StemIdfs& idfs) {
    ArticleVector vector;
    for (const auto& [stem, count] : stems)
        vector.push_back({stem, (1 + std::log(count)) * idfs.idf(stem)});
    double squares = 0;
    for (const WeighedStem& stem : vector) squares += stem.weight * stem.weight;
    if (squares == 0) return {};
    for (WeighedStem& stem : vector) stem.weight /= std::sqrt(squares);
    return vector;
}

ComparedArticle::ComparedArticle(const ArticleVector& vector) {
    for (const WeighedStem& stem : vector) {
        if (stem.stem >= weights_.size()) weights_.resize(stem.stem + 1);
        weights_[stem.stem] = stem.weight;
    }
}

double ComparedArticle::cosine(const ArticleVector& other) const {
    double sum = 0;
    for (const WeighedStem& stem : other)
        if (stem.stem < weights_.size()) sum += weights_[stem.stem] * stem.weight;
    return std::min(1.0, sum);
}

}  // namespace dateline
