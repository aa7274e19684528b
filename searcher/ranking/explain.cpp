// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/explain.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "common/fields.h"
#include "searcher/match/among.h"

namespace dateline {
namespace {

constexpr double nothing = 1e-7;  // what rounding leaves is not shown

void add(std::vector<ScorePart>& parts, const std::string& what, double points) {
    if (std::abs(points) > nothing) parts.push_back({what, points});
}

/// How often the title of each article has each word.
std::vector<std::vector<double>> counts_in_titles(const SearchPlan& plan,
                                                  const std::vector<Xapian::docid>& articles) {
    std::vector<QueryWord> words;
    for (const ScoredWord& word : plan.compiler.words()) words.push_back({word.stems, 1, 1, {}});
    std::vector<Xapian::docid> sorted = articles;
    std::ranges::sort(sorted);
    const std::vector<WordHits> hits =
        read_word_hits(plan.archives, plan.compiler.languages(), words, sorted);
    std::vector<std::vector<double>> counts;
    for (const Xapian::docid docid : articles) {
        std::vector<double>& of_article = counts.emplace_back(words.size());
        const auto found = std::ranges::lower_bound(sorted, docid) - sorted.begin();
        for (const WordHit& hit : hits[static_cast<std::size_t>(found)])
            of_article[hit.word] += hit.position < summary_position;
    }
    return counts;
}

/// What each word brought to each article.
std::vector<std::map<Xapian::docid, double>> points_of_words(
    const SearchPlan& plan, const ListMode& mode, const std::vector<Xapian::docid>& articles) {
    std::vector<std::map<Xapian::docid, double>> points;
    for (std::size_t word = 0; word < plan.compiler.words().size(); ++word) {
        const Compiler alone(plan.archives, plan.question, word);
        points.push_back(found_among(plan, mode.some_words ? alone.any() : alone.all(), articles));
    }
    return points;
}

/// The within-document frequencies of a word's stems, where they count.
std::uint32_t frequency(const Xapian::Database& database, Xapian::docid docid,
                        const ScoredWord& word) {
    const std::string language = database.get_document(docid).get_value(language_slot);
    std::uint32_t sum = 0;
    for (const WordStem& stem : word.stems) {
        if (!stem.languages.empty() && !counts_in(stem.languages, language)) continue;
        const std::string name = make_term(stem_prefix, stem.text);
        auto term = database.termlist_begin(docid);
        term.skip_to(name);
        if (term != database.termlist_end(docid) && *term == name) sum += term.get_wdf();
    }
    return sum;
}

/// What the words brought by stage 1, that of the headline apart.
void add_words(const SearchPlan& plan, Xapian::docid docid,
               const std::vector<std::map<Xapian::docid, double>>& points,
               const std::vector<double>& in_title, std::vector<ScorePart>& parts) {
    double words_of_title = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const ScoredWord& word = plan.compiler.words()[i];
        const auto brought = points[i].find(docid);
        if (brought == points[i].end()) continue;
        const std::uint32_t all = frequency(plan.database, docid, word);
        const double title_share = all > 0 ? std::min(1.0, in_title[i] * title_weight / all) : 0;
        add(parts, "body: " + word.typed, brought->second * (1 - title_share));
        words_of_title += brought->second * title_share;
    }
    add(parts, "words of the headline", words_of_title);
}

}  // namespace

std::vector<std::vector<ScorePart>> explain_scores(const SearchPlan& plan, const ListMode& mode,
                                                   const std::vector<ListedArticle>& articles) {
    std::vector<Xapian::docid> docids;
    for (const ListedArticle& article : articles) docids.push_back(article.ranked.docid);
    const auto points = points_of_words(plan, mode, docids);
    const auto in_titles = counts_in_titles(plan, docids);
    std::vector<std::vector<ScorePart>> explained;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        const Ranked& hit = articles[i].ranked;
        std::vector<ScorePart>& parts = explained.emplace_back();
        add_words(plan, hit.docid, points, in_titles[i], parts);
        for (const FeatureRow& row : feature_rows)
            add(parts, std::string(row.name), hit.weighed.*row.value);
        add(parts, "like the best hits", hit.like_best);
        add(parts, "articles like it", hit.alike);
        add(parts, "recent", hit.recency);
    }
    return explained;
}

}  // namespace dateline
