// SPDX-License-Identifier: GPL-2.0-or-later
// Query text -> lexemes: words, phrases, operators, prefixes. Knows what people type: curly quotes
// and guillemets, dashes, inch marks, URLs, smilies of copied text. The parser (parser.cpp) makes
// the tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/fields.h"
#include "searcher/query/tree.h"

namespace dateline {

enum class LexemeKind {
    word,       ///< text between blanks, as typed
    phrase,     ///< text between double quotes
    open,       ///< (
    close,      ///< )
    and_,       ///< AND &&
    or_,        ///< OR || |
    not_,       ///< NOT
    minus,      ///< - or ! directly before a word
    plus,       ///< +
    equals,     ///< = before a word or phrase, and before the value of a field
    proximity,  ///< w/n pre/n /s /p not w/n; see `operation`
    field,  ///< name: or name( of a known field; `operation` is lead, headline_lead or stated for
            ///< those
    function,  ///< name( of atleastN, firstN, caps; the parenthesis follows
    end,
};

struct Lexeme {
    LexemeKind kind = LexemeKind::end;
    Span span;
    std::string_view text;  ///< into the query: the word, the phrase without its quotes
    NodeKind operation = NodeKind::word;  ///< of proximity, field and function
    std::uint32_t number = 0;             ///< n of the operation
    const Field* field = nullptr;
};

struct LexedQuery {
    std::vector<Lexeme> lexemes;     ///< the last one is `end`
    std::vector<std::string> notes;  ///< how doubtful places were read
};

/// Throws Error for a quote that is never closed, a field that is nearly one of ours, a distance
/// that is out of range. The result refers to `query`.
LexedQuery lex_query(std::string_view query);

}  // namespace dateline
