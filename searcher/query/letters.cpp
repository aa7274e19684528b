// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/letters.h"

#include <algorithm>

#include "common/analysis.h"
#include "common/code_points.h"

namespace dateline {
namespace {

/// The tokens live until the next call on the same thread.
const std::vector<Token>& tokens_of(std::string_view text) {
    thread_local Tokenizer tokenizer;
    return tokenizer.tokens(text);
}

}  // namespace

std::string with_accents(std::string_view text) {
    std::string letters;
    for (const Token& token : tokens_of(text))
        if (token.kind == TokenKind::word || token.kind == TokenKind::character)
            letters += token.accented.empty() ? token.form : token.accented;
    return composed(letters);
}

bool has_accents(std::string_view text) {
    return std::ranges::any_of(tokens_of(text),
                               [](const Token& token) { return !token.accented.empty(); });
}

bool has_capitals_only(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.kind == CharClass::letter && text.substr(at, c.length) == c.accented) return false;
        at += c.length;
    }
    return true;
}

}  // namespace dateline
