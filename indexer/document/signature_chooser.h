// SPDX-License-Identifier: GPL-2.0-or-later
// Which stems tell best what an article is about: those that it has often and news at large seldom.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/background_frequencies.h"
#include "common/signature.h"
#include "indexer/document/vocabulary.h"

namespace dateline {

/// A stem of an article.
struct StemCount {
    std::uint32_t term = 0;  ///< number in the vocabulary
    std::uint32_t wdf = 0;   ///< not 0
};

/// Of one language. Not thread-safe: it remembers what each stem is worth.
class SignatureChooser {
public:
    explicit SignatureChooser(std::string_view language)
        : language_(language), background_(language) {}

    /// The signature of an article with these stems, each once.
    Signature choose(const Vocabulary& vocabulary, const std::vector<StemCount>& stems);

private:
    struct Stem {
        std::uint32_t hash = 0;
        float worth = -1;  ///< its idf in news at large; below 0: not yet known
    };
    Stem& stem(const Vocabulary& vocabulary, std::uint32_t term);
    float worth_of(std::string_view stem) const;

    struct Weighed {
        float weight = 0;
        std::uint32_t hash = 0;
    };
    std::string language_;
    BackgroundFrequencies background_;
    std::vector<Stem> known_;  ///< by number in the vocabulary
    std::vector<Weighed> weighed_;
};

}  // namespace dateline
