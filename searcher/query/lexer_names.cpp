// SPDX-License-Identifier: GPL-2.0-or-later
// Runs of text: words, and what is spelt as words: operators, names of fields, functions. What
// looks like an operator of elsewhere is never taken for a word without saying so.
#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "searcher/query/characters.h"
#include "searcher/query/lexer_state.h"
#include "searcher/query/operators.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

struct OperatorWord {
    std::string_view spelling;
    LexemeKind kind;
};
constexpr std::array operator_words{
    OperatorWord{"AND", LexemeKind::and_}, OperatorWord{"&&", LexemeKind::and_},
    OperatorWord{"OR", LexemeKind::or_},   OperatorWord{"||", LexemeKind::or_},
    OperatorWord{"|", LexemeKind::or_},    OperatorWord{"NOT", LexemeKind::not_},
};

/// True for punctuation that may stand alone in a sentence without any meaning for a query.
bool is_plain_punctuation(std::string_view run) {
    constexpr std::string_view signs = "&/`_";
    for (std::size_t at = 0; at < run.size();) {
        const std::size_t mark = mark_length(run, at);
        if (mark == 0 && signs.find(run[at]) == std::string_view::npos) return false;
        at += mark != 0 ? mark : 1;
    }
    return true;
}

bool only_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_small_name(std::string_view name) {
    return name.size() > 1 &&
           std::ranges::all_of(name, [](char c) { return c >= 'a' && c <= 'z'; });
}

/// author(s) and section(3), as a text has them.
bool is_text_call(std::string_view name, std::string_view inside, const Field& field) {
    const std::string ending = ascii::lowered(inside);
    if (ending == "s" || ending == "es") return true;
    if (in_capitals(name)) return false;
    constexpr std::size_t shortest = 4;  // of a foreign name that is no word: PUB, but not pub
    const bool ours = find_field(ascii::lowered(name)) != nullptr;
    return (!ours && name.size() < shortest) ||
           (only_digits(inside) && field.match != Match::range);
}

}  // namespace

void Lexer::classify(std::size_t end) {
    const std::string_view run = text_.substr(at_, end - at_);
    check_range_end(run);
    if (operator_word(run) || field_name(run) || proximity(run) || function(run) || field_call(run))
        return;
    const bool wildcard = run.find_first_of("*?") != std::string_view::npos;
    if (is_plain_punctuation(run)) {
        at_ = end;
    } else if (count_letters(run) == 0 && !wildcard) {
        note("'" + shown(run) + "' has no letters or digits and was left out");
        at_ = end;
    } else {
        check_meant(run);
        check_first_words(run);
        word(run);
    }
}

/// Nexis and Lucene mean something by a !, a sentence does not.
void Lexer::word(std::string_view run) {
    const std::string_view core = run.substr(0, run.size() - (run.ends_with('!') ? 1 : 0));
    if (core.size() < run.size() && count_letters(core) > 0 && begins_word(core, 0) &&
        core.find_first_of("!?*") == std::string_view::npos)
        note("'" + shown(run) + "' was read without its !; for all words that begin so type " +
             shown(core) + "*");
    if (const auto found = find_function(run); found && found->numbered)
        note("'" + shown(run) + "' was read as a word; as an operator it needs parentheses: " +
             ascii::lowered(run) + "(strike)");
    note_unknown_call(run);
    push(LexemeKind::word, at_, at_ + run.size());
}

/// Nexis's COMPANY(…), which is no field here, and PUB (…) with a blank.
void Lexer::note_unknown_call(std::string_view run) {
    const std::size_t end = at_ + run.size();
    if (!opens_at(skip_blanks(text_, end)) || !in_capitals(run)) return;
    const Field* called = find_called_field(run);
    if (called != nullptr && blank_at(end))
        note("'" + shown(run) + "' was read as a word; for the field type " +
             std::string(called->name) + ":(…)");
    if (called == nullptr && opens_at(end))
        note("there is no field '" + shown(run) + "', so it was read as a word");
}

bool Lexer::operator_word(std::string_view run) {
    const auto row = std::ranges::find(operator_words, run, &OperatorWord::spelling);
    if (row == operator_words.end()) return false;
    push(row->kind, at_, at_ + run.size());
    return true;
}

