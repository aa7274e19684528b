// SPDX-License-Identifier: GPL-2.0-or-later
// Words, phrases and values out of the articles, as people would type them.
#include <algorithm>
#include <array>

#include "common/analysis.h"
#include "common/code_points.h"
#include "common/fields.h"
#include "common/folding.h"
#include "tests/oracle/letters.h"
#include "tests/oracle/plain_words.h"
#include "tests/oracle/typed_query_maker.h"

namespace dateline::oracle {
namespace {

/// Words that are, or may become, operators, and asides that are no names.
bool has_a_meaning(const std::string& word) {
    static constexpr auto words = std::to_array<std::string_view>(
        {"and", "or", "not", "near", "adj", "pre", "around", "same", "onear", "w", "eg", "ie"});
    std::string small;
    for (const char c : word)
        if (c != '.') small += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (std::ranges::find(words, small) != words.end()) return true;
    return std::ranges::any_of(std::to_array<std::string_view>(
                                   {"near", "adj", "onear", "atleast", "first", "http", "www"}),
                               [&](std::string_view name) {
                                   return small.starts_with(name) &&
                                          small.find_first_of("0123456789:./") != small.npos;
                               });
}

bool is_plain(const std::string& text, std::string_view signs) {
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.kind == CharClass::separator && signs.find(text[at]) == signs.npos) return false;
        if (c.kind == CharClass::ignorable) return false;
        at += c.length;
    }
    return !text.empty();
}

bool is_cjk(const std::string& text) {
    return character_at(text, 0).kind == CharClass::cjk;
}

std::vector<std::string> forms(const std::string& text) {
    Tokenizer tokenizer;
    std::vector<std::string> result;
    for (const Token& token : tokenizer.tokens(text)) result.emplace_back(token.form);
    return result;
}

std::string capitals_of(std::string word, std::size_t letters) {
    for (std::size_t i = 0; i < std::min(letters, word.size()); ++i)
        if (word[i] >= 'a' && word[i] <= 'z') word[i] = static_cast<char>(word[i] - 32);
    return word;
}

std::string with_accent(std::string word, bool in_one_piece) {
    const std::size_t at = word.find('e');
    if (at != word.npos) word.replace(at, 1, in_one_piece ? "é" : "e\u0301");
    return word;
}

/// As a text from a page or a form may have it: with a soft hyphen, or wide letters.
std::string pasted(std::string word, bool wide) {
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto at = static_cast<std::size_t>(std::ranges::find_if(word, small) - word.begin());
    if (at + 1 >= word.size()) return word;
    if (!wide) return word.insert(at + 1, "\u00AD");
    const std::string letter{'\xEF', '\xBD', static_cast<char>(0x81 + word[at] - 'a')};
    return word.replace(at, 1, letter);
}

bool may_be_in_quotes(const std::string& text) {
    static constexpr auto signs = std::to_array<std::string_view>(
        {"\"", "“", "”", "„",  "‟",  "«",  "»",  "＂", "″",  "❝",  "❞",  "⹂", "「", "」", "『",
         "』", "｢", "｣", "《", "》", "〝", "〞", "〟", "﹁", "﹂", "﹃", "﹄",  "*",  "\n", "\\"});
    return std::ranges::none_of(signs, [&](auto sign) { return text.find(sign) != text.npos; });
}

}  // namespace

std::size_t TypedQueryMaker::pick(std::size_t below) {
    return static_cast<std::size_t>(random_()) % below;
}

/// Mostly the same as before, so that what is asked together is often found together.
const Article& TypedQueryMaker::some_article() {
    if (one_in(5)) article_ = pick(articles_.size());
    return articles_[article_];
}

/// Of an article's texts: mostly the body, but names, too.
const std::string& TypedQueryMaker::some_text() {
    static const std::string none = "nothing";
    for (int tries = 0; tries < 20; ++tries) {
        const Article& article = some_article();
        const std::string* text = &article.body;
        if (one_in(5)) text = &article.title;
        if (one_in(8)) text = &article.outlet;
        if (one_in(8) && !article.authors.empty())
            text = &article.authors[pick(article.authors.size())];
        if (one_in(12)) text = &article.summary;
        if (!text->empty()) return *text;
    }
    return none;
}

/// From some character of a text on, or the beginning of its word.
void TypedQueryMaker::begin_text() {
    constexpr std::size_t most_bytes = 4000;
    const std::string& whole = some_text();
    const auto is_inside = [&](std::size_t at) {
        return at > 0 && (static_cast<unsigned char>(whole[at]) & 0xC0) == 0x80;
    };
    std::size_t begin = pick(whole.size());
    for (int back = 0; back < 100 && begin > 0 && whole[begin] != ' ' && whole[begin] != '\n';
         ++back)
        --begin;
    while (is_inside(begin)) --begin;
    text_ = whole.substr(begin, most_bytes);
    at_ = 0;
}

