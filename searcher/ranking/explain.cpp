// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/explain.h"

#include <algorithm>
#include <cmath>

#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {
namespace {

constexpr double nothing = 1e-7;  // what rounding leaves is not shown

void add(std::vector<ScorePart>& parts, const std::string& what, double points) {
    if (std::abs(points) > nothing) parts.push_back({what, points});
}

/// How often the title has each word.
std::vector<double> count_in_title(const Xapian::Database& database, Xapian::docid docid,
                                   const Compiler& compiler) {
    std::vector<QueryWord> words;
    for (const ScoredWord& word : compiler.words()) words.push_back({word.stems, 1, 1, {}});
    std::vector<double> counts(words.size());
    const std::vector<WordHits> hits =
        read_word_hits(database, compiler.languages(), words, {docid});
    for (const WordHit& hit : hits.front()) counts[hit.word] += hit.position < summary_position;
    return counts;
}

/// The within-document frequency of a stem where it counts.
std::uint32_t frequency(const Xapian::Database& database, Xapian::docid docid,
                        const WordStem& stem) {
    if (!stem.languages.empty() &&
        !counts_in(stem.languages, database.get_document(docid).get_value(language_slot)))
        return 0;
    const std::string name = make_term(stem_prefix, stem.text);
    auto term = database.termlist_begin(docid);
    term.skip_to(name);
    return term != database.termlist_end(docid) && *term == name ? term.get_wdf() : 0;
}

}  // namespace

std::vector<ScorePart> explain_score(const Xapian::Database& database, const Ranked& hit,
                                     const Compiler& compiler) {
    const std::vector<ScoredWord>& words = compiler.words();
    const std::vector<double> in_title = count_in_title(database, hit.docid, compiler);
    const double length = database.get_doclength(hit.docid);
    const double average = compiler.collection().average_length;
    std::vector<ScorePart> parts;
    double words_of_title = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        double all = 0;
        double points = 0;
        for (const WordStem& stem : words[i].stems) {
            const std::uint32_t found = frequency(database, hit.docid, stem);
            all += found;
            points += words[i].weight * words[i].idf * bm25::saturation(found, length, average);
        }
        if (all == 0) continue;
        const double title_share = std::min(1.0, in_title[i] * title_weight / all);
        add(parts, "body: " + words[i].typed, points * (1 - title_share));
        words_of_title += points * title_share;
    }
    add(parts, "words of the headline", words_of_title);
    for (const FeatureRow& row : feature_rows)
        add(parts, std::string(row.name), hit.weighed.*row.value);
    add(parts, "like the best hits", hit.like_best);
    add(parts, "articles like it", hit.alike);
    add(parts, "recent", hit.recency);
    return parts;
}

}  // namespace dateline
