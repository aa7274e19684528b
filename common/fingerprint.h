// SPDX-License-Identifier: GPL-2.0-or-later
// The fingerprint of an article: what tells its text from others wherever it lies, in a value slot.
// A saved search knows by it an article that moved, a copy, and whether a file has become another
// article (searcher/following/).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/shingles.h"

namespace dateline {

struct Fingerprint {
    /// XXH3 of title and body. Of a short body, which different articles may share, also of its
    /// outlet, day and URL.
    std::uint64_t text = 0;
    std::uint64_t source = 0;  ///< of the bytes that it was made from; 0: not known
    std::uint32_t url = 0;     ///< of the folded URL; 0: it has none
    std::uint32_t title = 0;   ///< 0: not stated
    std::uint32_t day = 0;     ///< the first of publication, 20260226; 0: not known
    /// For each sixteenth of all shingles a byte of the least that the body has: of two texts as
    /// many are equal as they have of their shingles in common (Broder 1997, with one permutation:
    /// Li, Owen and Zhang 2012). All 0 without shingles.
    std::array<std::uint8_t, 16> shingles{};

    bool operator==(const Fingerprint&) const = default;
};

/// `shingles`: of the body.
Fingerprint fingerprint_of(const Article& article, std::span<const Shingle> shingles);

/// Whether both have one text, or were made from the same bytes, though perhaps by other readers.
bool have_one_text(const Fingerprint& one, const Fingerprint& other);

/// Whether both, in one place, are states of one article: they have one text; or no two URLs or
/// days and some two fifths of their shingles in common, as texts that were edited have and others
/// of one outlet, with its standing sentences, have not. Where both are short,
/// the URL decides, or title and day.
bool are_of_one_article(const Fingerprint& one, const Fingerprint& other);

/// 44 bytes.
std::string encode_fingerprint(const Fingerprint& fingerprint);
/// The inverse; nothing is known of an article with other bytes: all 0.
Fingerprint decode_fingerprint(std::string_view bytes);

}  // namespace dateline
