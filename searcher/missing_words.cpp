// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/missing_words.h"

#include <fmt/format.h>

#include "common/analysis.h"
#include "common/fields.h"
#include "searcher/counted.h"
#include "searcher/suggestions.h"

namespace dateline {
namespace {

constexpr std::uint32_t most_of_rare = 2;      // articles
constexpr std::uint32_t least_of_common = 20;  // times as many

bool is_value(const WordSource& words, const std::string& field, const std::string& value) {
    const std::string folded = fold_value(value);
    const std::vector<VocabularyWord> known = words.words(field, folded);  // in byte order
    return !known.empty() && known.front().form == folded;
}

std::vector<SimilarWord> similar_to(const WordSource& words, const std::string& field,
                                    const std::string& value) {
    if (value.find('*') != std::string::npos) return {};  // who types it knows what he wants
    return similar_values(words, field, value);
}

}  // namespace

std::vector<MissingWord> missing_words(const WordCounts& counts,
                                       const std::vector<FieldFilter>& filters,
                                       const WordSource& words) {
    std::vector<MissingWord> missing;
    for (const auto& [word, articles] : counts)
        if (articles == 0) missing.push_back({word, "", similar_words(words, word)});
    for (const FieldFilter& filter : filters) {
        if (field(filter.field).match != Match::exact) continue;
        for (const std::string& value : filter.values)
            if (!is_value(words, filter.field, value))
                missing.push_back({value, filter.field, similar_to(words, filter.field, value)});
    }
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
