// SPDX-License-Identifier: GPL-2.0-or-later
// The language of an article.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/metadata/language.h"
#include "tests/unit/resolved_article.h"

namespace {

using namespace dateline;

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

}  // namespace
