// SPDX-License-Identifier: GPL-2.0-or-later
// What is no list: articles, what changed, exports, completion, keys, the shell's commands.
#include "searcher/web/article_text.h"
#include "searcher/web/asked.h"
#include "tests/unit/web_pages.h"

namespace dateline::web {

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

}  // namespace dateline::web
