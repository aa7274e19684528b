// SPDX-License-Identifier: GPL-2.0-or-later
// What two texts have in common, and what that makes of them: copies of one text, or not.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "common/shingles.h"

namespace dateline {

/// A text as it is compared with others. All lists increase and have nothing twice.
struct ComparedText {
    std::vector<Shingle> shingles;
    std::vector<Shingle> beginning;      ///< of the first hundred
    std::vector<std::uint64_t> numbers;  ///< hashes of words with a digit
};

ComparedText compared_text(std::string_view body);

/// How many shingles two texts share, and how many each has.
struct Overlap {
    std::uint32_t shared = 0;
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    /// Of the shorter one, 0..1.
    double containment() const;
    /// Of the first, and of the second, 0..1.
    double of_first() const;
    double of_second() const;
    /// Of all that either has, 0..1 (Jaccard).
    double likeness() const;

    bool operator==(const Overlap&) const = default;
};

Overlap overlap(const ComparedText& first, const ComparedText& second);

/// What the second of two copies is to the first.
enum class CopyKind {
    same,    ///< the same text, but for some words
    edited,  ///< other words, about as long
    cut,     ///< shorter
    longer,  ///< the first is cut of it
    within,  ///< a part of the first, which has as much again of other text
    around,  ///< the other way round: a digest, a newsletter
};
std::string_view name_of(CopyKind kind);

/// Whether a family is held together by copies of that kind: two articles within one digest have
/// nothing in common.
constexpr bool links(CopyKind kind) {
    return kind != CopyKind::within && kind != CopyKind::around;
}

/// What matters beside the texts. Pages of one outlet share their furniture, and forms that are
/// filled in every day share all but the numbers.
struct PairFacts {
    bool same_outlet = false;
    std::optional<int> days_apart;  ///< nothing: one of them is undated
    bool same_title = true;         ///< asked of tiny texts alone

    bool operator==(const PairFacts&) const = default;
};

// What it takes to be copies; measured on planted and natural ones (docs/pile.md).
inline constexpr double least_containment = .45;
inline constexpr std::uint32_t least_shared = 15;
/// Of a text with fewer shingles than that more must be shared, as short forms resemble each other.
inline constexpr std::uint32_t short_text = 60;
inline constexpr double least_of_short = .70;
inline constexpr std::uint32_t tiny_text = 20;
/// As many pages say the same in place of an article, so that the title must be the same too.
inline constexpr double least_of_tiny = .95;
/// Of one outlet: below it the beginnings must be alike too, since furniture stands behind them.
inline constexpr double surely_text = .70;
inline constexpr std::uint32_t least_of_beginning = 5;
inline constexpr double least_of_numbers = 2.0 / 3;

/// Whether two texts have so much in common that they may be copies.
bool share_enough_text(const ComparedText& first, const ComparedText& second);

/// Whether it has so little text that the title decides too.
bool is_tiny(const ComparedText& text);

/// What the second text is to the first, if they are copies.
CopyKind kind_among_copies(const ComparedText& first, const ComparedText& second);

/// What the second text is to the first; nothing if they are no copies.
std::optional<CopyKind> copy_kind(const ComparedText& first, const ComparedText& second,
                                  const PairFacts& facts);

}  // namespace dateline
