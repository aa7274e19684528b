// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/metadata.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/keys.h"
#include "indexer/metadata/language.h"
#include "indexer/metadata/opening.h"
#include "indexer/metadata/outlets/outlets.h"
#include "searcher/render/guesses.h"

namespace {

using namespace dateline;

const Outlets& outlets() {
    static const Outlets built_in;
    return built_in;
}

RawArticle raw_article(std::vector<RawField> fields, std::string text) {
    RawArticle raw;
    raw.fields = std::move(fields);
    raw.text = std::move(text);
    raw.lines = {{0, 1}};
    return raw;
}

Article resolved(std::vector<RawField> fields, std::string text = "",
                 const std::string& path = "a.md") {
    Place place;
    place.path = path;
    return resolve(raw_article(std::move(fields), std::move(text)), place, outlets()).article;
}

std::string derived(const Article& article, const std::string& field) {
    const auto found = article.derived.find(field);
    return found == article.derived.end() ? "" : found->second;
}

std::string published(const Article& article) {
    return article.published ? to_string(*article.published) : "";
}

TEST_CASE("what a file says under another name is no guess, what was worked out is one") {
    struct Row {
        std::vector<RawField> fields;
        std::string_view field;
        bool guess;
    };
    const Row rows[] = {
        {{{"outlet", {"Own Paper"}, 1}}, "outlet", false},
        {{{"source", {"NPR"}, 1}}, "outlet", false},
        {{{"source", {"Valley Times"}, 1}}, "outlet", false},
        {{{"url", {"https://www.npr.org/a"}, 1}}, "outlet", false},
        {{{"url", {"https://harbour-news.example/a"}, 1}}, "outlet", true},
        {{{"url", {"https://www.npr.org/2019/05/02/a"}, 1}}, "date", true},
        {{{"date", {"2019-05-02"}, 1}}, "date", false},
    };
    for (const Row& row : rows) {
        const Article article = resolved(row.fields);
        CAPTURE(derived(article, std::string(row.field)));
        CAPTURE(article.outlet);
        CHECK(is_guess(article, row.field) == row.guess);
    }
}

TEST_CASE("an outlet has the other names of its host and its own") {
    const Article stated =
        resolved({{"outlet", {"NYT Online News"}, 1}, {"url", {"https://www.nytimes.com/a"}, 2}});
    CHECK(stated.outlet == "NYT Online News");
    CHECK(stated.outlet_names.front() == "The New York Times");
    CHECK(std::ranges::find(stated.outlet_names, "NYT") != stated.outlet_names.end());
    const Article known = resolved({{"outlet", {"NYT"}, 1}});
    CHECK(known.outlet == "The New York Times");
    CHECK(std::ranges::find(known.outlet_names, known.outlet) == known.outlet_names.end());
    CHECK(std::ranges::find(known.outlet_names, "NYT") != known.outlet_names.end());
    CHECK(resolved({{"outlet", {"Own Paper"}, 1}}).outlet_names.empty());
}

TEST_CASE("a first line that reads like a headline is the title and leaves the body") {
    const Article article =
        resolved({{"date", {"2026-02-27"}, 1}},
                 "Firm rejects terms over safeguards dispute.\n\nIt refused on Monday.\n\n"
                 "More followed.");
    CHECK(article.title == "Firm rejects terms over safeguards dispute");
    CHECK(derived(article, "title") == "first line");
    CHECK(article.body == "It refused on Monday.\n\nMore followed.");
    CHECK(article.lines == std::vector<LineMark>{{0, 3}});
    CHECK(published(article) == "2026-02-27");
    CHECK(derived(article, "date") == "");
}

TEST_CASE("without a headline the first sentence serves as title and stays in the body") {
    const std::string text =
        "Feb 26 : The company cannot accede to the request, its chief executive said on Thursday. "
        "More.";
    const Article article = resolved({{"date", {"2026-02-27"}, 1}}, text);
    CHECK(article.title ==
          "The company cannot accede to the request, its chief executive said on Thursday.");
    CHECK(derived(article, "title") == "first sentence");
    CHECK(article.body == text.substr(9));
    CHECK(title_repeats_body(article));
    CHECK(published(article) == "2026-02-27");
}

TEST_CASE("a date line gives the instant and a byline the author, and both leave the body") {
    const Article article = resolved(
        {{"date", {"2026-02-27"}, 1}},
        "27 February 2026 16:42 (UTC+04:00)\n\nAkbar Novruz Read more\n\nThe startup rejected the "
        "demand, suggesting that it is willing to risk the penalties, AzerNEWS reports via "
        "Politico.");
    CHECK(article.instant == "2026-02-27T16:42:00+04:00");
    CHECK(article.authors == std::vector<std::string>{"Akbar Novruz"});
    CHECK(article.body.starts_with("The startup rejected"));
    CHECK(article.lines == std::vector<LineMark>{{0, 5}});
    CHECK(article.outlet == "AzerNEWS");
    CHECK(article.host == "azernews.az");
    CHECK(article.source == "Politico");
}

TEST_CASE("a text that ends with what looks like a byline keeps it") {
    const Article article = resolved({}, "MAY STORES CO, 75,000 AT 49, CROSSED\nBY FIRST BOSTON");
    CHECK(article.title == "MAY STORES CO, 75,000 AT 49, CROSSED");
    CHECK(article.body == "BY FIRST BOSTON");
    CHECK(article.authors.empty());
}

TEST_CASE("a date line of another day than the stated one gives no instant") {
    const Article article =
        resolved({{"date", {"2026-03-01"}, 1}},
                 "27 February 2026 16:42 (UTC+04:00)\n\nThe text follows here.");
    CHECK(published(article) == "2026-03-01");
    CHECK(article.instant == "");
}

TEST_CASE("source is told apart: person, outlet or host") {
    struct Row {
        std::vector<RawField> fields;
        std::string outlet;
        std::string author;
        std::string credit;
    };
    const RawField verge{"url", {"https://www.theverge.com/news/1"}, 2};
    const RawField nowhere{"url", {"https://www.example.org/1"}, 2};
    const Row rows[] = {
        {{{"source", {"Hayden Field"}, 1}, verge}, "The Verge", "Hayden Field", ""},
        {{{"source", {"Hayden Field"}, 1}, verge, {"author", {"Jane Doe"}, 3}},
         "The Verge",
         "Jane Doe",
         "Hayden Field"},
        {{{"source", {"Hayden Field and Jane Doe"}, 1}, verge}, "The Verge", "Hayden Field", ""},
        {{{"source", {"Jane Doe, Staff Writer"}, 1}, verge}, "The Verge", "Jane Doe", ""},
        {{{"source", {"Analysis Li, J. Doe"}, 1}, {"outlet", {"KPCC"}, 2}},
         "KPCC",
         "Analysis Li",
         ""},
        {{{"source", {"Editorial Board"}, 1}, {"outlet", {"KPCC"}, 2}},
         "KPCC",
         "Editorial Board",
         ""},
        {{{"source", {"Abc Wire, Jane Doe"}, 1}, {"outlet", {"KPCC"}, 2}}, "KPCC", "Abc Wire", ""},
        {{{"source", {"Valley Times"}, 1}, {"outlet", {"KPCC"}, 2}}, "KPCC", "", "Valley Times"},
        {{{"author", {"Reuters", "Jane Doe"}, 1}, {"outlet", {"KPCC"}, 2}},
         "KPCC",
         "Jane Doe",
         "Reuters"},
        {{{"author", {"ani"}, 1}, {"outlet", {"KPCC"}, 2}}, "KPCC", "ani", ""},
        {{{"author", {"Reuters"}, 1}, {"outlet", {"Reuters"}, 2}}, "Reuters", "Reuters", ""},
        {{{"source", {"John Stossel"}, 1}, {"outlet", {"John Stossel"}, 2}},
         "John Stossel",
         "",
         ""},
        {{{"source", {"the verge"}, 1}, verge}, "The Verge", "", ""},
        {{{"source", {"theverge.com"}, 1}}, "The Verge", "", ""},
        {{{"source", {"Reuters"}, 1}, verge}, "The Verge", "", "Reuters"},
        {{{"source", {"Reuters"}, 1}}, "Reuters", "", ""},
        {{{"source", {"Valley Times"}, 1}, nowhere}, "Valley Times", "", ""},
        {{{"source", {"My Rust Blog"}, 1}}, "My Rust Blog", "", ""},
        {{{"source", {"example.org"}, 1}}, "example.org", "", ""},
        {{{"source", {"https://www.theverge.com/1"}, 1}}, "The Verge", "", ""},
        {{{"source", {"Jane Doe"}, 1}}, "Jane Doe", "", ""},
        {{{"source", {"NPR"}, 1}, {"outlet", {"KPCC"}, 2}}, "KPCC", "", "NPR"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.fields.front().values.front());
        CAPTURE(row.fields.size());
        const Article article = resolved(row.fields, "It rained.");
        CHECK(article.outlet == row.outlet);
        CHECK((article.authors.empty() ? "" : article.authors.front()) == row.author);
        CHECK(article.source == row.credit);
    }
}

TEST_CASE(
    "the outlet is what the file states, else its URL, else a credit, else the folder's default") {
    const RawField stated{"publisher", {"Valley Voice"}, 1};
    const RawField url{"link", {"https://amp.theguardian.com/x"}, 2};
    const std::string credit = "It rained.\n\nNPR's Jane Doe contributed to this report.";
    Place place;
    place.path = "a.md";
    place.defaults = {{"outlet", {"TRT World"}, 1}};
    place.defaults_from = ".dateline.yaml";
    const auto outlet_of = [&](std::vector<RawField> fields, const std::string& text) {
        const Article article =
            resolve(raw_article(std::move(fields), text), place, outlets()).article;
        return article.outlet + " < " + derived(article, "outlet");
    };
    CHECK(outlet_of({stated, url}, credit) == "Valley Voice < ");
    CHECK(outlet_of({url}, credit) == "The Guardian < host of the URL");
    CHECK(outlet_of({}, credit) == "NPR < credit in the text: contribution credit");
    CHECK(outlet_of({}, "It rained.") == "TRT World < .dateline.yaml");
    place.defaults.clear();
    CHECK(outlet_of({}, "It rained.") == " < ");
}

TEST_CASE("an outlet that is known has its host, also without a URL") {
    const Article article = resolved({{"outlet", {"npr"}, 1}}, "It rained.");
    CHECK(article.outlet == "NPR");
    CHECK(article.host == "npr.org");
    CHECK(derived(article, "host") == "known host of the outlet");
    CHECK(derived(article, "outlet") == "");
}

TEST_CASE("of several keys the most trusted one counts, whatever their order in the file") {
    const Article article = resolved({{"created", {"2026-03-09"}, 1},
                                      {"date", {"2026-03-08"}, 2},
                                      {"pubDate", {"2026-03-07"}, 3},
                                      {"headline", {"The headline"}, 4},
                                      {"Title", {"The title"}, 5},
                                      {"permalink", {"/2026/03/story.html"}, 6},
                                      {"source_url", {"https://example.org/a"}, 7},
                                      {"deck", {"The deck"}, 8},
                                      {"summary", {"summary"}, 9}});
    CHECK(published(article) == "2026-03-07");
    CHECK(article.title == "The title");
    CHECK(article.url == "https://example.org/a");
    CHECK(article.summary == "The deck");
}

TEST_CASE("a day of creation or of change stands in for the day of publication, and says so") {
    const Article created =
        resolved({{"published", {"false"}, 1}, {"created", {"2026-05-09"}, 2}}, "It rained.");
    CHECK(published(created) == "2026-05-09");
    CHECK(derived(created, "date") == "created");
    const Article updated = resolved({{"lastmod", {"2026-05-09"}, 1}}, "It rained.");
    CHECK(derived(updated, "date") == "last updated");
}

TEST_CASE("dates that are impossible, ambiguous or no dates are reported with their line") {
    struct Row {
        std::string date;
        std::string message;
    };
    const Row rows[] = {
        {"2026-02-30", "date '2026-02-30' does not exist"},
        {"7/8/17", "date '7/8/17' is ambiguous: day or month may come first"},
        {"soon", "date 'soon' is not understood"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.date);
        const ResolvedArticle result = resolve(raw_article({{"date", {row.date}, 4}}, "It rained."),
                                               {"a.md", {}, ""}, outlets());
        CHECK_FALSE(result.article.published);
        CHECK(result.problems ==
              std::vector<Problem>{{"", 4, row.message, false, ProblemKind::bad_date}});
    }
}

TEST_CASE("the path or the URL settles which number is the month") {
    const Article by_path = resolved({{"date", {"7/8/17"}, 1}}, "It rained.", "2017/08/07/a.md");
    CHECK(published(by_path) == "2017-08-07");
    const Article by_url =
        resolved({{"date", {"7/8/17"}, 1}, {"url", {"https://example.org/2017/07/08/a"}, 2}});
    CHECK(published(by_url) == "2017-07-08");
}

TEST_CASE("without a stated date, that of the text, the path or the URL counts, in this order") {
    const RawField url{"url", {"https://example.org/2015/06/05/story"}, 1};
    const Article of_text =
        resolved({url}, "By Jane Doe\n\nFeb. 26, 2026\n\nIt rained all day.", "2014-01-02-x.md");
    CHECK(published(of_text) == "2026-02-26");
    CHECK(derived(of_text, "date") == "first lines of the text");
    const Article of_path = resolved({url}, "It rained.", "2014/2014-01-02-x.md");
    CHECK(published(of_path) == "2014-01-02");
    CHECK(derived(of_path, "date") == "file path");
    const Article of_url = resolved({url}, "It rained.");
    CHECK(published(of_url) == "2015-06-05");
    CHECK(derived(of_url, "date") == "URL");
    const Article of_key = resolved({{"path", {"2021/08/03/story"}, 1}}, "It rained.");
    CHECK(published(of_key) == "2021-08-03");
    CHECK(derived(of_key, "date") == "path");
}

TEST_CASE("the first category is the section, the others are tags") {
    const Article article =
        resolved({{"tags", {"suse, events"}, 1}, {"categories", {"News", "Events", "suse"}, 2}});
    CHECK(article.section == "News");
    CHECK(article.tags == std::vector<std::string>{"Events", "suse", "events"});
    CHECK(resolved({{"topic", {"terrorism"}, 1}}).section == "terrorism");
    const Article labels = resolved({{"category", {"grain, wheat, corn"}, 1}});
    CHECK(labels.section == "grain");
    CHECK(labels.tags == std::vector<std::string>{"wheat", "corn"});
    const Article one = resolved({{"category", {"Arts, Culture & Style"}, 1}});
    CHECK(one.section == "Arts, Culture & Style");
}

TEST_CASE("authors are split, cleaned and kept as typed") {
    struct Row {
        std::vector<std::string> values;
        std::vector<std::string> authors;
    };
    const Row rows[] = {
        {{"By Jane Doe and John Roe"}, {"Jane Doe", "John Roe"}},
        {{"Jane Doe, John Roe, and Ann Poe"}, {"Jane Doe", "John Roe", "Ann Poe"}},
        {{"Martin King, Jr., Jane Doe"}, {"Martin King, Jr.", "Jane Doe"}},
        {{"jane@example.org (Jane Doe)", "John Roe <john@example.org>"}, {"Jane Doe", "John Roe"}},
        {{"[[Jane Doe]]", "[[people/john|John Roe]]"}, {"Jane Doe", "John Roe"}},
        {{"amy-mok", "@handle"}, {"amy-mok", "@handle"}},
        {{"Jane Doe", "Jane Doe"}, {"Jane Doe"}},
        {{"Unknown Author", "https://example.org/jane", "“Array”"}, {}},
        {{"Alexander Sandler"}, {"Alexander Sandler"}},
        {{"NARUSE, Yui"}, {"NARUSE, Yui"}},
        {{"Jane Doe, on behalf of The Team"}, {"Jane Doe, on behalf of The Team"}},
        {{"Jane Doe (edited by John Roe)", "Ann Poe (photo: E. Roe)"}, {"Jane Doe", "Ann Poe"}},
        {{"Jane Doe (Reuters)"}, {"Jane Doe (Reuters)"}},
        {{",,;", "", "/"}, {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.values.front());
        CHECK(authors_of(row.values) == row.authors);
    }
}

TEST_CASE("lists that no article has are cut, and a problem says so") {
    const auto list = [](std::size_t count) {
        std::vector<std::string> values;
        for (std::size_t number = 0; number < count; ++number)
            values.push_back("Ann" + std::to_string(number) + " Lee");
        return values;
    };
    struct Row {
        std::string key;
        std::size_t most;
        std::string problem;
    };
    const Row rows[] = {
        {"author", 64, "more than 64 authors; the others are left out"},
        {"tags", 200, "more than 200 tags; the others are left out"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.key);
        for (const std::size_t more : {0U, 1U, 100U}) {
            RawArticle raw;
            raw.fields = {{row.key, list(row.most + more), 3}};
            const ResolvedArticle result = resolve(raw, Place{"a.md", {}, ""}, Outlets());
            const Article& article = result.article;
            CHECK((row.key == "tags" ? article.tags : article.authors).size() == row.most);
            CHECK(result.problems.size() == (more == 0 ? 0 : 1));
            if (more > 0) CHECK(result.problems[0].message == row.problem);
        }
    }
    RawArticle raw;
    raw.fields = {{"x", list(10'001), 3}};
    const std::vector<Problem> problems = resolve(raw, Place{"a.md", {}, ""}, Outlets()).problems;
    CHECK(problems ==
          std::vector<Problem>{
              {"", 3, "more than 10000 values of 'x'; the others are left out", false}});
}

TEST_CASE("a name with more suffixes than a name has keeps some") {
    std::string value = "Jane Doe";
    for (int count = 0; count < 1000; ++count) value += ", Jr.";
    const std::vector<std::string> authors = authors_of({value});
    REQUIRE(authors.size() == 1);
    CHECK(authors[0].starts_with("Jane Doe, Jr., Jr."));
    CHECK(authors[0].size() < 210);
}

TEST_CASE("a byline names people and nothing else") {
    struct Row {
        std::string_view line;
        std::vector<std::string> authors;
    };
    const Row rows[] = {
        {"By Jane Doe", {"Jane Doe"}},
        {"BY JANE DOE AND JOHN ROE", {"JANE DOE", "JOHN ROE"}},
        {"By Jane Doe, The Denver Post", {"Jane Doe"}},
        {"Akbar Novruz Read more", {"Akbar Novruz"}},
        {"作者：方可成", {"方可成"}},
        {"文 | 南方周末记者 王伟凯", {"王伟凯"}},
        {"图文 | 小田", {"小田"}},
        {"记者：王和岩", {"王和岩"}},
        {"By 木田无花，微信公众号（mutianflowerless）", {"木田无花"}},
        {"记者与志愿者一道以买家身份与中介见面", {}},
        {"文章来自「新闻实验室」", {}},
        {"By Monday the rain had stopped", {}},
        {"By the river", {}},
        {"Read more", {}},
        {"Jane Doe", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(authors_of_line(row.line) == row.authors);
    }
}

TEST_CASE("a heading is the title and leaves the body, also when it repeats a stated title") {
    RawArticle raw = raw_article({}, "The Great Flood\n\nIt rained.");
    raw.heading = "The Great Flood";
    const Article by_heading = resolve(raw, {"a.md", {}, ""}, outlets()).article;
    CHECK(by_heading.title == "The Great Flood");
    CHECK(derived(by_heading, "title") == "heading");
    CHECK(by_heading.body == "It rained.");
    const Article repeated =
        resolved({{"title", {"The great flood!"}, 1}}, "The Great Flood\n\nIt rained.");
    CHECK(repeated.title == "The great flood!");
    CHECK(repeated.body == "It rained.");
    const Article other = resolved({{"title", {"Rain"}, 1}}, "The Great Flood\n\nIt rained.");
    CHECK(other.body == "The Great Flood\n\nIt rained.");
}

TEST_CASE("a page's title loses the site's name if another field has it without") {
    const Article article = resolved(
        {{"title", {"Storm hits coast | The Verge"}, 1}, {"og:title", {"Storm hits coast"}, 2}});
    CHECK(article.title == "Storm hits coast");
}

TEST_CASE("an article without any text is titled by its file's name") {
    const Article article = resolved({}, "", "2015/2015-06-05-what-we-know.md");
    CHECK(article.title == "What we know");
    CHECK(derived(article, "title") == "file name");
}

TEST_CASE("marks of lines follow the text when its beginning goes") {
    RawArticle raw;
    raw.text = "one\ntwo\n\nthree\nfour";
    raw.lines = {{0, 5}, {9, 20}};
    drop_prefix(raw, 4);
    CHECK(raw.text == "two\n\nthree\nfour");
    CHECK(raw.lines == std::vector<LineMark>{{0, 6}, {5, 20}});
    drop_prefix(raw, 11);
    CHECK(raw.text == "four");
    CHECK(raw.lines == std::vector<LineMark>{{0, 21}});
    drop_prefix(raw, 100);
    CHECK(raw.text.empty());
}

TEST_CASE("languages are codes, however they are written") {
    struct Row {
        std::string_view stated;
        std::string_view code;
    };
    const Row rows[] = {
        {"en", "en"}, {"en-US", "en"},       {"zh_cn", "zh"}, {"English", "en"},
        {"DE", "de"}, {"Français", "fr"},    {"eng", "en"},   {"xx", ""},
        {"", ""},     {"en_US.UTF-8", "en"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.stated);
        CHECK(language_code(row.stated) == row.code);
    }
    CHECK(language_in_path("de/news/a.md") == "de");
    CHECK(language_in_path("zh_cn/news/a.md") == "zh");
    CHECK(language_in_path("18f/a.md") == "");
    CHECK(language_in_path("a.md") == "");
}

TEST_CASE("a language that nobody states is detected, if the text is long enough to tell") {
    const std::string german =
        "Der Bundestag hat am Donnerstag über den Haushalt beraten. Die Abgeordneten stritten vor "
        "allem "
        "über die Ausgaben für Straßen und Schulen, die im nächsten Jahr steigen sollen.";
    const Article article = resolved({}, german);
    CHECK(article.language == "de");
    CHECK(derived(article, "language") == "detected");
    CHECK(resolved({{"lang", {"de-AT"}, 1}}, "Hallo.").language == "de");
    CHECK(resolved({}, "Ok.").language == "");
}

TEST_CASE("addresses in a text do not hide its language, nor does foreign script among few words") {
    const std::string url =
        "https://example.org/%E6%AD%A6%E6%B1%89%E4%B9%8B%E9%9A%BE%EF%BC%9A%E5%87";
    const std::string chinese = "武汉肺炎从第一则消息发布出来到现在已经二十二天了。";
    CHECK(resolved({}, "原文来自「卿谈」：" + url + url + url + "\n\n" + chinese).language == "zh");
    CHECK(resolved({}, "API, HTTP, DNS, TCP, IP, URL, JSON：一名读懂域名注册与解析").language ==
          "zh");
    CHECK(resolved({}, "API, HTTP, DNS, TCP, JSON：サーバメンテナンスについて").language == "ja");
    CHECK(resolved({}, url + url).language == "");
}

TEST_CASE("a host in a source line gives the outlet's name, as in a URL") {
    const Article article = resolved({}, "原文地址 www.coolshell.cn\n\n正文");
    CHECK(article.outlet == "Coolshell");
    CHECK(article.host == "coolshell.cn");
    CHECK(resolved({}, "原文地址 www.zhihu.com\n\n正文").outlet == "Zhihu");
}

TEST_CASE("a name in a source line goes before the host of the address beside it") {
    const std::string line = "原文来自「传播学之思」：https://2049bbs.xyz/t/2622\n\n正文";
    const Article article = resolved({{"title", {"谣言"}, 1}}, line);
    CHECK(article.outlet == "传播学之思");
    CHECK(article.host == "2049bbs.xyz");
    // The line has only the title's link.
    const Article untold =
        resolved({{"title", {"带血的庞氏，简史"}, 1}}, "原文来自：带血的庞氏，简史\n\n正文");
    CHECK(untold.outlet == "");
}

TEST_CASE("an address without its scheme is one all the same, and says so") {
    const Article article =
        resolved({{"origin_url", {"//zhuanlan.zhihu.com/p/2"}, 1}}, "It rained.");
    CHECK(article.url == "https://zhuanlan.zhihu.com/p/2");
    CHECK(article.host == "zhuanlan.zhihu.com");
    CHECK(article.outlet == "Zhihu");
    CHECK(derived(article, "url") == "scheme added");
    CHECK(resolved({{"url", {"//files/a b.html"}, 1}}, "It rained.").url == "");
}

TEST_CASE("keys are found however they are typed") {
    for (const std::string_view key :
         {"publishedAt", "published_at", "published-at", "PUBLISHED AT"}) {
        CAPTURE(key);
        REQUIRE(find_key(key) != nullptr);
        CHECK(find_key(key)->meaning == Meaning::date);
    }
    CHECK(find_key("og:site_name")->meaning == Meaning::outlet);
    CHECK(find_key("layout") == nullptr);
    CHECK(find_key("") == nullptr);
    CHECK(find_key(std::string(1000, 'a')) == nullptr);
}

TEST_CASE("no bytes upset the resolving") {
    std::mt19937 random(7);
    const std::string_view pieces[] = {"By ",       "Jane Doe",
                                       "\n",        "\n\n",
                                       "Feb 26 : ", "(CNN) -- ",
                                       "\xE2\x80",  "\xFF",
                                       "NPR's ",    " contributed to this report",
                                       "©",         "https://",
                                       "[[",        "]]",
                                       "|",         "&#",
                                       "<b",        "**",
                                       "_",         "](",
                                       "作者：",    " reports via ",
                                       ".",         "2026-02-30"};
    const std::string_view keys[] = {"title", "source", "url",  "date", "authors",
                                     "tags",  "lang",   "from", "site"};
    const auto garbage = [&] {
        std::string text;
        for (auto i = random() % 24; i > 0; --i) text += pieces[random() % std::size(pieces)];
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        RawArticle raw = raw_article({}, garbage());
        raw.heading = garbage();
        raw.identity = garbage();
        for (auto i = random() % 5; i > 0; --i) {
            raw.fields.push_back(
                {std::string(keys[random() % std::size(keys)]), {garbage(), garbage()}, 1});
        }
        const ResolvedArticle result = resolve(raw, {garbage(), raw.fields, "d"}, outlets());
        CHECK(result.article.body.size() <= raw.text.size());
    }
}

}  // namespace
