// SPDX-License-Identifier: GPL-2.0-or-later
// Articles of a saved search as plain values, and what is told of them.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "searcher/following/whats_new.h"

namespace dateline {

/// A text, with what its file is: `readers` may make another text of the same file.
inline Fingerprint fingerprint(int text, int edition = 0, int readers = 0, std::uint32_t url = 0) {
    std::mt19937_64 of_text(static_cast<std::uint64_t>(text) * 7919 + 1);
    std::mt19937_64 of_edition(static_cast<std::uint64_t>(text * 1000 + edition) * 104'729 + 2);
    Fingerprint made;
    for (std::uint8_t& byte : made.shingles) byte = static_cast<std::uint8_t>(1 + of_text() % 255);
    made.source = of_edition();
    made.text = of_edition() + static_cast<std::uint64_t>(readers);
    for (int i = 0; i < edition % 4; ++i)
        made.shingles[of_edition() % 16] = static_cast<std::uint8_t>(of_edition());
    made.url = url;
    return made;
}

inline MatchingArticle article(const std::string& id, const Fingerprint& print,
                               const std::string& archive = "") {
    return {0, {archive, id}, "00000000" + id, print};
}

/// What there is, matching or not.
using There = std::vector<MatchingArticle>;

inline WhatsNew compare(const Seen& seen, const There& matching, const There& others = {}) {
    return whats_new(seen, matching, [&](const SeenArticle& record) {
        const auto is_it = [&](const MatchingArticle& article) {
            return article.place == record.place &&
                   have_one_text(article.fingerprint, record.fingerprint);
        };
        return std::ranges::any_of(matching, is_it) || std::ranges::any_of(others, is_it);
    });
}

inline Seen seen_of(const There& articles) {
    Seen seen;
    for (const MatchingArticle& article : articles)
        remember_as_there(seen, article, article.place.id, 1);
    return seen;
}

/// "b copy a, c new"
inline std::string told(const WhatsNew& news, const There& matching) {
    std::string text;
    for (const NewArticle& article : news.articles)
        text += fmt::format("{}{} {}{}", text.empty() ? "" : ", ",
                            id_shown(matching[article.match].place), name_of(article.kind),
                            article.of.empty() ? "" : " " + article.of);
    return text;
}

}  // namespace dateline
