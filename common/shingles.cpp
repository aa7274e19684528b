// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/shingles.h"

#define XXH_INLINE_ALL  // words are short: the call would cost as much as the hash
#include <xxhash.h>

namespace dateline {

void add_word_hashes(std::span<const Token> tokens, std::vector<std::uint64_t>& hashes) {
    for (const Token& token : tokens)
        if (token.kind == TokenKind::word || token.kind == TokenKind::character)
            hashes.push_back(XXH3_64bits(token.form.data(), token.form.size()));
}

/// A rolling polynomial (Karp and Rabin 1987) modulo 2^64, of which the upper half, well mixed,
/// counts.
void shingles_of(std::span<const std::uint64_t> words, std::vector<Shingle>& shingles) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    constexpr std::uint64_t mixer = 0xFF51AFD7ED558CCD;
    constexpr std::uint64_t fourth = factor * factor * factor * factor;
    static_assert(shingle_words == 5);
    shingles.clear();
    if (words.size() < shingle_words) return;
    shingles.reserve(words.size());
    std::uint64_t rolling = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        rolling = rolling * factor + words[i];
        if (i + 1 < shingle_words) continue;
        shingles.push_back(static_cast<Shingle>((rolling * mixer) >> 32));
        rolling -= words[i + 1 - shingle_words] * fourth;
    }
}

}  // namespace dateline
