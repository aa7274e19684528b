// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/text_words.h"

#include <algorithm>

#include "common/analysis.h"
#include "common/ascii.h"
#include "common/sentences.h"

namespace dateline {
namespace {

/// What stands between two words belongs to the first one up to its last blank, else all of it.
std::uint32_t stretch_begin(std::string_view text, std::uint32_t gap_begin, std::uint32_t word) {
    std::uint32_t at = word;
    while (at > gap_begin && !ascii::is_blank(text[at - 1])) --at;
    return at > gap_begin ? at : word;
}

std::uint32_t without_blanks_behind(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    while (end > begin && ascii::is_blank(text[end - 1])) --end;
    return end;
}

void add_paragraphs(TextWords& result, const std::vector<std::uint32_t>& starts) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::uint32_t next =
            i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(result.text.size());
        ParagraphWords paragraph{word, word, {starts[i], starts[i]}};
        while (paragraph.end < result.size() && result.words[paragraph.end].begin < next)
            ++paragraph.end;
        if (paragraph.size() == 0) continue;
        word = paragraph.end;
        paragraph.span.end = without_blanks_behind(result.text, starts[i], next);
        result.stretches[paragraph.begin] = starts[i];
        result.paragraph_of.resize(word, static_cast<std::uint32_t>(result.paragraphs.size()));
        result.paragraphs.push_back(paragraph);
    }
}

}  // namespace

Span TextWords::stretch_of(std::uint32_t begin, std::uint32_t end) const {
    const auto begin_of = [&](std::uint32_t word) {
        if (word < size()) return stretches[word];
        return paragraphs.empty() ? 0 : paragraphs.back().span.end;
    };
    if (begin == end) return {begin_of(begin), begin_of(begin)};
    const ParagraphWords& last = paragraphs[paragraph_of[end - 1]];
    return {stretches[begin], end == last.end ? last.span.end : stretches[end]};
}

bool is_joint(std::string_view gap) {
    constexpr std::string_view joints = "-/:.,_=&?#";
    return gap == "\u2013" || (gap.size() == 1 && joints.find(gap) != std::string_view::npos);
}

TextWords WordNumbers::words_of(std::string_view text, Paragraphs paragraphs) {
    TextWords result;
    result.text = text;
    std::uint32_t gap_begin = 0;
    Tokenizer().for_each_part(text, [&](std::span<const Token> part) {
        for (const Token& token : part) {
            if (token.kind != TokenKind::word && token.kind != TokenKind::character) continue;
            const auto [known, added] = numbers_.try_emplace(
                std::string(token.form), static_cast<std::uint32_t>(numbers_.size()));
            result.numbers.push_back(known->second);
            result.words.push_back({token.begin, token.end});
            result.stretches.push_back(stretch_begin(text, gap_begin, token.begin));
            gap_begin = token.end;
        }
    });
    std::vector<std::uint32_t> starts = paragraph_starts(text);
    if (paragraphs == Paragraphs::as_one && !starts.empty())
        starts.erase(starts.begin() + 1, starts.end());
    add_paragraphs(result, starts);
    return result;
}

}  // namespace dateline
