// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pages/page_address.h"

#include "common/ascii.h"

namespace dateline {

void state_address(Reading& reading, std::string_view url) {
    constexpr std::size_t longest = 4096;
    if (!ascii::starts_ignoring_case(url, "http") || url.size() > longest) return;
    for (RawArticle& article : reading.articles)
        article.fields.insert(article.fields.begin(), RawField{"url", {std::string(url)}, 0});
}

void forget_lines(Reading& reading) {
    for (RawArticle& article : reading.articles) {
        article.lines.clear();
        article.line = 1;
        for (RawField& field : article.fields) field.line = 0;
    }
    for (Problem& problem : reading.problems) problem.line = 0;
}

}  // namespace dateline
