// SPDX-License-Identifier: GPL-2.0-or-later
// Operators between operands. From tightest to loosest: proximity, NOT and AND, OR; what is left
// side by side is a sequence. docs/query-language.md has the grammar.
#include "searcher/query/parser.h"

#include <algorithm>
#include <utility>

#include "searcher/query/characters.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

Node single_or(NodeKind kind, Span span, std::vector<Node> children) {
    if (children.size() == 1) return std::move(children.front());
    return make_parent(kind, span, std::move(children));
}

Node negated(Node node) {
    const Span span = node.span;
    std::vector<Node> children;
    children.push_back(std::move(node));
    return make_parent(NodeKind::negated, span, std::move(children));
}

/// A chain that is one word of free text.
bool is_bare_word(const Chain& chain) {
    return !chain.operators && chain.wanted.size() == 1 && chain.wanted[0].kind == NodeKind::word &&
           chain.wanted[0].field.empty();
}

bool is_joined(const Chain& chain) {
    return chain.operators && chain.wanted.size() == 1 && chain.excluded.empty();
}

}  // namespace

Node make_parent(NodeKind kind, Span span, std::vector<Node> children) {
    Node node;
    node.kind = kind;
    node.span = span;
    node.children = std::move(children);
    return node;
}

std::string Parser::typed(Span span) const {
    return shown(place_.query.substr(span.begin, span.end - span.begin));
}

void Parser::note(std::string text) {
    if (std::ranges::find(lexed_.notes, text) == lexed_.notes.end())
        lexed_.notes.push_back(std::move(text));
}

Error Parser::error(const Lexeme& lexeme, const std::string& what, std::string hint) const {
    return query_error(place_.query, lexeme.span.begin, what, std::move(hint));
}

Error Parser::too_deep(const Lexeme& lexeme) const {
    return error(lexeme,
                 "the query is nested more than " + std::to_string(most_query_depth) + " deep",
                 "ask a simpler question, or several");
}

Node Parser::run() {
    Node root = sequence();
    if (next_is(LexemeKind::close))
        throw error(next(), "this ')' has no '(' before it",
                    "type the ( too, leave the ) out, or put the text in quotes");
    const std::size_t first = skip_blanks(place_.query, 0);
    const bool empty = root.kind == NodeKind::sequence && root.children.empty();
    if (empty && first < place_.query.size())
        throw query_error(place_.query, first, "there is no word in the query",
                          "type a word to look for");
    root.notes = std::move(lexed_.notes);
    return root;
}

Node Parser::sequence() {
    std::vector<Chain> chains;
    const std::uint32_t begin = next().span.begin;
    while (!at_stop()) chains.push_back(or_chain());
    note_reading(chains);
    note_small_operators(chains);
    const Span span{begin, std::max(begin, last_end())};
    if (chains.size() == 1 && !chains[0].wanted.empty()) return chain_node(std::move(chains[0]));
    std::vector<Node> children;
    for (Chain& chain : chains) {
        if (!chain.wanted.empty())
            children.push_back(single_or(NodeKind::all, chain.span, std::move(chain.wanted)));
        for (Node& excluded : chain.excluded) children.push_back(negated(std::move(excluded)));
    }
    return make_parent(NodeKind::sequence, span, std::move(children));
}

/// An operator beside bare words joins only its neighbours: say so.
void Parser::note_reading(const std::vector<Chain>& chains) {
    bool doubtful = false;
    for (std::size_t i = 0; i + 1 < chains.size(); ++i)
        doubtful |= (is_bare_word(chains[i]) && is_joined(chains[i + 1])) ||
                    (is_joined(chains[i]) && is_bare_word(chains[i + 1]));
    if (!doubtful) return;
    std::string reading;
    for (const Chain& chain : chains) {
        if (!reading.empty()) reading += ' ';
        reading += is_joined(chain) ? "(" + typed(chain.span) + ")" : typed(chain.span);
    }
    note("read as: " + reading);
}

/// `strike or walkout` asks for three words; so said only where an operator could have been meant.
void Parser::note_small_operators(const std::vector<Chain>& chains) {
    for (std::size_t i = 1; i + 1 < chains.size(); ++i) {
        if (!is_bare_word(chains[i])) continue;
        const std::string& word = chains[i].wanted[0].text;
        if (word == "or") note("'or' in small letters is a plain word; type OR for either of two");
        if (word == "not") note("'not' in small letters is a plain word; type NOT to leave out");
    }
}

/// The chain as one node; what is only excluded means every article without it.
Node Parser::chain_node(Chain chain) {
    if (chain.wanted.empty()) {
        std::vector<Node> children;
        for (Node& node : chain.excluded) children.push_back(negated(std::move(node)));
        return make_parent(NodeKind::sequence, chain.span, std::move(children));
    }
    Node base = single_or(NodeKind::all, chain.span, std::move(chain.wanted));
    if (chain.excluded.empty()) return base;
    chain.excluded.insert(chain.excluded.begin(), std::move(base));
    return make_parent(NodeKind::except, chain.span, std::move(chain.excluded));
}

Chain Parser::or_chain() {
    Chain first = and_chain();
    if (!next_is(LexemeKind::or_)) return first;
    const std::uint32_t begin = first.span.begin;
    std::vector<Node> children;
    children.push_back(alternative(std::move(first)));
    while (next_is(LexemeKind::or_)) {
        require_operand(take());
        children.push_back(alternative(and_chain()));
    }
    Chain result;
    result.span = {begin, last_end()};
    result.operators = true;
    result.wanted.push_back(make_parent(NodeKind::any, result.span, std::move(children)));
    return result;
}

Node Parser::alternative(Chain chain) {
    if (chain.wanted.empty())
        note("'" + typed(chain.span) + "' as an alternative stands for every other article");
    return chain_node(std::move(chain));
}

Chain Parser::and_chain() {
    Chain chain;
    const std::uint32_t begin = next().span.begin;
    and_operand(chain);
    while (next_is(LexemeKind::and_) || next_is(LexemeKind::not_)) {
        chain.operators = true;
        if (next_is(LexemeKind::and_)) require_operand(take());
        and_operand(chain);
    }
    chain.span = {begin, last_end()};
    return chain;
}

void Parser::and_operand(Chain& chain) {
    if (!next_is(LexemeKind::not_) && !next_is(LexemeKind::minus)) {
        chain.wanted.push_back(proximity_chain(chain));
        return;
    }
    const Lexeme sign = take();
    if (next_is(LexemeKind::not_) || next_is(LexemeKind::minus))
        throw error(next(), "a word can be excluded only once", "leave one of the two signs out");
    require_operand(sign);
    chain.excluded.push_back(proximity_chain(chain));
}

Node Parser::proximity_chain(Chain& chain) {
    Node left = operand();
    for (std::uint32_t length = 1; next_is(LexemeKind::proximity); ++length) {
        const Lexeme sign = take();
        if (length > most_query_depth) throw too_deep(sign);
        chain.operators = true;
        require_operand(sign);
        Node right = operand();
        check_places(left, sign);
        check_places(right, sign);
        const Span span{left.span.begin, right.span.end};
        std::vector<Node> children;
        children.push_back(std::move(left));
        children.push_back(std::move(right));
        left = make_parent(sign.operation, span, std::move(children));
        left.number = sign.number;
    }
    return left;
}

Node parse_query(std::string_view text, const Day& today) {
    if (text.size() > most_query_bytes)
        throw query_error(text, most_query_bytes,
                          "the query is longer than " + std::to_string(most_query_bytes) + " bytes",
                          "ask a shorter question");
    return Parser(text, today, lex_query(text)).run();
}

}  // namespace dateline
