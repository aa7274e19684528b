// SPDX-License-Identifier: GPL-2.0-or-later
// The outlet, its host and its names.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/resolved_article.h"

namespace {

using namespace dateline;

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
        {{{"source", {"European Commission"}, 1}, verge}, "The Verge", "", "European Commission"},
        {{{"source", {"Example Stiftung GmbH"}, 1}, verge},
         "The Verge",
         "",
         "Example Stiftung GmbH"},
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

}  // namespace