bool Lexer::proximity(std::string_view run) {
    auto found = find_proximity(run);
    std::size_t end = at_ + run.size();
    if (run == "AROUND" && end < text_.size() && text_[end] == '(') {
        const std::size_t close = text_.find(')', end);
        if (close != std::string_view::npos)
            found = find_proximity("w/" + std::string(text_.substr(end + 1, close - end - 1)));
        if (found) end = close + 1;
    }
    if (!found) return false;
    check_number(*found, run, "the distance must be 1 to 255 words", "type for example w/5");
    if (!merge_not(*found, end)) push_operation(LexemeKind::proximity, end, *found);
    return true;
}

void Lexer::check_number(const TypedOperator& found, std::string_view run, const std::string& what,
                         std::string hint) const {
    if (found.numbered && found.number == 0)
        throw error("'" + shown(run) + "': " + what, std::move(hint));
}

/// `not w/3` is one operator, with `not` in any case.
bool Lexer::merge_not(const TypedOperator& found, std::size_t end) {
    if (result_.lexemes.empty()) return false;
    const Lexeme& last = result_.lexemes.back();
    if (last.kind != LexemeKind::not_ && !(last.kind == LexemeKind::word && last.text == "not"))
        return false;
    at_ = last.span.begin;
    if (found.kind != NodeKind::near)
        throw error("'not' goes with w/n only", "type for example: river not w/3 bank");
    result_.lexemes.pop_back();
    push_operation(LexemeKind::proximity, end, {NodeKind::not_near, found.number, true});
    return true;
}

/// An operator of elsewhere between two operands that is none here: NEAR without its number. In a
/// text that is all in capitals it is likely a word.
void Lexer::check_meant(std::string_view run) {
    const std::string ours(operator_meant(run));
    if (ours.empty() || result_.lexemes.empty()) return;
    const LexemeKind last = result_.lexemes.back().kind;
    const bool between =
        (last == LexemeKind::word || last == LexemeKind::phrase || last == LexemeKind::close) &&
        operand_follows(skip_blanks(text_, at_ + run.size()));
    if (!between) return;
    const std::string name = "'" + shown(run) + "'";
    if (in_capitals(run) && has_small_letter(text_))
        throw error(name + " is no operator here",
                    "type for example strike " + ours + " rail, or put the word in quotes");
    note(name + " was read as a word; the operator is typed: strike " + ours + " rail");
}

/// Factiva's a/F50/ is first50(a).
void Lexer::check_first_words(std::string_view run) const {
    if (run.size() < 4 || run.back() != '/') return;
    const std::size_t slash = run.rfind('/', run.size() - 2);
    if (slash == std::string_view::npos) return;
    const std::string_view inside = run.substr(slash + 1, run.size() - slash - 2);
    if (inside.empty() || (inside[0] != 'F' && inside[0] != 'f') || !only_digits(inside.substr(1)))
        return;
    throw error("'" + shown(run.substr(slash)) + "' is no operator here",
                "type first" + std::string(inside.substr(1)) + "(" +
                    (slash == 0 ? "strike" : shown(run.substr(0, slash))) + ")");
}

/// What is left of `date:2018 .. 2019`, of which the field took 2018 alone.
void Lexer::check_range_end(std::string_view run) {
    const std::vector<Lexeme>& lexemes = result_.lexemes;
    if (lexemes.size() < 2) return;
    const Field* field = lexemes[lexemes.size() - 2].field;
    if (field == nullptr || field->match != Match::range) return;
    const std::string begun = shown(lexemes.back().text);
    const std::string ours = std::string(field->name) + ":" + begun + shown(run);
    if (run.starts_with("..")) throw error("a range has neither blanks nor quotes", "type " + ours);
    if (lexemes.back().text.ends_with("..") && run[0] >= '0' && run[0] <= '9')
        note("'" + begun + "' was read as a range without an end, and '" + shown(run) +
             "' as a word; a range has no blanks: " + ours);
}

/// `title:author:x` and `title:PUB(x)`: of one word two fields are none.
void Lexer::check_no_field(std::string_view run) const {
    const std::size_t colon = run.find(':');
    const bool inner = colon != std::string_view::npos && colon > 0 && colon + 1 < run.size() &&
                       find_field_name(run.substr(0, colon));
    if (!inner && (!opens_at(at_ + run.size()) || find_called_field(run) == nullptr)) return;
    throw error("a field cannot stand inside another",
                "type each before a word of its own: outlet:npr title:strike");
}

