// SPDX-License-Identifier: GPL-2.0-or-later
// Lists: pages whose numbers agree and whose links say the truth.
#include "tests/unit/web_pages.h"

namespace dateline::web {

TEST_CASE("every address has its page, and no other has one") {
    for (const char* target :
         {"/", "/search?q=harbour", "/article/id1", "/article/id1?q=harbour&hit=2", "/help",
          "/search?story=id1", "/search?copies-of=id1", "/search?quote=id1",
          "/search?outlet=npr&sort=oldest"})
        page(target);
    for (const char* target :
         {"/x", "/article/", "/saved/", "/saved/none", "/style.css/", "/search/", "/article/none"})
        page(target, 404);
    CHECK(answer("/style.css").type == "text/css; charset=utf-8");
    CHECK(answer("/page.js").type == "text/javascript; charset=utf-8");
    CHECK(answer("/icon.svg").type == "image/svg+xml");
    CHECK(answer("/keys").status == 404);
    CHECK(answer("/help", {}, "HEAD").status == 200);
}

TEST_CASE("what cannot be asked is said below the box, which keeps it") {
    struct {
        const char* target;
        const char* part;
    } const rows[] = {
        {"/search?q=a&outlets=npr", "did you mean &#39;outlet&#39;?"},
        {"/search?q=a&index=/etc", "there is no parameter &#39;index&#39; here"},
        {"/search?q=a&format=csv", "there is no parameter &#39;format&#39; here"},
        {"/search?q=a&open=1", "there is no parameter &#39;open&#39; here"},
        {"/search?q=(a", "is never closed"},
        {"/search?q=a&since=never", "never"},
        {"/search?q=a&limit=x", "limit"},
        {"/search?q=a&all=1", "all=yes"},
        {"/search?q=a&sort=odd", "odd"},
        {"/search?q=a&by=title", "by"},
        {"/search?q=a&timeline=hour", "hour"},
        {"/search?q=a&hit=2", "there is no parameter &#39;hit&#39; here"},
        {"/article/id1?q=a&hit=0", "hit"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.target);
        const std::string body = page(row.target, 400);
        CHECK(has(body, row.part));
        CHECK(has(body, "role=\"alert\""));
    }
    CHECK(has(page("/search?q=harbour+(a", 400), "value=\"harbour (a\""));
}

TEST_CASE("links of a page that only says how to list have what they need") {
    const std::string body = page("/?sort=oldest");
    CHECK_FALSE(has(body, "/export"));
    CHECK(has(page("/search?outlet=npr"), "/export?outlet=npr&amp;format=csv"));
    CHECK(has(page("/search?q=harbour&limit=5&offset=5"), "/export?q=harbour&amp;format=csv"));
}

TEST_CASE("empty fields of a form leave the address") {
    page("/search?q=harbour&outlets=", 400);
    const Response response = answer("/search?q=harbour&since=&until=2026");
    CHECK(response.status == 303);
    CHECK(response.headers == std::vector<Header>{{"Location", "/search?q=harbour&until=2026"}});
}

TEST_CASE("the number above the list, the bars, and the counts beside it agree") {
    const std::string body = page("/search?q=harbour+strike&timeline=month");
    CHECK(has(body, "<strong>30 articles</strong> with all words, then 1 article with some"));
    CHECK(has(body, "6 undated"));
    CHECK(has(body, "January 2026: 12 articles"));
    CHECK(has(body, "February 2026: 6 articles"));
    CHECK(has(body, "6 articles of which only the year is known"));
    CHECK(has(body, "<span>NPR</span> <b>10</b>"));
    CHECK(has(body, "<span class=\"quiet\">unknown</span> <b>10</b>"));
    CHECK(has(page("/search?q=harbour+strike&outlet==NPR"), "<strong>10 articles</strong>"));
    CHECK(has(page("/search?q=harbour+strike+-has:outlet"), "<strong>10 articles</strong>"));
    CHECK(has(page("/search?q=harbour+strike+-has:date"), "<strong>6 articles</strong>"));
    CHECK(has(page("/search?q=harbour+strike&on=2026-02"), "<strong>6 articles</strong>"));
}

TEST_CASE("a bar at the edge of the days asked for has no more of them than it counts") {
    const std::string body = page("/search?q=harbour&since=2026-01-10&timeline=month&copies=show");
    CHECK(has(body, "January 2026: 6 articles"));
    CHECK(has(body,
              "/search?q=harbour&amp;timeline=month&amp;copies=show&amp;since=2026-01-10&amp;"
              "until=2026-01-31\""));
    CHECK(has(page("/search?q=harbour&since=2026-01-10&until=2026-01-31"), "<strong>6 articles"));
    CHECK(has(body, "data-first=\"2026-01-10\" data-last=\"2026-01-31\""));
    CHECK(has(body, "on=2026-02\""));
}

TEST_CASE("a count under a filter of the same field narrows it") {
    const std::string body = page("/search?q=harbour&author=ann");
    CHECK(has(body, "<span>Bo 1</span> <b>3</b>"));
    CHECK(has(body, "/search?q=harbour+author:=%22Bo+1%22&amp;author=ann\""));
    CHECK(has(page("/search?q=harbour+author:=%22Bo+1%22&author=ann"), "<strong>3 articles"));
}

TEST_CASE("with any of the words, all that are listed are counted") {
    const std::string body = page("/search?q=harbour+hostile&any=yes&timeline=month");
    CHECK(has(body, "<strong>31 articles</strong> with any of the words"));
    CHECK(has(body, "January 2026: 12 articles"));
}

TEST_CASE("of texts with copies alone, the counts are of them") {
    const std::string body = page("/search?q=harbour&copies=only");
    CHECK(has(body, "None of 31 articles has copies."));
    CHECK_FALSE(has(body, "January 2026: 12"));
}

TEST_CASE("behind the end of a list there is a way back") {
    const std::string body = page("/search?q=harbour&offset=500");
    CHECK(has(body, "The list ends before this page"));
    CHECK(has(body, "<a href=\"/search?q=harbour\">the first page</a> of 31 articles"));
}

TEST_CASE("where no article has all words, those are counted that are listed") {
    const std::string body = page("/search?q=harbour+absentword&timeline=month");
    CHECK(has(body, "with some of the words, none with all"));
    CHECK(has(body, "January 2026: 12 articles"));
}

TEST_CASE("filters are chips that go away by a click, and hidden fields of the box") {
    const std::string body = page("/search?q=harbour&outlet==NPR&since=2026-01");
    CHECK(has(
        body,
        "<a href=\"/search?q=harbour&amp;since=2026-01\" title=\"without this\">outlet: NPR</a>"));
    CHECK(has(body, "<input type=\"hidden\" name=\"outlet\" value=\"=NPR\">"));
    CHECK(has(body, "show those without a date"));
    CHECK(has(body, "dateline-search --index="));
    CHECK(has(body, "--outlet &#39;=NPR&#39; --since 2026-01 harbour</code>"));
}

TEST_CASE("pages of a list lead to each other, and an article to its place in the list") {
    const std::string second = page("/search?q=harbour&offset=10&copies=show");
    CHECK(has(second, "<a href=\"/search?q=harbour&amp;copies=show\" rel=\"prev\">"));
    CHECK(has(second, "<a href=\"/search?q=harbour&amp;copies=show&amp;offset=20\" rel=\"next\">"));
    CHECK(has(second, "<ol class=\"hits\" start=\"11\">"));
    const std::string article = page("/article/id1?q=harbour&copies=show&hit=12");
    CHECK(has(article, "/search?q=harbour&amp;copies=show&amp;offset=10#id1\" rel=\"up\">"));
    CHECK(has(article, "hit 12 of 31 articles"));
    CHECK(has(article, "&amp;hit=11\" rel=\"prev\">"));
    CHECK(has(article, "&amp;hit=13\" rel=\"next\">"));
    CHECK_FALSE(has(page("/article/id1?q=harbour&copies=show&hit=5"), "hit 5 of"));
    CHECK_FALSE(has(page("/article/id1?q=harbour&hit=5000"), "hit 5,000 of"));
    CHECK(has(page("/search?q=harbour&limit=0&copies=show"), "<strong>31 articles"));
}

TEST_CASE("where nothing is found, spellings and what to leave out are links") {
    const std::string body = page("/search?q=harbuor&outlet=npr");
    CHECK(has(body, "<a href=\"/search?q=harbour&amp;outlet=npr\">harbour</a>"));
    const std::string two = page("/search?q=harbour+AND+%22shut+port%22&on=2026-02-01");
    CHECK(has(two, "without"));
}

}  // namespace dateline::web
