// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/lexer.h"

#include <algorithm>
#include <optional>

#include "common/ascii.h"
#include "searcher/query/characters.h"
#include "searcher/query/lexer_state.h"
#include "searcher/query/query_error.h"

namespace dateline {

LexedQuery Lexer::run() {
    while (at_ < text_.size()) step();
    push(LexemeKind::end, at_, at_);
    return std::move(result_);
}

void Lexer::step() {
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
    } else {
        sign();
    }
}

/// + = ! before an operand, else a run of text.
void Lexer::sign() {
    const char c = text_[at_];
    const std::string_view two = text_.substr(at_, 2);
    if ((two == "&&" || two == "||") && (excludes(at_ + 2) || text_.substr(at_ + 2, 1) == "!")) {
        operator_word(two);
    } else if ((c == '+' || c == '=') && operand_follows(at_ + 1)) {
        push(c == '+' ? LexemeKind::plus : LexemeKind::equals, at_, at_ + 1);
    } else if (c == '!' && excludes_twice()) {
        throw error("a word can be excluded only once", "leave one of the two signs out");
    } else if (c == '!' && excludes(at_ + 1)) {
        note("'!' was read as -: what follows it is left out");
        push(LexemeKind::minus, at_, at_ + 1);
    } else {
        classify(run_end());
    }
}

Lexeme& Lexer::push(LexemeKind kind, std::size_t begin, std::size_t end) {
    Lexeme lexeme;
    lexeme.kind = kind;
    lexeme.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    lexeme.text = text_.substr(begin, end - begin);
    result_.lexemes.push_back(lexeme);
    at_ = end;
    return result_.lexemes.back();
}

void Lexer::push_operation(LexemeKind kind, std::size_t end, const TypedOperator& operation) {
    Lexeme& lexeme = push(kind, at_, end);
    lexeme.operation = operation.kind;
    lexeme.number = operation.number;
}

void Lexer::note(std::string text) {
    if (std::ranges::find(result_.notes, text) == result_.notes.end())
        result_.notes.push_back(std::move(text));
}

Error Lexer::error(const std::string& what, std::string hint) const {
    return query_error(text_, at_, what, std::move(hint));
}

bool Lexer::blank_at(std::size_t at) const {
    return at >= text_.size() || blank_length(text_, at) != 0;
}

bool Lexer::opens_at(std::size_t at) const {
    return at < text_.size() && open_length(text_, at) != 0;
}

void Lexer::phrase(std::size_t quote) {
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
    if (after + 1 < text_.size() && text_[after] == '~' && text_[after + 1] >= '0' &&
        text_[after + 1] <= '9')
        throw error("'~' goes behind single words, not behind phrases",
                    "for words near each other type for example: supply w/5 risk");
}

/// True if, before the next blank, something follows that an operator can apply to.
bool Lexer::operand_follows(std::size_t at) const {
    for (; !blank_at(at) && close_length(text_, at) == 0; ++at) {
        if (begins_word(text_, at) || text_[at] == '*') return true;
        if (quote_length(text_, at) != 0 || open_length(text_, at) != 0) return true;
    }
    return false;
}

/// Lucene's ! stands directly before a word, phrase or group; elsewhere it ends a sentence.
bool Lexer::excludes(std::size_t at) const {
    return !blank_at(at) && (begins_word(text_, at) || quote_length(text_, at) != 0 ||
                             opens_at(at) || text_[at] == '*' || text_[at] == '=');
}

/// !!word and !-word
bool Lexer::excludes_twice() const {
    const std::size_t next = at_ + 1;
    if (next >= text_.size() || (text_[next] != '!' && text_[next] != '-')) return false;
    return excludes(next + 1);
}

/// Dashes before a word: only a single plain one means "without".
void Lexer::dash() {
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

void Lexer::note_dash(std::size_t word) {
    constexpr std::size_t most_bytes = 200;
    std::size_t end = word;
    while (end < word + most_bytes && !blank_at(end) && close_length(text_, end) == 0) ++end;
    note("'" + shown(text_.substr(at_, end - at_)) +
         "' was read without its dash; to leave a word out, type one plain - before it");
}

/// True for the quote of 6" and 12″: behind a digit, before a blank or punctuation.
bool Lexer::is_inch_mark(std::size_t at) const {
    const std::string_view sign = text_.substr(at, quote_length(text_, at));
    if (sign != "\"" && sign != "″") return false;
    if (at == at_ || !ascii::is_digit(text_[at - 1])) return false;
    const std::size_t behind = at + sign.size();
    return behind == text_.size() || !begins_word(text_, behind);
}

/// The end of the text that belongs together here. A URL's parentheses belong to it in pairs.
std::size_t Lexer::run_end() const {
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
std::size_t Lexer::last_close(std::size_t at) const {
    constexpr std::size_t most_bytes = 512;
    const std::size_t stop = at + most_bytes;
    std::size_t last = 0;
    for (; at < stop && !blank_at(at); ++at)
        if (close_length(text_, at) != 0) last = at;
    return last;
}

LexedQuery lex_query(std::string_view query) {
    return Lexer(query).run();
}

}  // namespace dateline
