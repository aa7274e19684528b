// SPDX-License-Identifier: GPL-2.0-or-later
// Matchers and questions made by hand, and texts with what is lit in brackets.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/stemmer.h"
#include "searcher/passages/passages.h"

namespace dateline {

inline Matcher stem(std::string_view word) {
    Matcher result;
    result.kind = MatcherKind::term;
    result.text = Stemmer().stem(word);
    return result;
}

inline Matcher exact(std::string_view form, std::string field = "") {
    Matcher result;
    result.kind = MatcherKind::term;
    result.form = TermForm::exact;
    result.text = form;
    result.field = std::move(field);
    return result;
}

inline Matcher value(std::string_view text, std::string field) {
    Matcher result = exact(text, std::move(field));
    result.form = TermForm::value;
    return result;
}

inline Matcher join(MatcherKind kind, std::vector<Matcher> children, std::uint32_t number = 0) {
    Matcher result;
    result.kind = kind;
    result.children = std::move(children);
    result.number = number;
    return result;
}

inline Matcher row_of(std::initializer_list<std::string_view> words) {
    std::vector<Matcher> children;
    for (const std::string_view word : words) children.push_back(exact(word));
    return join(MatcherKind::phrase, std::move(children));
}

inline Question ask(std::vector<Matcher> parts) {
    Question question;
    for (Matcher& part : parts) question.parts.push_back({std::move(part), true});
    return question;
}

inline Article with_body(std::string body) {
    Article article;
    article.body = std::move(body);
    return article;
}

/// The text with lit bytes in brackets.
inline std::string marked(std::string_view text, const std::vector<Span>& lit) {
    std::string result(text);
    for (std::size_t i = lit.size(); i-- > 0;) {
        result.insert(lit[i].end, "]");
        result.insert(lit[i].begin, "[");
    }
    return result;
}

/// Each passage with its lit bytes in brackets.
inline std::vector<std::string> shown(const Evidence& evidence, const Article& article) {
    std::vector<std::string> result;
    for (const Passage& passage : evidence.passages) {
        std::vector<Span> lit;
        for (const Span span : passage.lit)
            lit.push_back({span.begin - passage.span.begin, span.end - passage.span.begin});
        result.push_back(marked(
            article.body.substr(passage.span.begin, passage.span.end - passage.span.begin), lit));
    }
    return result;
}

using Shown = std::vector<std::string>;

}  // namespace dateline
