// SPDX-License-Identifier: GPL-2.0-or-later
// Quotations compared: their words as articles share them, however each cuts, brackets or begins
// them; how long a run two have in common; and when that makes them the same quotation. Behind
// pile/quotations.h; the index is asked only by the words of search_windows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/span.h"

namespace dateline {

struct QuotedWord {
    std::string form;  ///< folded as analysis.h does; "[T]hese" is "these"
    Span place;        ///< bytes of the text
    bool operator==(const QuotedWord&) const = default;
};

/// Words that stand next to each other in what was said.
using Segment = std::vector<QuotedWord>;

/// The words of a quotation or, of one in parts ("A," she said, "B."), of all of its parts. Where
/// words are left out (…, [the Pentagon's]) or a part ends, a segment ends. `[T]hese` and
/// `remain[s]` are words as said, without their brackets. No segment is empty.
std::vector<Segment> quoted_segments(std::string_view body, std::span<const Span> parts);

/// A run of words that two quotations share.
struct SharedRun {
    std::size_t words = 0;  ///< 0: nothing is shared
    std::size_t first_segment = 0;
    std::size_t first_word = 0;
    std::size_t second_segment = 0;
    std::size_t second_word = 0;

    bool operator==(const SharedRun&) const = default;
};

/// The longest run that stands in a segment of both; of equal ones the first in `first`.
SharedRun longest_shared_run(std::span<const Segment> first, std::span<const Segment> second);

/// How many different words of the run, as `first` has it, are rare.
std::size_t rare_words(std::span<const Segment> first, const SharedRun& run,
                       const std::function<bool(std::string_view form)>& is_rare);

/// Whether a word that so many of the articles have is rare enough to tell a quotation by.
bool is_rare_word(std::size_t having, std::size_t articles);

/// Whether quotations that share such a run are one: 12 words at any time, 8 within two weeks; 6
/// within two weeks if two are rare and the run is half of the shorter quotation, of which
/// `shorter` is the number of words. Unknown days are not within.
bool same_quotation(std::size_t run, std::optional<std::int64_t> days_apart, std::size_t rare,
                    std::size_t shorter);

/// The words of all segments.
std::size_t count_words(std::span<const Segment> segments);

/// How many words around the run `second` has and `first`, which begins or ends there, has not: 0
/// if `first` is not cut.
std::size_t words_cut(std::span<const Segment> first, std::span<const Segment> second,
                      const SharedRun& run);

/// At most `most` rows of five neighbouring words by which other places of the quotation are looked
/// for as phrases: those with the rarest words, the rarest first; at first such as do not overlap,
/// then every second one. More than three are such as cost little, so that in a small archive any
/// six words of a quotation of some twenty are looked for. A quotation of shorter segments gives
/// its longest one of three words or more; else none.
std::vector<std::vector<std::string>> search_windows(
    std::span<const Segment> segments,
    const std::function<std::uint64_t(std::string_view form)>& document_frequency,
    std::size_t most = 8);

}  // namespace dateline
