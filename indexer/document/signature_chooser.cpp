// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/signature_chooser.h"

#include <algorithm>
#include <cmath>

#include "common/ascii.h"
#include "common/fields.h"
#include "common/stop_words.h"

namespace dateline {
namespace {

// BM25's saturation (docs/ranking.md) with the length of a usual article for the average of all.
constexpr float k1 = 1.2F;
constexpr float b = 0.75F;
constexpr float usual_length = 500;

constexpr double common_share = 0.2;  // of all articles: such stems tell nothing

/// At least two characters, one of them no digit or mark.
bool is_word(std::string_view stem) {
    return stem.size() >= 2 && std::ranges::any_of(stem, [](char c) {
               return ascii::is_letter(c) || ascii::is_wide(c);
           });
}

}  // namespace

/// 0 for what tells nothing.
float SignatureChooser::worth_of(std::string_view stem) const {
    if (!is_word(stem) || is_stop_word(stem, language_)) return 0;
    if (background_.known()) {
        const double share = background_.share(stem);
        return share >= common_share ? 0 : static_cast<float>(-std::log(share));
    }
    // Of a language without counts: short words are common ones.
    constexpr std::size_t longest = 8;
    return static_cast<float>(std::min(stem.size(), longest));
}

SignatureChooser::Stem& SignatureChooser::stem(const Vocabulary& vocabulary, std::uint32_t term) {
    if (term >= known_.size()) known_.resize(std::max<std::size_t>(vocabulary.size(), term + 1));
    Stem& known = known_[term];
    if (known.worth < 0) {
        const std::string_view text = vocabulary.term(term).substr(stem_prefix.size());
        known = {signature_hash(text), worth_of(text)};
    }
    return known;
}

Signature SignatureChooser::choose(const Vocabulary& vocabulary,
                                   const std::vector<StemCount>& stems) {
    float length = 0;
    for (const StemCount& count : stems) length += static_cast<float>(count.wdf);
    const float k = k1 * (1 - b + b * length / usual_length);
    weighed_.clear();
    for (const StemCount& count : stems) {
        const Stem& known = stem(vocabulary, count.term);
        const auto tf = static_cast<float>(count.wdf);
        if (known.worth > 0) weighed_.push_back({known.worth * tf / (tf + k), known.hash});
    }
    // Equals by their hash, so that the order of an article's words decides nothing.
    const auto heavier = [](const Weighed& x, const Weighed& y) {
        return x.weight != y.weight ? x.weight > y.weight : x.hash < y.hash;
    };
    const std::size_t kept = std::min(weighed_.size(), signature_stems);
    std::partial_sort(weighed_.begin(), weighed_.begin() + static_cast<std::ptrdiff_t>(kept),
                      weighed_.end(), heavier);
    Signature signature;
    for (std::size_t i = 0; i < kept; ++i) {
        const float part = weighed_[i].weight / weighed_[0].weight;
        const auto weight =
            std::max(1L, std::lround(part * static_cast<float>(most_signature_weight)));
        signature.push_back(signature_term(weighed_[i].hash, static_cast<std::uint32_t>(weight)));
    }
    std::ranges::sort(signature);
    const auto twice = std::ranges::unique(signature, {}, hash_of);
    signature.erase(twice.begin(), twice.end());
    return signature;
}

}  // namespace dateline