/// A word that is likely to stand near the last one. Sometimes a whole compound, or some
/// characters of Chinese.
std::string TypedQueryMaker::next_word() {
    for (int tries = 0; tries < 50; ++tries) {
        if (at_ >= text_.size() || one_in(8)) begin_text();
        Tokenizer tokenizer;
        const std::string rest = text_.substr(at_, 300);
        const std::vector<Token>& tokens = tokenizer.tokens(rest);
        if (tokens.empty()) {
            text_.clear();
            continue;
        }
        const Token token = tokens[std::min(tokens.size() - 1, pick(6))];
        std::size_t end = token.end;
        if (token.kind == TokenKind::character)
            for (std::size_t more = pick(4); more > 0 && end < rest.size(); --more)
                if (is_cjk(rest.substr(end))) end += character_at(rest, end).length;
        at_ += std::max<std::size_t>(end, 1);
        const std::string word = rest.substr(token.begin, end - token.begin);
        if (is_plain(word, ".,&") && !has_a_meaning(word)) return word;
    }
    return "nothing";
}

/// What stands between two blanks of the text, punctuation and all: $1,000 and/or 12:30
std::string TypedQueryMaker::next_run() {
    next_word();
    const std::size_t begin = text_.find_first_not_of(" \n", at_);
    if (begin == text_.npos) return next_word();
    const std::size_t end = std::min(text_.find_first_of(" \n", begin), text_.size());
    const std::string run = text_.substr(begin, end - begin);
    const bool sign = run.find_first_of("-+=:!") == 0 || run.find(':') + 1 == run.size();
    const bool field = run.find(':') != run.npos && (run[0] < '0' || run[0] > '9');
    if (sign || field || forms(run).empty() || !is_plain(run, ".,&/@%$#_:;!")) return next_word();
    return has_a_meaning(run) ? next_word() : run;
}

std::string TypedQueryMaker::spelt_otherwise(std::string word) {
    const std::string before = word;
    switch (pick(11)) {
        case 9:
            word = pasted(word, one_in(2));
            break;
        case 0:
            word = capitals_of(word, 1);
            break;
        case 1:
            word = capitals_of(word, word.size());
            break;
        case 2:
            word += one_in(2) ? "'s" : "’s";
            break;
        case 3:
            word = with_accent(word, one_in(2));
            break;
        case 4:
        case 5:
            if (const std::string form = single_form(word); !form.empty()) word = form;
            break;
        default:
            break;
    }
    return forms(word) == forms(before) && !has_a_meaning(word) ? word : before;
}

/// A folded form of letters alone.
std::string TypedQueryMaker::letters_only() {
    for (int tries = 0; tries < 50; ++tries) {
        const std::string form = single_form(next_word());
        bool letters = !form.empty();
        for (std::size_t at = 0; at < form.size();) {
            const Character c = character_at(form, at);
            letters &= c.kind == CharClass::letter;
            at += c.length;
        }
        if (letters && letters_of(form).size() >= 3 && !has_a_meaning(form)) return form;
    }
    return "nothing";
}

/// As it stands in the text, with its punctuation, or the words alone.
TypedQuery TypedQueryMaker::phrase() {
    next_word();
    const std::string rest = text_.substr(std::min(at_, text_.size()), 200);
    Tokenizer tokenizer;
    const std::vector<Token>& tokens = tokenizer.tokens(rest);
    TypedQuery result = made(Said::phrase);
    if (tokens.size() < 2) {
        result.text = next_word();
        return result;
    }
    const std::size_t first = pick(std::min<std::size_t>(tokens.size(), 5));
    const std::size_t last = std::min(tokens.size() - 1, first + 1 + pick(4));
    const std::size_t end = std::max(tokens[first].end, tokens[last].end);
    result.text = rest.substr(tokens[first].begin, end - tokens[first].begin);
    if (one_in(2) || !may_be_in_quotes(result.text)) {
        result.text.clear();
        for (std::size_t i = first; i <= last; ++i) {
            const bool whole =
                tokens[i].kind == TokenKind::word || tokens[i].kind == TokenKind::character;
            if (!whole) continue;
            result.text += (result.text.empty() ? "" : " ") + std::string(tokens[i].form);
        }
    }
    result.exact = one_in(6);
    return result;
}

std::string TypedQueryMaker::value(const std::string& name) {
    for (int tries = 0; tries < 40; ++tries) {
        const Values values = field(name).get(some_article());
        if (values.empty()) continue;
        const std::string& value = values[pick(values.size())];
        const bool fits =
            may_be_in_quotes(value) && !fold_value(value).empty() && value.size() < 120;
        if (!fits || forms(value).empty()) continue;
        if (one_in(4)) return capitals_of(value, value.size());
        return one_in(6) ? fold_value(value) : value;
    }
    return "";
}

}  // namespace dateline::oracle
