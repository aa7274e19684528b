// SPDX-License-Identifier: GPL-2.0-or-later
// What is answered, of every route: pages whose numbers agree, whose links say the truth, and in
// which nothing of an article or a request is more than text.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "searcher/web/article_text.h"
#include "searcher/web/asked.h"
#include "searcher/web/key_file.h"
#include "tests/unit/strict_html.h"
#include "tests/unit/web_site.h"

namespace dateline::web {
namespace {

constexpr const char* hostile =
    "<script>alert(1)</script>\"'><img src=x onerror=y>\xE2\x80\xAE&amp;";

const SmallIndex& index() {
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

Response answer(const std::string& target, const std::vector<Header>& more = {},
                const std::string& method = "GET", const std::string& body = "") {
    return respond(site_of(index().path()), asked_for(target, more, method, body));
}

std::string page(const std::string& target, int status = 200) {
    const Response response = answer(target);
    CAPTURE(target);
    CHECK(response.status == status);
    const StrictHtml read(response.body);
    CHECK(read.fault() == "");
    CHECK(read.unsafe() == "");
    return response.body;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t number = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++number;
    return number;
}

}  // namespace

TEST_CASE("every address has its page, and no other has one") {
    for (const char* target :
         {"/", "/search?q=harbour", "/article/id1", "/article/id1?q=harbour&hit=2", "/help",
          "/search?story=id1", "/search?copies-of=id1", "/search?quote=id1",
          "/search?outlet=npr&sort=oldest"})
        page(target);
    for (const char* target :
         {"/x", "/article/", "/saved", "/style.css/", "/search/", "/article/none"})
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

TEST_CASE("a page says of which article it is a story, and what one changed of another") {
    CHECK(has(page("/search?story=id1"),
              "The story of <a href=\"/article/id1\">Harbour strike 1</a>"));
    CHECK(has(page("/search?quote=nobody+said+this"), "nobody said this"));
    CHECK_FALSE(has(page("/search?story=id1"), "sort=newest"));
    const std::string changes = page("/changes/id1?with=id2");
    CHECK(has(changes, "Harbour strike <del>1</del> <ins>2</ins>"));
    CHECK(has(changes, " --changes id1 id2</code>"));
    page("/changes/id1?q=a", 400);
    page("/changes/none?with=id1", 404);
    page("/changes/bad?with=id1");
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

TEST_CASE("an article has its lines, and each match leads to the next") {
    const std::string body = page("/article/id1?q=harbour+strike+port");
    CHECK(has(body, "<p data-line=\"7\"><span id=\"L7\">"));
    CHECK(has(body, "<span id=\"L9\">"));
    CHECK(has(body, "<span id=\"L10\">"));
    CHECK(has(body, "data-matches=\"3\""));
    CHECK(has(body, "<mark id=\"m3\"><a href=\"#m1\">port</a></mark>"));
    CHECK(count(body, "<mark id=") == 3);
    CHECK(has(body, "Known about it"));
    CHECK(has(body, "no longer there"));  // there is no such file
}

TEST_CASE("what is lit across a line is one match") {
    Hit hit;
    hit.article.lines = {{0, 1}};
    hit.text = LitText{"one two\nthree four\n\nfive", {{4, 13}, {20, 24}}};
    const ArticleText text = article_text(hit);
    CHECK(text.matches == 2);
    CHECK(text.html ==
          "<p data-line=\"1\"><span id=\"L1\">one <mark id=\"m1\"><a "
          "href=\"#m2\">two</a></mark></span><br>\n"
          "<span id=\"L2\"><mark><a href=\"#m2\">three</a></mark> four</span></p>\n"
          "<p data-line=\"4\"><span id=\"L4\"><mark id=\"m2\"><a "
          "href=\"#m1\">five</a></mark></span></p>\n");
}

TEST_CASE("where nothing is found, spellings and what to leave out are links") {
    const std::string body = page("/search?q=harbuor&outlet=npr");
    CHECK(has(body, "<a href=\"/search?q=harbour&amp;outlet=npr\">harbour</a>"));
    const std::string two = page("/search?q=harbour+AND+%22shut+port%22&on=2026-02-01");
    CHECK(has(two, "without"));
}

TEST_CASE("an export is a file of all hits, with the shell's options") {
    const Response csv = answer("/export?q=harbour&format=csv");
    CHECK(csv.type == "text/csv; charset=utf-8");
    CHECK(csv.headers.front().second == "attachment; filename=\"dateline.csv\"");
    CHECK(count(csv.body, "\r\n") == 32);
    CHECK(answer("/export?q=harbour&cite=bibtex").type.starts_with("application/x-bibtex"));
    CHECK(count(answer("/export?q=harbour&format=csv&limit=3").body, "\r\n") == 4);
    CHECK(answer("/export?q=harbour&format=exe").status == 400);
    CHECK(answer("/export?q=harbour&format=csv&by=outlet").body.starts_with("outlet,articles"));
    CHECK(answer("/export?q=harbour&format=csv&by=outlet&timeline=month").status == 200);
    CHECK(answer("/export?q=harbour&format=csv&by=outlet&limit=3").status == 400);
    for (const char* format : {"json", "jsonl", "md", "html", "text"})
        CHECK(answer(std::string("/export?q=harbour&format=") + format).status == 200);
}

TEST_CASE("fields and their values are suggested") {
    CHECK(answer("/suggest?word=outl").body == "[\"outlet:\"]");
    CHECK(answer("/suggest?word=outlet:n").body == "[\"outlet:=\\\"NPR\\\"\"]");
    CHECK(answer("/suggest?word=nofield:n").body == "[]");
    CHECK(answer("/suggest?word=OUTLET:n").body == "[\"outlet:=\\\"NPR\\\"\"]");
    CHECK(answer("/suggest?word=outlet:%3Cscript").body == "[]");  // it has a quote
    CHECK(answer("/suggest").body == "[]");
}

TEST_CASE("keys are switched off by a form of the page, and stay so") {
    const std::string body = "token=" + known_secrets.token + "&keys=";
    const std::vector<Header> headers{{"origin", "http://127.0.0.1:7857"},
                                      {"content-type", "application/x-www-form-urlencoded"}};
    const Response off = answer("/keys", headers, "POST", body + "off");
    CHECK(off.status == 303);
    CHECK(off.headers.at(1).second.starts_with("dateline-keys-7857=off;"));
    CHECK(answer("/keys", headers, "POST", body + "odd").status == 400);
    CHECK(answer("/search", headers, "POST", body).status == 404);
    const std::string cookies =
        "dateline-key-7857=" + known_secrets.key + "; dateline-keys-7857=off";
    CHECK(has(answer("/help", {{"cookie", cookies}}).body, "<body data-keys=\"off\">"));
    CHECK(has(answer("/help").body, "<body data-keys=\"on\">"));
}

TEST_CASE("hostile text is text on every page") {
    for (const char* target :
         {"/", "/search?q=hostile", "/article/bad?q=hostile", "/search?q=hostile&explain=yes",
          "/search?story=bad", "/search?copies-of=bad", "/search?by=outlet&q=hostile"}) {
        const std::string body = page(target);
        CHECK(count(body, "<script") == 1);
        CHECK_FALSE(has(body, "\xE2\x80\xAE"));
    }
    CHECK(has(page("/article/bad"), "&lt;script&gt;alert(1)&lt;/script&gt;"));
    const StrictHtml kept(answer("/export?q=hostile&format=html").body);
    for (const HtmlTag& tag : kept.tags()) CHECK(tag.name != "script");
}

TEST_CASE("hostile requests are text, too") {
    namespace fs = std::filesystem;
    std::vector<std::string> texts{hostile, "\xFF\xFE", "\"<b>", "' onload=x",
                                   std::string(5000, 'a')};
    for (const auto& entry :
         fs::directory_iterator(fs::path(DATELINE_SOURCE) / "tests/fuzz/seeds/query")) {
        std::ifstream file(entry.path(), std::ios::binary);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    for (const std::string& text : texts)
        for (const char* name :
             {"q", "outlet", "since", "story", "by", "sort", "nothing", "limit"}) {
            const std::string target = address_of("/search", {{"q", "harbour"}, {name, text}});
            const Response response = answer(target);
            CAPTURE(target);
            CHECK(response.status < 500);
            const StrictHtml read(response.body);
            if (response.status == 303) continue;
            CHECK(read.fault() == "");
            CHECK(read.unsafe() == "");
        }
    for (const std::string& text : texts)
        CHECK(answer(address_of("/article/" + text.substr(0, 50), {})).status < 500);
}

TEST_CASE("without an index a page says what is missing") {
    const Response response = respond(site_of("/nowhere/at/all"), asked_for("/search?q=a"));
    CHECK(response.status == 503);
    CHECK(has(response.body, "dateline-index"));
}

TEST_CASE("every response has the same safety") {
    const auto& headers = safety_headers();
    const auto value = [&](const std::string& name) {
        for (const auto& [one, text] : headers)
            if (one == name) return text;
        return std::string();
    };
    const std::string policy = value("Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none';"));
    CHECK_FALSE(has(policy, "unsafe"));
    CHECK_FALSE(has(policy, "*"));
    CHECK(value("Cache-Control") == "no-store");
    CHECK(value("Referrer-Policy") == "no-referrer");
    CHECK(value("X-Content-Type-Options") == "nosniff");
    CHECK(value("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(value("Cross-Origin-Resource-Policy") == "same-origin");
}

TEST_CASE("a search is the same command in a shell, quoted") {
    const Site site = site_of("a b");
    CHECK(
        shell_command(site, {{"q", "it's"}, {"recent", "30"}, {"all", "yes"}, {"offset", "10"}}) ==
        "dateline-search '--index=a b' --no-config --recent=30 --all --offset 10 'it'\\''s'");
    CHECK(has(shell_command(site, {{"q", "-politico x"}}), " -- -politico x"));
    CHECK(has(shell_command(site, {{"q", "\"a b\" c"}}), " '\"a b\" c'"));
    CHECK(has(shell_command(site, {{"sort", "oldest"}}), " --timeline --sort oldest"));
    CHECK(has(shell_command(site, {{"q", "war -V"}}), " -- war -V"));
    CHECK(has(shell_command(site, {{"q", "=war"}}), " '=war'"));
    CHECK(shell_show(site, "<desk>:1", {{"q", "a"}}) ==
          "dateline-search '--index=a b' --no-config --show '<desk>:1' a");
}

TEST_CASE("the key is made once, for its owner alone") {
    namespace fs = std::filesystem;
    const TemporaryFolder folder;
    const std::string path = folder / "state/dateline/web-key";
    const std::string key = key_in(path);
    CHECK(key.size() == 32);
    CHECK(key_in(path) == key);
    CHECK(fs::status(path).permissions() == fs::perms(0600));
    CHECK(fs::status(folder / "state/dateline").permissions() == fs::perms(0700));
    fs::permissions(path, fs::perms(0640));
    CHECK_THROWS_AS(key_in(path), Error);
    fs::permissions(path, fs::perms(0600));
    std::ofstream(path) << "short\n";
    CHECK_THROWS_AS(key_in(path), Error);
    CHECK(new_secret() != new_secret());
}

}  // namespace dateline::web
