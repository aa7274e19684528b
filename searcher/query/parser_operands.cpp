// SPDX-License-Identifier: GPL-2.0-or-later
// Operands: words, phrases, groups, and what stands before them: + = name: atleastN( firstN( caps(.
#include <algorithm>
#include <utility>

#include "searcher/query/letters.h"
#include "searcher/query/operators.h"
#include "searcher/query/parser.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

/// True if the node is found at places of the text, so that distances to it can be measured.
bool has_places(const Node& node) {
    if (node.kind == NodeKind::word || node.kind == NodeKind::phrase)
        return node.field.empty() || field(node.field).match == Match::words;
    const Operator* row = operator_of(node.kind);
    return row != nullptr && row->measurable && std::ranges::all_of(node.children, has_places);
}

bool can_be_capitals(const Node& node) {
    if (!node.field.empty()) return false;
    return node.kind == NodeKind::phrase ||
           (node.kind == NodeKind::word && node.form == WordForm::stemmed);
}

}  // namespace

/// Counts the nesting while it lives, so that hostile queries cannot exhaust the stack.
class Parser::Level {
public:
    Level(Parser& parser, const Lexeme& lexeme) : depth_(parser.depth_) {
        if (depth_ >= most_query_depth) throw parser.too_deep(lexeme);
        ++depth_;
    }
    ~Level() { --depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;

private:
    std::uint32_t& depth_;
};

void Parser::require_operand(const Lexeme& sign) const {
    if (at_stop() || next_is(LexemeKind::and_) || next_is(LexemeKind::or_) ||
        next_is(LexemeKind::proximity))
        throw missing(sign);
}

void Parser::check_places(const Node& node, const Lexeme& sign) const {
    if (has_places(node)) return;
    throw query_error(
        place_.query, node.span.begin,
        "'" + typed(sign.span) + "' takes words, phrases and groups of them joined by OR",
        "put words that stand together in quotes: \"supply chain\" w/5 risk");
}

Error Parser::missing(const Lexeme& sign) const {
    const std::string name = "'" + typed(sign.span) + "'";
    switch (sign.kind) {
        case LexemeKind::and_:
        case LexemeKind::or_:
        case LexemeKind::not_:
            return error(
                sign, name + " needs a word on each side",
                "add the word, or type \"" + typed(sign.span) + "\" in quotes to search for it");
        case LexemeKind::proximity:
            return error(sign, name + " needs a word on each side",
                         "type for example: supply " + typed(sign.span) + " risk");
        case LexemeKind::field:
        case LexemeKind::function:
        case LexemeKind::word:
        case LexemeKind::phrase:
        case LexemeKind::open:
        case LexemeKind::close:
        case LexemeKind::minus:
        case LexemeKind::plus:
        case LexemeKind::equals:
        case LexemeKind::end:
            break;
    }
    return error(sign, "nothing follows " + name, "type what to look for directly behind it");
}

Node Parser::operand() {
    const Lexeme lexeme = next();
    const Level level(*this, lexeme);
    switch (lexeme.kind) {
        case LexemeKind::word:
            count_words(take());
            return word_leaf(lexeme, place_);
        case LexemeKind::phrase:
            count_words(take());
            return phrase_leaf(lexeme, place_);
        case LexemeKind::open:
            return group();
        case LexemeKind::plus:
        case LexemeKind::equals:
            return prefixed(take());
        case LexemeKind::field:
            return in_field(take());
        case LexemeKind::function:
            return call(take());
        case LexemeKind::minus:
            throw error(lexeme, "a part of this operator cannot be excluded",
                        "put what is excluded last: strike w/5 rail -bus");
        case LexemeKind::and_:
        case LexemeKind::or_:
        case LexemeKind::not_:
        case LexemeKind::proximity:
        case LexemeKind::close:
        case LexemeKind::end:
            break;
    }
    throw missing(lexeme);
}

void Parser::count_words(const Lexeme& lexeme) {
    bool blank = true;
    for (const char c : lexeme.text) {
        if (blank && c != ' ') ++words_;
        blank = c == ' ';
    }
    if (words_ > most_query_words)
        throw error(lexeme,
                    "the query has more than " + std::to_string(most_query_words) + " words",
                    "leave out the words that matter least");
}

Node Parser::group() {
    const Lexeme open = take();
    if (next_is(LexemeKind::close))
        throw error(open, "there is nothing between the parentheses",
                    "type words between them, or put the text in quotes");
    Node inside = sequence();
    if (!next_is(LexemeKind::close))
        throw error(open, "this '(' is never closed", "type ) behind the group's last word");
    inside.span = {open.span.begin, take().span.end};
    return inside;
}

Node Parser::prefixed(const Lexeme& sign) {
    const bool plus = sign.kind == LexemeKind::plus;
    const bool in_field = place_.field != nullptr;
    const bool fits = plus ? !at_stop() && !next_is(LexemeKind::minus)
                           : next_is(LexemeKind::word) || next_is(LexemeKind::phrase) ||
                                 (in_field && next_is(LexemeKind::open));
    if (!fits)
        throw error(sign, "'" + typed(sign.span) + "' stands directly before a word",
                    "type for example " + typed(sign.span) + "strike");
    const bool outer = std::exchange(place_.exact, place_.exact || !plus);
    Node node = operand();
    place_.exact = outer;
    if (plus) node.required = true;
    if (!plus && !in_field && node.text.find('*') != std::string::npos && has_accents(node.text))
        note("accents are not looked at in '" + shown(node.text) + "', since it has a *");
    node.span.begin = sign.span.begin;
    return node;
}

Node Parser::in_field(const Lexeme& name) {
    if (at_stop()) throw missing(name);
    if (name.operation == NodeKind::stated) {
        if (!next_is(LexemeKind::word)) throw missing(name);
        Node node = stated_leaf(take(), place_);
        node.span.begin = name.span.begin;
        return node;
    }
    const Field* outer = std::exchange(place_.field, name.field);
    Node inside = operand();
    place_.field = outer;
    inside.span.begin = name.span.begin;
    if (name.operation == NodeKind::word) return inside;
    const Span span = inside.span;
    std::vector<Node> children;
    children.push_back(std::move(inside));
    return make_parent(name.operation, span, std::move(children));
}

Node Parser::call(const Lexeme& name) {
    Node inside = group();
    const Span span{name.span.begin, inside.span.end};
    if (name.operation == NodeKind::capitals) return capitals(std::move(inside), span);
    if (name.operation == NodeKind::at_least) check_places(inside, name);
    std::vector<Node> children;
    children.push_back(std::move(inside));
    Node node = make_parent(name.operation, span, std::move(children));
    node.number = name.number;
    return node;
}

/// caps(US), caps("White House"), caps(White House), caps(US OR UK).
Node Parser::capitals(Node inside, Span span) {
    if (inside.kind == NodeKind::any) {
        for (Node& child : inside.children) child = capitals(std::move(child), child.span);
        return inside;
    }
    Node node = make_parent(NodeKind::capitals, span, {});
    const bool several = inside.kind == NodeKind::sequence;
    std::vector<Node> parts = several ? std::move(inside.children) : std::vector<Node>{};
    if (!several) parts.push_back(std::move(inside));
    for (const Node& part : parts) {
        if (!can_be_capitals(part))
            throw query_error(place_.query, part.span.begin,
                              "'caps' takes a word, a phrase, or such joined by OR",
                              "type for example caps(US) or caps(US OR UK)");
        if (!node.text.empty()) node.text += ' ';
        node.text += part.text;
    }
    return node;
}

}  // namespace dateline
