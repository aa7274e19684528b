// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/compounds.h"

#include <algorithm>
#include <cstdint>

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {
namespace {

/// Which compounds of a row are joined rather than their parts: a bit for each, in their order.
using Joined = std::uint64_t;  // a query has at most 128 words

std::vector<std::string> row_of_forms(const std::vector<Token>& tokens, Joined joined) {
    std::vector<std::string> row;
    std::uint32_t covered = 0;  // the byte up to which a joined compound stands for its parts
    std::uint32_t bigram_end = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const auto follows = [&](TokenKind kind) {
            return i + 1 < tokens.size() && tokens[i + 1].kind == kind &&
                   tokens[i + 1].position == token.position;
        };
        const bool is_joined = (joined & 1) != 0;  // the next compound, or this one
        if (token.kind == TokenKind::joined) joined >>= 1;
        if (token.begin < covered || follows(TokenKind::bigram)) continue;
        if (token.kind == TokenKind::joined ? !is_joined : is_joined && follows(TokenKind::joined))
            continue;
        // The last character of all is inside the last bigram already.
        const bool within = token.kind == TokenKind::character && token.end == bigram_end;
        if (within && i + 1 == tokens.size()) continue;
        if (token.kind == TokenKind::joined) covered = token.end;
        if (token.kind == TokenKind::bigram) bigram_end = token.end;
        row.emplace_back(token.form);
    }
    return row;
}

}  // namespace

std::vector<std::string> row_of_parts(const std::vector<Token>& tokens) {
    return row_of_forms(tokens, 0);
}

std::vector<std::vector<std::string>> joined_rows(const std::vector<Token>& tokens) {
    constexpr std::ptrdiff_t most_compounds = 4;
    const auto compounds = std::ranges::count(tokens, TokenKind::joined, &Token::kind);
    if (compounds > most_compounds) return {row_of_forms(tokens, ~Joined{0})};
    std::vector<std::vector<std::string>> rows;
    for (Joined joined = 1; joined < Joined{1} << compounds; ++joined)
        rows.push_back(row_of_forms(tokens, joined));
    return rows;
}

std::string with_hyphens(std::string_view text) {
    constexpr std::string_view dash = "\u2013";
    std::string result(text);
    for (std::size_t at = result.find(dash); at != result.npos; at = result.find(dash, at + 1)) {
        const std::size_t behind = at + dash.size();
        if (at == 0 || behind == result.size() || ascii::is_digit(result[at - 1]) ||
            ascii::is_digit(result[behind]))
            continue;
        result.replace(at, dash.size(), "-");
    }
    return result;
}

std::vector<std::string> pattern_words(std::string_view text) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < text.size();) {
        const Character here = character_at(text, at);
        if (text[at] == '*' || text[at] == '?')
            words.back() += text[at];
        else if (here.kind == CharClass::separator || here.kind == CharClass::hyphen)
            words.emplace_back();
        else if (here.kind == CharClass::apostrophe)
            words.back() += words.back().empty() ? "" : "'";
        else if (here.kind != CharClass::ignorable)
            words.back() += here.folded;
        at += here.length;
    }
    std::erase_if(words, [](const std::string& word) { return word.empty(); });
    return words;
}

std::string hyphenated(const std::vector<Token>& tokens) {
    std::string form;
    for (const Token& token : tokens) {
        if (token.kind == TokenKind::joined) continue;
        if (token.kind != TokenKind::word) return "";
        if (!form.empty()) form += '-';
        form += token.form;
    }
    return form;
}

}  // namespace dateline
