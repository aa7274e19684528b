// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/missing_words.h"

#include <utility>

#include "searcher/advice/similar_words.h"

namespace dateline {
namespace {

constexpr std::uint32_t most_of_rare = 3;      // articles
constexpr std::uint32_t least_of_common = 20;  // times as many

}  // namespace

std::vector<MissingWord> missing_words(const WordCounts& counts, const WordSource& words) {
    std::vector<MissingWord> missing;
    for (const auto& [word, articles] : counts)
        if (articles == 0) missing.push_back({word, "", similar_words(words, word)});
    return missing;
}

std::vector<MissingWord> rare_words(const WordCounts& counts, const WordSource& words) {
    std::vector<MissingWord> rare;
    for (const auto& [word, articles] : counts) {
        if (articles == 0 || articles > most_of_rare) continue;
        std::vector<SimilarWord> similar = similar_words(words, word);
        std::erase_if(similar, [least = std::uint64_t{articles} * least_of_common](
                                   const SimilarWord& known) { return known.articles < least; });
        if (!similar.empty()) rare.push_back({word, "", std::move(similar), articles});
    }
    return rare;
}

}  // namespace dateline
