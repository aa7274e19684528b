// SPDX-License-Identifier: GPL-2.0-or-later
// The pages of an archive of 31 made articles, one of them hostile, read strictly.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/strict_html.h"
#include "tests/unit/web_site.h"

namespace dateline::web {
inline constexpr const char* hostile =
    "<script>alert(1)</script>\"'><img src=x onerror=y>\xE2\x80\xAE&amp;";

inline const SmallIndex& index() {
    static const SmallIndex made([] {
        std::vector<Article> articles;
        const char* days[] = {"2026-01-01", "2026-01-15", "2026-02-01", "", "2025"};
        for (int i = 0; i < 30; ++i) {
            Article one = made_article(
                "id" + std::to_string(i), "Harbour strike " + std::to_string(i),
                "The harbour strike went on.\n\nThe port was shut.\nNobody came.", days[i % 5]);
            one.outlet = i % 3 == 0 ? "NPR" : i % 3 == 1 ? "The Verge" : "";
            one.authors = {"Ann Lee", "Bo " + std::to_string(i % 12)};
            one.lines = {{0, 7}};
            articles.push_back(one);
        }
        Article bad = made_article("bad", hostile, std::string("hostile harbour \xFF ") + hostile,
                                   "2026-02-03");
        bad.outlet = bad.section = bad.summary = hostile;
        bad.authors = bad.tags = {hostile};
        bad.url = "javascript:alert(1)";
        bad.path = hostile;
        bad.derived = {{"outlet", hostile}, {"date", hostile}};
        articles.push_back(bad);
        return articles;
    }());
    return made;
}

inline Response answer(const std::string& target, const std::vector<Header>& more = {},
                       const std::string& method = "GET", const std::string& body = "") {
    return respond(site_of(index().path()), asked_for(target, more, method, body));
}

/// The page of a response, read strictly.
inline std::string read_page(const Response& response, const std::string& target, int status) {
    CAPTURE(target);
    CHECK(response.status == status);
    const StrictHtml read(response.body);
    CHECK(read.fault() == "");
    CHECK(read.unsafe() == "");
    return response.body;
}

inline std::string page(const std::string& target, int status = 200) {
    return read_page(answer(target), target, status);
}

inline bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

inline std::size_t count(const std::string& text, std::string_view part) {
    std::size_t number = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++number;
    return number;
}

}  // namespace dateline::web
