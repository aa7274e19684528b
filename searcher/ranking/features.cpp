// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/features.h"

#include <algorithm>

#include "common/fields.h"
#include "searcher/match/bm25.h"

namespace dateline {
namespace {

constexpr std::uint32_t pair_words = 5;      // two words nearer than this are a pair
constexpr std::uint32_t passage_words = 50;  // length of the best passage
constexpr std::uint32_t lead_words = 80;
constexpr std::uint32_t most_places_apart = 3;  // neighbours in the query

double worth(const QueryWord& word) {
    return word.weight * word.idf;
}

/// Each pair of neighbouring hits of different words gives both the other's idf over the distance
/// squared; what a word has got saturates as its frequency does.
double together(const QueryShape& query, const WordHits& hits, double length, double average) {
    std::vector<double> got(query.words.size());
    for (std::size_t i = 1; i < hits.size(); ++i) {
        const WordHit& a = hits[i - 1];
        const WordHit& b = hits[i];
        if (a.word == b.word) continue;
        const double distance = b.position - a.position;
        got[a.word] += query.words[b.word].idf / (distance * distance);
        got[b.word] += query.words[a.word].idf / (distance * distance);
    }
    double sum = 0;
    for (std::size_t i = 0; i < got.size(); ++i)
        if (got[i] > 0)
            sum += query.words[i].weight * std::min(1.0, query.words[i].idf) *
                   bm25::saturation(got[i], length, average);
    return sum;
}

std::uint32_t count_close(const WordPair& pair, const WordHits& hits) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (hits[i].word != pair.first && hits[i].word != pair.second) continue;
        const auto partner = hits[i].word == pair.first ? pair.second : pair.first;
        for (std::size_t j = i + 1;
             j < hits.size() && hits[j].position - hits[i].position < pair_words; ++j)
            count += hits[j].word == partner;
    }
    return count;
}

double pairs(const QueryShape& query, const WordHits& hits, double length, double average) {
    double sum = 0;
    for (const WordPair& pair : query.pairs) {
        const std::uint32_t count = count_close(pair, hits);
        const double both = worth(query.words[pair.first]) + worth(query.words[pair.second]);
        if (count > 0) sum += 0.5 * both * bm25::saturation(count, length, average);
    }
    return sum;
}

double exact(const QueryShape& query, const WordHits& hits, double length, double average) {
    double sum = 0;
    for (std::size_t word = 0; word < query.words.size(); ++word) {
        const QueryWord& asked = query.words[word];
        for (std::size_t form = 0; form < asked.typed.size(); ++form) {
            double frequency = 0;
            for (const WordHit& hit : hits)
                if (hit.word == word && hit.form == form)
                    frequency += hit.position < summary_position ? title_weight : 1;
            if (frequency > 0)
                sum += asked.weight * asked.typed[form].idf *
                       bm25::saturation(frequency, length, average);
        }
    }
    return sum;
}

/// A word's worth in a passage that has it `count` times: 1, 4/3, 3/2, … below 2.
double repeated(std::uint32_t count) {
    return 2.0 * count / (count + 1.0);
}

double best_passage(const QueryShape& query, const WordHits& hits) {
    std::vector<std::uint32_t> counts(query.words.size());
    double sum = 0;
    double best = 0;
    const auto change = [&](std::uint16_t word, std::uint32_t count) {
        sum += worth(query.words[word]) * (repeated(count) - repeated(counts[word]));
        counts[word] = count;
    };
    for (std::size_t first = 0, last = 0; last < hits.size(); ++last) {
        for (; hits[last].position - hits[first].position >= passage_words; ++first)
            change(hits[first].word, counts[hits[first].word] - 1);
        change(hits[last].word, counts[hits[last].word] + 1);
        best = std::max(best, sum);
    }
    return best;
}

double lead(const QueryShape& query, const WordHits& hits) {
    std::vector<std::uint32_t> counts(query.words.size());
    for (const WordHit& hit : hits)
        counts[hit.word] +=
            hit.position >= body_position && hit.position < body_position + lead_words;
    double sum = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        sum += worth(query.words[i]) * bm25::saturation(counts[i], 1, 1);
    return sum;
}

/// Which words have a hit, or one of a position below `end`.
std::vector<bool> words_with_hits(const QueryShape& query, const WordHits& hits,
                                  std::uint32_t end = UINT32_MAX) {
    std::vector<bool> found(query.words.size());
    for (const WordHit& hit : hits)
        if (hit.position < end) found[hit.word] = true;
    return found;
}

double headline(const QueryShape& query, const WordHits& hits) {
    const double all = total_worth(query);
    const double title = title_worth(query, hits);
    return title > 0 ? title * title * title / (all * all) : 0;
}

std::size_t count_asked(const QueryShape& query) {
    return static_cast<std::size_t>(std::ranges::count_if(query.words, &QueryWord::asked));
}

double complete(const QueryShape& query, const WordHits& hits) {
    if (count_asked(query) < 2) return 0;
    const std::vector<bool> found = words_with_hits(query, hits);
    for (std::size_t i = 0; i < found.size(); ++i)
        if (query.words[i].asked && !found[i]) return 0;
    return total_worth(query);
}

}  // namespace

double total_worth(const QueryShape& query) {
    double sum = 0;
    for (const QueryWord& word : query.words) sum += word.asked ? worth(word) : 0;
    return sum;
}

double title_worth(const QueryShape& query, const WordHits& hits) {
    const std::vector<bool> found = words_with_hits(query, hits, summary_position);
    double sum = 0;
    for (std::size_t i = 0; i < found.size(); ++i)
        if (found[i] && query.words[i].asked) sum += worth(query.words[i]);
    return sum;
}

std::vector<WordPair> neighbours(const std::vector<PlacedWord>& row) {
    std::vector<WordPair> found;
    for (std::size_t i = 1; i < row.size(); ++i) {
        if (row[i].place > row[i - 1].place + most_places_apart) continue;
        const auto [low, high] = std::minmax(row[i - 1].word, row[i].word);
        const WordPair pair{low, high};
        if (low != high && std::ranges::find(found, pair) == found.end()) found.push_back(pair);
    }
    return found;
}

Features features(const QueryShape& query, const WordHits& hits, double length) {
    const double average_length = query.collection.average_length;
    Features made;
    if (hits.empty()) return made;
    made.together = together(query, hits, length, average_length);
    made.pairs = pairs(query, hits, length, average_length);
    made.exact = exact(query, hits, length, average_length);
    made.passage = best_passage(query, hits);
    made.lead = lead(query, hits);
    made.headline = headline(query, hits);
    made.complete = complete(query, hits);
    return made;
}

Features features_of_days(const QueryShape& query, const std::optional<Day>& first,
                          const std::optional<Day>& last) {
    Features made;
    const std::size_t words = count_asked(query);
    if (words == 0 || !first || !last) return made;
    const bool within = std::ranges::any_of(query.years, [&](int asked) {
        const std::chrono::year year{asked};
        return first->year() <= year && year <= last->year();
    });
    if (within) made.year = total_worth(query) / static_cast<double>(words);
    return made;
}

}  // namespace dateline
