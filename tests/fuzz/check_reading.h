// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold of a Reading, whatever the bytes were.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/utf8_check.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

inline void check_article(const RawArticle& article) {
    require(is_utf8(article.text), "the text is UTF-8");
    require(article.text.find('\r') == std::string::npos, "lines end in \\n alone");
    require(article.text.find("\n\n\n") == std::string::npos,
            "paragraphs are split by one blank line");
    require(article.text.empty() || (article.text.front() != '\n' && article.text.back() != '\n'),
            "the text has no blank lines around it");
    require(is_utf8(article.heading) && is_utf8(article.identity),
            "heading and identity are UTF-8");
    for (std::size_t at = 0; at < article.lines.size(); ++at) {
        const LineMark& mark = article.lines[at];
        require(mark.offset < article.text.size(), "marks are within the text");
        require(mark.line > 0, "lines count from 1");
        require(at == 0 || article.lines[at - 1].offset < mark.offset, "marks increase");
    }
    for (const RawField& field : article.fields) {
        require(!field.key.empty() && !field.values.empty(), "fields have keys and values");
        require(is_utf8(field.key), "keys are UTF-8");
        for (const std::string& value : field.values) {
            require(!value.empty() && is_utf8(value), "values are UTF-8 and not empty");
        }
    }
}

inline void check_reading(const Reading& reading) {
    for (const RawArticle& article : reading.articles) check_article(article);
    for (const Problem& problem : reading.problems) {
        require(!problem.message.empty() && is_utf8(problem.message), "problems have messages");
    }
    require(!reading.articles.empty() || !reading.problems.empty(), "an article or a problem");
}

/// Readers take decoded text; so do their targets.
inline std::string decoded(const unsigned char* data, std::size_t size) {
    std::string storage;
    std::vector<Problem> ignored;
    return std::string(
        decode_text({reinterpret_cast<const char*>(data), size}, "", storage, ignored));
}

}  // namespace dateline
