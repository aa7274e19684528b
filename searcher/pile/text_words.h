// SPDX-License-Identifier: GPL-2.0-or-later
// The words of texts that are compared with each other: by number, with their places and
// paragraphs. Words are equal if they are folded alike (common/analysis.h), so that case, accents,
// quotation marks and spacing make no difference.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "searcher/query/span.h"

namespace dateline {

/// One of a text's paragraphs that has words.
struct ParagraphWords {
    std::uint32_t begin = 0;  ///< its words, [begin, end)
    std::uint32_t end = 0;
    Span span;  ///< its bytes, without the blanks behind it

    std::uint32_t size() const { return end - begin; }
};

struct TextWords {
    std::string_view text;
    std::vector<std::uint32_t> numbers;  ///< equal for equal words, in all texts of one WordNumbers
    std::vector<Span> words;             ///< their bytes
    std::vector<std::uint32_t> stretches;  ///< where each word's stretch begins, see stretch_of()
    std::vector<ParagraphWords> paragraphs;
    std::vector<std::uint32_t> paragraph_of;  ///< of each word

    std::uint32_t size() const { return static_cast<std::uint32_t>(numbers.size()); }

    /// The bytes of words [begin, end), with the marks and blanks that stand beside each: the
    /// stretches of a paragraph's words cover it. Of no words, the empty place before `begin`.
    Span stretch_of(std::uint32_t begin, std::uint32_t end) const;

    /// What stands between a word and the one before it.
    std::string_view gap_before(std::uint32_t word) const {
        const std::uint32_t begin = word == 0 ? 0 : words[word - 1].end;
        return text.substr(begin, words[word].begin - begin);
    }

    /// What is typed of a word.
    std::string_view typed(std::uint32_t word) const {
        return text.substr(words[word].begin, words[word].end - words[word].begin);
    }
};

/// Whether it stands within one thing: 7:44, 2016-17, 24/7, F-16, an address.
bool is_joint(std::string_view gap);

enum class Paragraphs { apart, as_one };

/// Numbers words in the order in which they come.
class WordNumbers {
public:
    TextWords words_of(std::string_view text, Paragraphs paragraphs = Paragraphs::apart);

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace dateline
