// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "searcher/query/characters.h"
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

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

class Lexer {
public:
    explicit Lexer(std::string_view query) : text_(query) {}

    LexedQuery run() {
        while (at_ < text_.size()) step();
        push(LexemeKind::end, at_, at_);
        return std::move(result_);
    }

private:
    void step() {
        if (const std::size_t blank = blank_length(text_, at_)) {
            at_ += blank;
        } else if (const std::size_t quote = quote_length(text_, at_)) {
            phrase(quote);
        } else if (const std::size_t open = open_length(text_, at_)) {
            push(LexemeKind::open, at_, at_ + open);
        } else if (const std::size_t close = close_length(text_, at_)) {
            push(LexemeKind::close, at_, at_ + close);
        } else if (dash_length(text_, at_) != 0) {
            dash();
        } else if ((text_[at_] == '+' || text_[at_] == '=') && operand_follows(at_ + 1)) {
            push(text_[at_] == '+' ? LexemeKind::plus : LexemeKind::equals, at_, at_ + 1);
        } else {
            classify(run_end());
        }
    }

    Lexeme& push(LexemeKind kind, std::size_t begin, std::size_t end) {
        Lexeme lexeme;
        lexeme.kind = kind;
        lexeme.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        lexeme.text = text_.substr(begin, end - begin);
        result_.lexemes.push_back(lexeme);
        at_ = end;
        return result_.lexemes.back();
    }

    void push_operation(LexemeKind kind, std::size_t end, const Operation& operation) {
        Lexeme& lexeme = push(kind, at_, end);
        lexeme.operation = operation.kind;
        lexeme.number = operation.number;
    }

    void note(std::string text) {
        if (std::ranges::find(result_.notes, text) == result_.notes.end())
            result_.notes.push_back(std::move(text));
    }

    Error error(const std::string& what, std::string hint) const {
        return query_error(text_, at_, what, std::move(hint));
    }

    bool blank_at(std::size_t at) const {
        return at >= text_.size() || blank_length(text_, at) != 0;
    }

    void phrase(std::size_t quote) {
        const std::size_t begin = at_ + quote;
        std::size_t end = begin;
        while (end < text_.size() && quote_length(text_, end) == 0) ++end;
        if (end == text_.size())
            throw error("this quote is never closed",
                        "type \" behind the phrase's last word, or leave the quote out");
        const std::string_view inside = text_.substr(begin, end - begin);
        const std::size_t after = end + quote_length(text_, end);
        if (count_letters(inside) == 0) {
            note("a phrase without words was left out: " + shown(text_.substr(at_, after - at_)));
            at_ = after;
            return;
        }
        push(LexemeKind::phrase, at_, after).text = inside;
        if (after + 1 < text_.size() && text_[after] == '~' && is_digit(text_[after + 1]))
            throw error("'~' goes behind single words, not behind phrases",
                        "for words near each other type for example: supply w/5 risk");
    }

    /// True if, before the next blank, something follows that an operator can apply to.
    bool operand_follows(std::size_t at) const {
        for (; !blank_at(at) && close_length(text_, at) == 0; ++at) {
            if (begins_word(text_, at) || text_[at] == '*') return true;
            if (quote_length(text_, at) != 0 || open_length(text_, at) != 0) return true;
        }
        return false;
    }

    /// Dashes before a word: only a single plain one means "without".
    void dash() {
        std::size_t end = at_;
        while (end < text_.size() && dash_length(text_, end) != 0) end += dash_length(text_, end);
        const bool operand = operand_follows(end);
        if (operand && text_.substr(at_, end - at_) == "-") {
            push(LexemeKind::minus, at_, end);
            return;
        }
        if (operand) note_dash(end);
        at_ = end;
    }

    void note_dash(std::size_t word) {
        constexpr std::size_t most_bytes = 200;
        std::size_t end = word;
        while (end < word + most_bytes && !blank_at(end) && close_length(text_, end) == 0) ++end;
        note("'" + shown(text_.substr(at_, end - at_)) +
             "' was read without its dash; to leave a word out, type one plain - before it");
    }

    /// True for the quote of 6" and 12": behind a digit, before a blank or punctuation.
    bool is_inch_mark(std::size_t at) const {
        if (text_[at] != '"' || at == at_ || !is_digit(text_[at - 1])) return false;
        return at + 1 == text_.size() || !begins_word(text_, at + 1);
    }

    /// The end of the text that belongs together here. A URL's parentheses belong to it in pairs.
    std::size_t run_end() const {
        std::size_t open = 0;
        std::optional<std::size_t> url_end;  // the parentheses of a URL count up to here
        std::size_t at = at_;
        for (; !blank_at(at); ++at) {
            if (quote_length(text_, at) != 0 && !is_inch_mark(at)) break;
            if (!url_end && text_.substr(at, 3) == "://") url_end = last_close(at);
            if (open_length(text_, at) != 0) {
                if (at >= url_end.value_or(0)) break;
                ++open;
            }
            if (close_length(text_, at) != 0 && open-- == 0) break;
        }
        return at;
    }