/// A name with its parenthesis; behind a name with a number blanks may stand between.
bool Lexer::function(std::string_view run) {
    const auto found = find_function(run);
    if (!found) return false;
    std::size_t next = at_ + run.size();
    if (found->numbered) next = skip_blanks(text_, next);
    if (!opens_at(next)) return false;
    check_number(*found, run, "the number is out of range",
                 "type for example atleast3(strike) or first50(strike)");
    const bool place = !found->numbered && operator_of(found->kind)->inside == Inside::place;
    push_operation(place ? LexemeKind::field : LexemeKind::function, at_ + run.size(), *found);
    return true;
}

/// Nexis and ProQuest write HEADLINE(…) and TI(…) for title:(…).
bool Lexer::field_call(std::string_view run) {
    const std::size_t end = at_ + run.size();
    const Field* found = opens_at(end) ? find_called_field(run) : nullptr;
    if (found == nullptr) return false;
    std::size_t close = end;
    while (close < text_.size() && close_length(text_, close) == 0) ++close;
    const std::size_t begin = end + open_length(text_, end);
    const std::string_view inside = text_.substr(begin, std::max(begin, close) - begin);
    if (is_text_call(run, inside, *found)) {
        note("'" + shown(text_.substr(at_, close - at_)) +
             ")' was read as words; for the field type " + std::string(found->name) + ":" +
             shown(inside));
        return false;
    }
    push(LexemeKind::field, at_, end).field = found;
    return true;
}

bool Lexer::field_name(std::string_view run) {
    const std::size_t sign = run.find_first_of(":=<>");
    if (sign == std::string_view::npos || sign == 0) return false;
    const std::string_view name = run.substr(0, sign);
    if (run[sign] != ':') {
        check_name(run.substr(0, sign + 1), foreign_name(name, run[sign]));
        return false;
    }
    const std::size_t value = at_ + sign + 1;
    const auto found = find_field_name(name);
    if (!found) {
        check_unknown(name, value);
        return false;
    }
    if (blank_at(value) && !take_detached(name, value)) return false;
    Lexeme& lexeme = push(LexemeKind::field, at_, value);
    lexeme.text = name;
    lexeme.field = found->field;
    lexeme.operation = found->operation;
    at_ = skip_blanks(text_, at_);
    field_value();
    return true;
}

/// `author: novruz`: a field if the name is in small letters (else a pasted "Date: …").
bool Lexer::take_detached(std::string_view name, std::size_t value) {
    if (ascii::lowered(name) != name) return false;
    const std::string typed(name);
    if (skip_blanks(text_, value) == text_.size())
        throw error("nothing follows '" + typed + ":'",
                    "type what to look for directly behind the colon");
    note("'" + typed + ": ' was read as the field; quote \"" + typed + "\" to search for the word");
    return true;
}

void Lexer::check_unknown(std::string_view name, std::size_t value) {
    const std::string ours = foreign_name(name, ':');
    if (blank_at(value) && is_small_name(name) && !ours.empty())
        note("'" + shown(name) + ":' was read as a word; for the field type " + ours + "…");
    if (blank_at(value) || text_.substr(value, 2) == "//") return;
    check_name(name, ours.empty() ? nearest_field_name(name) : ours);
    if (is_small_name(name))
        note("there is no field '" + shown(name) + "', so '" + shown(name) +
             ":' was read as a word");
}

void Lexer::check_name(std::string_view name, const std::string& better) const {
    if (better.empty()) return;
    throw error("there is no field '" + shown(name) + "'",
                "type " + better + "…, or put the words in quotes");
}

/// What stands behind a colon is taken as it is, operators and further colons included; only a =
/// before it asks for the whole value.
void Lexer::field_value() {
    if (!blank_at(at_) && text_[at_] == '=' && operand_follows(at_ + 1))
        push(LexemeKind::equals, at_, at_ + 1);
    if (blank_at(at_) || quote_length(text_, at_) != 0 || opens_at(at_)) return;
    const std::size_t end = run_end();
    const std::string_view run = text_.substr(at_, end - at_);
    if (run.empty() || function(run)) return;
    check_no_field(run);
    push(LexemeKind::word, at_, end);
}

}  // namespace dateline
