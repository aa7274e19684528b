// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/shingles.h"

namespace dateline {

/// A rolling polynomial (Karp and Rabin 1987) modulo 2^64, of which the upper half, well mixed,
/// counts.
void shingles_of(std::span<const std::uint64_t> words, std::vector<Shingle>& shingles) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    constexpr std::uint64_t mixer = 0xFF51AFD7ED558CCD;
    constexpr std::uint64_t fourth = factor * factor * factor * factor;
    static_assert(shingle_words == 5);
    shingles.clear();
    if (words.size() < shingle_words) return;
    shingles.resize(words.size() - shingle_words + 1);
    std::uint64_t rolling = 0;
    for (std::size_t i = 0; i + 1 < shingle_words; ++i) rolling = rolling * factor + words[i];
    for (std::size_t i = 0; i < shingles.size(); ++i) {
        rolling = rolling * factor + words[i + shingle_words - 1];
        shingles[i] = static_cast<Shingle>((rolling * mixer) >> 32);
        rolling -= words[i] * fourth;
    }
}

}  // namespace dateline
