// SPDX-License-Identifier: GPL-2.0-or-later
// Text analysis: text -> words with byte spans -> folded forms -> stems. The indexer, the query and
// the passage finder all go through here, so that what is typed, what is indexed and what is lit
// agree.
//
// Words as people type them: compatibility forms, case and accents folded, curly apostrophes
// straight, soft hyphens and zero-width characters dropped, U.S. = us, possessive 's dropped, 1,000
// = 1000, 3.5 kept, inner apostrophes kept (don't). A compound (well-being, F-16, AT&T) gives its
// parts and, at the position of the first, the parts joined (wellbeing, f16, att). Chinese,
// Japanese and Korean text gives its characters and, at the same positions, their bigrams.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Kept in the index: another number means that queries and index would disagree, so rebuild.
inline constexpr int analysis_version = 3;

enum class TokenKind : std::uint8_t {
    word,       ///< a word, or a part of a compound
    joined,     ///< a compound's parts written together; same position as its first part
    character,  ///< one character of Chinese, Japanese or Korean
    bigram,     ///< two neighbouring such characters; same position as the first
};

struct Token {
    std::string_view form;      ///< folded exact form; lives as the text and until the next call
    std::string_view accented;  ///< the form with its accents kept; empty if it has none
    std::uint32_t begin = 0;    ///< bytes of the text, [begin, end)
    std::uint32_t end = 0;
    std::uint32_t position = 0;  ///< number of the word in the text, from 0, without gaps
    TokenKind kind = TokenKind::word;
};

/// Splits texts into tokens. One object per thread; it only reuses memory.
class Tokenizer {
public:
    /// The tokens in order of position, then of kind. `text` should be valid UTF-8 of less than 4
    /// GiB; bytes that are not UTF-8 separate words. The result lives until the next call.
    const std::vector<Token>& tokens(std::string_view text);

    /// The same tokens in parts of some hundred, one after the other, so that a long text stays in
    /// the processor's cache. What a part refers to lives during its call.
    using Sink = std::function<void(std::span<const Token>)>;
    void for_each_part(std::string_view text, const Sink& sink);

private:
    void clear();

    std::vector<Token> tokens_;
    std::string forms_;  ///< folded forms that differ from the text's own bytes
    std::vector<std::uint32_t>
        form_offsets_;  ///< while scanning: where in forms_ a token's form is
};

}  // namespace dateline