    /// Where the last closing parenthesis of the word stands, in its next bytes; 0 if none does.
    std::size_t last_close(std::size_t at) const {
        constexpr std::size_t most_bytes = 512;
        const std::size_t stop = at + most_bytes;
        std::size_t last = 0;
        for (; at < stop && !blank_at(at); ++at)
            if (close_length(text_, at) != 0) last = at;
        return last;
    }

    void classify(std::size_t end) {
        const std::string_view run = text_.substr(at_, end - at_);
        if (operator_word(run) || field_name(run) || proximity(run) || function(run)) return;
        const bool wildcard = run.find_first_of("*?") != std::string_view::npos;
        if (is_plain_punctuation(run)) {
            at_ = end;
        } else if (count_letters(run) == 0 && !wildcard) {
            note("'" + shown(run) + "' has no letters or digits and was left out");
            at_ = end;
        } else {
            if (run.front() == '!')
                note("'" + shown(run) + "' was read as a word; to leave a word out, type -" +
                     shown(run.substr(1)));
            push(LexemeKind::word, at_, end);
        }
    }

    bool operator_word(std::string_view run) {
        const auto row = std::ranges::find(operator_words, run, &OperatorWord::spelling);
        if (row == operator_words.end()) return false;
        push(row->kind, at_, at_ + run.size());
        return true;
    }

    bool proximity(std::string_view run) {
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

    void check_number(const Operation& found, std::string_view run, const std::string& what,
                      std::string hint) const {
        if (found.numbered && found.number == 0)
            throw error("'" + shown(run) + "': " + what, std::move(hint));
    }

    /// `not w/3` is one operator, with `not` in any case.
    bool merge_not(const Operation& found, std::size_t end) {
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

    /// A name with its parenthesis; behind a name with a number blanks may stand between.
    bool function(std::string_view run) {
        const auto found = find_function(run);
        if (!found) return field_call(run);
        std::size_t next = at_ + run.size();
        if (found->numbered) next = skip_blanks(text_, next);
        if (next >= text_.size() || open_length(text_, next) == 0) return false;
        check_number(*found, run, "the number is out of range",
                     "type for example atleast3(strike) or first50(strike)");
        const bool place = found->kind == NodeKind::lead || found->kind == NodeKind::headline_lead;
        push_operation(place ? LexemeKind::field : LexemeKind::function, at_ + run.size(), *found);
        return true;
    }

    /// Nexis writes headline(…) and byline(…) for headline:(…) and byline:(…).
    bool field_call(std::string_view run) {
        const std::size_t end = at_ + run.size();
        const std::string name = small_letters(run);
        if ((name != "headline" && name != "byline") || blank_at(end) ||
            open_length(text_, end) == 0)
            return false;
        push(LexemeKind::field, at_, end).field = find_field(name);
        return true;
    }

    bool field_name(std::string_view run) {
        const std::size_t sign = run.find_first_of(":=<>");
        if (sign == std::string_view::npos || sign == 0) return false;
        const std::string_view name = run.substr(0, sign);
        if (run[sign] != ':') {
            check_name(run.substr(0, sign + 1), foreign_code(name));
            return false;
        }
        const std::size_t value = at_ + sign + 1;
        const auto found = find_field_name(name);
        if (!found) {
            if (!blank_at(value) && text_.substr(value, 2) != "//")
                check_name(name, better_field_name(name));
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
    bool take_detached(std::string_view name, std::size_t value) {
        if (small_letters(name) != name) return false;
        const std::string typed(name);
        if (skip_blanks(text_, value) == text_.size())
            throw error("nothing follows '" + typed + ":'",
                        "type what to look for directly behind the colon");
        note("'" + typed + ": ' was read as the field; quote \"" + typed +
             "\" to search for the word");
        return true;
    }

    void check_name(std::string_view name, const std::string& better) const {
        if (better.empty()) return;
        throw error("there is no field '" + shown(name) + "'",
                    "type " + better + "…, or put the words in quotes");
    }

    /// What stands behind a colon is taken as it is, operators and further colons included.
    void field_value() {
        if (blank_at(at_) || quote_length(text_, at_) != 0 || open_length(text_, at_) != 0) return;
        const std::size_t end = run_end();
        if (end > at_ && !function(text_.substr(at_, end - at_))) push(LexemeKind::word, at_, end);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    LexedQuery result_;
};

}  // namespace

LexedQuery lex_query(std::string_view query) {
    return Lexer(query).run();
}

}  // namespace dateline
