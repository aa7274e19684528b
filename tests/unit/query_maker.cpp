// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_maker.h"

#include <algorithm>

#include "common/analysis.h"
#include "common/fields.h"

namespace dateline {
namespace {

constexpr std::size_t most_bytes = 20000;  // of each body; the rest repeats its words

bool is_in_capitals(const std::string& word) {
    return word.size() > 1 &&
           std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// A value in quotes, as a person would copy it.
std::string quoted(std::string value) {
    std::erase(value, '"');
    return "\"" + value + "\"";
}

}  // namespace

QueryMaker::QueryMaker(const std::vector<Article>& articles, unsigned seed)
    : articles_(articles), random_(seed) {
    for (const Article& article : articles) {
        read_words(article.title);
        read_words(article.body.substr(0, most_bytes));
    }
    for (const char* word : {"one", "two", "three", "four"}) words_.push_back({word, word});
}

void QueryMaker::read_words(const std::string& text) {
    Tokenizer tokenizer;
    for (const Token& token : tokenizer.tokens(text)) {
        if (token.kind != TokenKind::word) continue;
        Word word{std::string(token.form), text.substr(token.begin, token.end - token.begin)};
        if (is_in_capitals(word.typed)) capitals_.push_back(word.typed);
        if (!token.accented.empty()) accented_.push_back(word.typed);
        words_.push_back(std::move(word));
    }
}

const std::string& QueryMaker::one_of(const std::vector<std::string>& list) {
    static const std::string none = "nothing";
    return list.empty() ? none : list[pick(list.size())];
}

std::string QueryMaker::word() {
    // A word near the last one is likely to stand with it in the text.
    at_ = pick(3) == 0 ? pick(words_.size()) : std::min(words_.size() - 1, at_ + 1 + pick(6));
    return pick(4) == 0 ? words_[at_].typed : words_[at_].form;
}

std::string QueryMaker::accented_word() {
    return pick(2) == 0 ? one_of(accented_) : word();
}

std::string QueryMaker::pattern() {
    word();
    const std::string& form = words_[at_].form;
    switch (pick(4)) {
        case 0:
            return form.substr(0, 4) + "*";
        case 1:
            return "*" + form.substr(form.size() - std::min<std::size_t>(4, form.size()));
        case 2:
            return form.substr(0, 3) + "*" + form.substr(form.size() - 1);
        default: {
            std::string text = form;
            text[pick(text.size())] = '?';
            return text;
        }
    }
}

std::string QueryMaker::fuzzy() {
    static const std::vector<std::string> edits{"~", "~1", "~2"};
    word();
    return words_[at_].form + one_of(edits);
}

/// Stop words stay in it.
std::string QueryMaker::phrase() {
    const std::size_t begin = pick(words_.size() - 4);
    std::string text = "\"" + words_[begin].form;
    for (std::size_t i = 1; i <= pick(4); ++i) text += " " + words_[begin + i].form;
    return text + "\"";
}

/// The words as the text has them, an accented one among them if there is any near.
std::string QueryMaker::exact_phrase() {
    std::size_t begin = pick(words_.size() - 4);
    for (std::size_t tries = 0; tries < 400 && words_[begin].typed == words_[begin].form; ++tries)
        begin = pick(words_.size() - 4);
    begin -= std::min(begin, pick(2));
    std::string text = "=\"" + words_[begin].typed;
    for (std::size_t i = 1; i <= 1 + pick(2); ++i) text += " " + words_[begin + i].typed;
    return text + "\"";
}

std::string QueryMaker::capitals() {
    const std::string text = pick(4) == 0 ? word() : one_of(capitals_);
    return "caps(" + text + (pick(4) == 0 ? " OR " + one_of(capitals_) : "") + ")";
}

std::string QueryMaker::group(int depth) {
    switch (pick(6)) {
        case 0:
            return depth > 0 ? "(" + operand(depth - 1) + " OR " + word() + ")" : word();
        case 1:
            return "(" + word() + " OR " + phrase() + ")";
        case 2:
            return phrase();
        case 3:
            return pick(2) == 0 ? pattern() : fuzzy();
        default:
            return word();
    }
}

std::string QueryMaker::proximity(int depth) {
    static const std::vector<std::string> operators{"w/", "pre/", "not w/"};
    static const std::vector<std::string> blocks{"/s", "/p"};
    const std::string sign = pick(2) == 0 ? one_of(operators) + number(8) : one_of(blocks);
    const std::string pair = group(depth) + " " + sign + " " + group(depth);
    return pick(5) == 0 ? "(" + pair + ") w/" + number(9) + " " + word() : pair;
}

std::string QueryMaker::place(int depth) {
    static const std::vector<std::string> fields{"lead:", "hlead:"};
    const std::string inner = group(depth);
    switch (pick(3)) {
        case 0:
            return "atleast" + number(4) + "(" + inner + ")";
        case 1:
            return "first" + number(60) + "(" + inner + ")";
        default:
            return one_of(fields) + (pick(3) == 0 ? "(" + word() + " " + word() + ")" : inner);
    }
}

std::string QueryMaker::value() {
    const Article& article = articles_[pick(articles_.size())];
    static const std::vector<std::string> names{
        "title",   "headline", "author",   "byline", "outlet", "source", "host",
        "section", "tag",      "language", "lang",   "url",    "path",   "credit"};
    const std::string& name = one_of(names);
    const Values values = find_field(name)->get(article);
    if (values.empty()) return name + ":" + word();
    const std::string& whole = values[pick(values.size())];
    switch (pick(4)) {
        case 0:
            return name + ":" + word();
        case 1:
            return name + ":" + quoted(whole.substr(0, 5) + "*");
        case 2:
            return name + ":(" + quoted(whole) + " OR " + word() + ")";
        default:
            return name + ":" + quoted(whole);
    }
}

std::string QueryMaker::range() {
    static const std::vector<std::string> signs{">", ">=", "<", "<=", ""};
    if (pick(2) == 0) {
        const std::string low = std::to_string(pick(900));
        return pick(3) == 0 ? "length:" + low + ".." + std::to_string(900 + pick(900))
                            : "length:" + one_of(signs) + low;
    }
    const auto date = [&] {
        const auto& published = articles_[pick(articles_.size())].published;
        return published ? to_string(*published) : std::string("2020");
    };
    switch (pick(4)) {
        case 0:
            return "date:" + date() + "..";
        case 1:
            return "date:.." + date();
        case 2:
            return "date:" + date().substr(0, 4);
        default:
            return "date:" + one_of(signs) + date();
    }
}

std::string QueryMaker::stated() {
    static const std::vector<std::string> names{"title",   "author",  "outlet",   "date",
                                                "section", "tag",     "language", "url",
                                                "host",    "summary", "credit",   "length"};
    return (pick(2) == 0 ? "has:" : "-has:") + one_of(names);
}

std::string QueryMaker::operand(int depth) {
    switch (pick(16)) {
        case 0:
        case 1:
        case 2:
        case 3:
            return proximity(depth);
        case 4:
        case 5:
            return place(depth);
        case 6:
            return value();
        case 7:
            return range();
        case 8:
            return capitals();
        case 9:
            return pick(3) == 0 ? exact_phrase() : "=" + accented_word();
        case 10:
            return pattern();
        case 11:
            return fuzzy();
        case 12:
            return phrase();
        case 13:
            return "+" + word() + " " + word();
        default:
            return group(depth);
    }
}

std::string QueryMaker::query() {
    static const std::vector<std::string> joins{" ", " AND ", " OR ", " NOT ", " -"};
    std::string text = operand(2);
    for (std::size_t more = pick(3); more > 0; --more) text += one_of(joins) + operand(1);
    if (pick(8) == 0) text += " " + stated();
    return text;
}

}  // namespace dateline
