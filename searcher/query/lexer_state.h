// SPDX-License-Identifier: GPL-2.0-or-later
// The lexer's state, for its two files: lexer.cpp has the signs, lexer_names.cpp the operators,
// fields and functions that are spelt as words. Nobody else includes this: see lex_query (lexer.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/error.h"
#include "searcher/query/lexer.h"
#include "searcher/query/spellings.h"

namespace dateline {

class Lexer {
public:
    explicit Lexer(std::string_view query) : text_(query) {}

    LexedQuery run();

private:
    void step();
    void sign();
    Lexeme& push(LexemeKind kind, std::size_t begin, std::size_t end);
    void push_operation(LexemeKind kind, std::size_t end, const TypedOperator& operation);
    void note(std::string text);
    Error error(const std::string& what, std::string hint) const;
    bool blank_at(std::size_t at) const;
    bool opens_at(std::size_t at) const;
    void phrase(std::size_t quote);
    bool operand_follows(std::size_t at) const;
    bool excludes(std::size_t at) const;
    bool excludes_twice() const;
    void dash();
    void note_dash(std::size_t word);
    bool is_inch_mark(std::size_t at) const;
    std::size_t run_end() const;
    std::size_t last_close(std::size_t at) const;

    void classify(std::size_t end);
    void word(std::string_view run);
    bool operator_word(std::string_view run);
    bool proximity(std::string_view run);
    void check_number(const TypedOperator& found, std::string_view run, const std::string& what,
                      std::string hint) const;
    bool merge_not(const TypedOperator& found, std::size_t end);
    bool function(std::string_view run);
    bool field_call(std::string_view run);
    bool field_name(std::string_view run);
    bool take_detached(std::string_view name, std::size_t value);
    void check_unknown(std::string_view name, std::size_t value);
    void check_name(std::string_view name, const std::string& better) const;
    void field_value();
    void check_meant(std::string_view run);
    void check_first_words(std::string_view run) const;
    void check_range_end(std::string_view run);
    void check_no_field(std::string_view run) const;
    void note_unknown_call(std::string_view run);

    std::string_view text_;
    std::size_t at_ = 0;
    LexedQuery result_;
};

}  // namespace dateline
