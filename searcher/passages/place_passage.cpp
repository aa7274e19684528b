// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/place_passage.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/sentences.h"
#include "searcher/passages/excerpt.h"

namespace dateline {

Passage passage_around(const Article& article, Span place, std::vector<Span> lit) {
    constexpr std::uint32_t most_bytes = 600;
    const std::string& body = article.body;
    const std::vector<std::uint32_t> starts = sentence_starts(body);
    const auto behind = std::ranges::upper_bound(starts, place.begin);
    const auto end = std::lower_bound(behind, starts.end(), place.end);
    Span within{behind == starts.begin() ? place.begin : *(behind - 1),
                end == starts.end() ? static_cast<std::uint32_t>(body.size()) : *end};
    while (within.end > place.end && ascii::is_blank(body[within.end - 1])) --within.end;
    Passage passage;
    passage.span = within;
    if (within.end - within.begin > most_bytes)
        passage.span = widen_at_words(body, place, within, most_bytes);
    passage.cut_before = passage.span.begin > within.begin;
    passage.cut_after = passage.span.end < within.end;
    passage.lit = std::move(lit);
    passage.line = line_of(article, place.begin);
    return passage;
}

}  // namespace dateline
