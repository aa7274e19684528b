// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/missing_words.h"

#include <fmt/format.h>

#include "common/counted.h"
#include "searcher/advice/similar_words.h"

namespace dateline {
namespace {

constexpr std::uint32_t most_of_rare = 2;      // articles
constexpr std::uint32_t least_of_common = 20;  // times as many

}  // namespace

std::vector<MissingWord> missing_words(const WordCounts& counts, const WordSource& words) {
    std::vector<MissingWord> missing;
    for (const auto& [word, articles] : counts)
        if (articles == 0) missing.push_back({word, "", similar_words(words, word)});
    return missing;
}

std::vector<std::string> rare_words(const WordCounts& counts, const WordSource& words) {
    std::vector<std::string> notes;
    for (const auto& [word, articles] : counts) {
        if (articles == 0 || articles > most_of_rare) continue;
        const std::vector<SimilarWord> similar = similar_words(words, word);
        if (similar.empty() || similar.front().articles < least_of_common * articles) continue;
        notes.push_back(fmt::format("'{}' is in {}; perhaps '{}' ({})", word,
                                    counted(articles, "article", "articles"), similar.front().word,
                                    counted(similar.front().articles, "article", "articles")));
    }
    return notes;
}

}  // namespace dateline
