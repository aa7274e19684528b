// SPDX-License-Identifier: GPL-2.0-or-later
// The parser's state, for its two files: parser.cpp has the operators between operands,
// parser_operands.cpp the operands. Nobody else includes this: see parse_query (tree.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/lexer.h"
#include "searcher/query/operands.h"
#include "searcher/query/tree.h"

namespace dateline {

/// Operands held together by AND and NOT, not yet made into a node: side by side with others its
/// excluded parts are excluded from the whole sequence.
struct Chain {
    std::vector<Node> wanted;
    std::vector<Node> excluded;
    Span span;
    bool operators = false;  ///< an AND, OR, NOT or proximity outside parentheses
};

Node make_parent(NodeKind kind, Span span, std::vector<Node> children);

/// Recursive descent. Its depth is that of parentheses and prefixes, at most most_query_depth.
class Parser {
public:
    Parser(std::string_view query, const Day& today, LexedQuery lexed)
        : place_{query, today, nullptr}, lexed_(std::move(lexed)) {}

    Node run();

private:
    class Level;

    const Lexeme& next() const { return lexed_.lexemes[at_]; }
    bool next_is(LexemeKind kind) const { return next().kind == kind; }
    bool at_stop() const { return next_is(LexemeKind::end) || next_is(LexemeKind::close); }
    Lexeme take() { return lexed_.lexemes[at_ + 1 < lexed_.lexemes.size() ? at_++ : at_]; }
    std::uint32_t last_end() const { return at_ == 0 ? 0 : lexed_.lexemes[at_ - 1].span.end; }
    std::string typed(Span span) const;
    void note(std::string text);
    Error error(const Lexeme& lexeme, const std::string& what, std::string hint) const;
    Error too_deep(const Lexeme& lexeme) const;
    Error missing(const Lexeme& sign) const;
    void require_operand(const Lexeme& sign) const;
    void check_places(const Node& node, const Lexeme& sign) const;

    Node sequence();
    void note_reading(const std::vector<Chain>& chains);
    void note_small_operators(const std::vector<Chain>& chains);
    Node chain_node(Chain chain);
    Chain or_chain();
    Node alternative(Chain chain);
    Chain and_chain();
    void and_operand(Chain& chain);
    Node proximity_chain(Chain& chain);

    Node operand();
    void count_words(const Lexeme& lexeme);
    Node group();
    Node prefixed(const Lexeme& sign);
    Node in_field(const Lexeme& name);
    Node call(const Lexeme& name);
    Node capitals(Node inside, Span span);

    LeafPlace place_;
    LexedQuery lexed_;
    std::size_t at_ = 0;
    std::uint32_t depth_ = 0;
    std::uint32_t words_ = 0;
};

}  // namespace dateline
