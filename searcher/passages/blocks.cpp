// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/blocks.h"

#include <string_view>

#include "common/ascii.h"
#include "common/sentences.h"

namespace dateline {
namespace {

bool counts(char c) {
    return ascii::is_wide(c) || ascii::is_digit(c) || ascii::is_letter(c);
}

/// True if the sentence says the title again and hardly anything else.
bool repeats(std::string_view sentence, std::string_view title) {
    while (title.ends_with("\u2026")) title.remove_suffix(3);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < sentence.size() && j < title.size()) {
        if (!counts(sentence[i])) {
            ++i;
        } else if (!counts(title[j])) {
            ++j;
        } else if (ascii::lower(sentence[i]) == ascii::lower(title[j])) {
            ++i;
            ++j;
        } else {
            return false;
        }
    }
    const std::size_t more = sentence.size() - i;
    return !title.empty() && i > 0 && more * 4 <= sentence.size() &&
           (title.size() - j) * 2 <= title.size();
}

std::uint32_t trimmed_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    while (end > begin &&
           (text[end - 1] == ' ' || (text[end - 1] >= '\t' && text[end - 1] <= '\r')))
        --end;
    return end;
}

/// Notes in each block the places that begin in it. Both are in order.
void note_places(const std::vector<EvidencePlace>& places, std::vector<Block>& blocks) {
    std::size_t at = 0;
    for (const EvidencePlace& place : places) {
        while (at + 1 < blocks.size() && blocks[at + 1].span.begin <= place.span.begin) ++at;
        Block& block = blocks[at];
        const Units unit = Units{1} << unit_bit(place.unit);
        block.touched |= unit;
        if (place.kind != PlaceKind::pair) ++block.places;
        if (place.kind == PlaceKind::partner) continue;
        for (std::size_t n = 0; n < most_together && at + n < blocks.size(); ++n)
            if (place.span.end <= blocks[at + n].span.end) block.whole[n] |= unit;
    }
}

}  // namespace

std::vector<Block> make_blocks(const Article& article, const FoundEvidence& found,
                               bool paragraphs) {
    const std::string_view body = article.body;
    const std::vector<std::uint32_t> breaks = paragraph_starts(body);
    const std::vector<std::uint32_t>& starts = paragraphs ? breaks : found.sentence_offsets;
    std::vector<Block> blocks;
    blocks.reserve(starts.size());
    auto next_break = breaks.begin();
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t next = i + 1 < starts.size() ? starts[i + 1] : body.size();
        Block block;
        block.span = {starts[i], trimmed_end(body, starts[i], static_cast<std::uint32_t>(next))};
        block.begins_paragraph = next_break != breaks.end() && *next_break <= starts[i];
        while (next_break != breaks.end() && *next_break <= starts[i]) ++next_break;
        const std::size_t length = block.span.end - block.span.begin;
        block.repeats_title = repeats(body.substr(block.span.begin, length), article.title);
        blocks.push_back(block);
    }
    if (!blocks.empty()) note_places(found.places, blocks);
    return blocks;
}

}  // namespace dateline
