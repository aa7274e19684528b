// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/credits.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "indexer/metadata/outlets/source_lines.h"
#include "indexer/readers/readers.h"

namespace {

using namespace dateline;

TEST_CASE("only set forms of credit name the outlet, and agencies are the source") {
    const Outlets outlets;
    struct Row {
        std::string_view text;
        std::string_view outlet;
        std::string_view source;
    };
    const Row rows[] = {
        {"Text.\n\nNPR's Bobby Allyn contributed to this report.\n", "NPR", ""},
        {"Text.\n\nNPR’s Bobby Allyn contributed to this report.", "NPR", ""},
        {"Text.\n\nFox News' Alex Pappas and Jake Gibson contributed to this report.", "Fox News",
         ""},
        {"Fox News' Ed Henry and The Associated Press contributed to this report.", "Fox News",
         "Associated Press"},
        {"The Associated Press contributed to this report.", "", "Associated Press"},
        {"AP's Jane Doe contributed to this report.", "", "Associated Press"},
        {"Jane Doe contributed to this report.", "", ""},
        {"CNN's Kevin Bohn and NPR's Bobby Allyn contributed to this report.", "", ""},
        {"(CNN) -- The president said", "CNN", ""},
        {"Washington (CNN) The president said", "CNN", ""},
        {"WASHINGTON (Reuters) - The president said", "", "Reuters"},
        {"PARIS, Feb 26 (AFP) — The president said", "", "Agence France-Presse"},
        {"He spoke (CNN) of it.", "", ""},
        {"Mueller (Jonathan Ernst/Reuters)\n\nFour things", "", ""},
        {"The firm rejected it, AzerNEWS reports via Politico.\n\nMore.", "AzerNEWS", "Politico"},
        {"It fell on Friday, The Village Voice reports via Reuters.", "The Village Voice",
         "Reuters"},
        {"Copyright © 2019 The Washington Times, LLC. Click here.", "The Washington Times", ""},
        {"Text.\n\n© 2020 The Associated Press. All rights reserved.", "", "Associated Press"},
        {"Image copyright Getty Images", "", ""},
        {"Tom Brook\n\nUSA TODAY\n\nWASHINGTON — The Pentagon", "USA Today", ""},
        {"The views do not represent the views of Townhall.com.\n\nText.", "Townhall", ""},
        {"A senior official told NPR this week.", "", ""},
        {"Hill's Jane Doe contributed to this report.", "", ""},
        {"according to Reuters, which reported it first.", "", ""},
        {"", "", ""},
        {"(", "", ""},
        {"' contributed to this report", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const Credits credits = read_credits(row.text, AskedOutlets(outlets));
        CHECK(credits.outlet == row.outlet);
        CHECK(credits.source == row.source);
        CHECK(credits.outlet_from.empty() == credits.outlet.empty());
        CHECK(credits.source_from.empty() == credits.source.empty());
    }
}

TEST_CASE("a text of nothing but credits is read in linear time") {
    const Outlets outlets;
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "NPR's ''''' contributed to this report © 2019 (";
    CHECK(read_credits(text, AskedOutlets(outlets)).outlet == "NPR");
}

TEST_CASE("archivists' lines above a text say whence it came") {
    struct Row {
        std::string text;
        SourceLines lines;
    };
    const std::string long_url = "https://example.org/" + std::string(400, 'x');
    const std::string long_url_line = "原文来自「卿谈 」：" + long_url + "\n\n正文";
    const Row rows[] = {
        {"原文来自「新闻实验室」：复盘\n\n作者：方可成\n\n正文", {{"方可成"}, "新闻实验室", ""}},
        {"出自微信订阅号「羚羊实验室」：沈阳\n作者：季星 房宫一柳",
         {{"季星", "房宫一柳"}, "羚羊实验室", ""}},
        {"原文地址 https://example.org/a（删）\n", {{}, "", "https://example.org/a"}},
        {"Source: Die Zeit\nAuthor: Jane Doe and John Roe\n\nText",
         {{"Jane Doe", "John Roe"}, "Die Zeit", ""}},
        {"The source said so.", {}},
        {"Source: github example/archive HEAD 0a1b2c, pages/", {}},
        {"本文由简悦转码，原文来自微信「女泉」：校方回应\n\n正文", {{}, "女泉", ""}},
        {"作者\u00A0咸鱼打挺\n\n正文", {{"咸鱼打挺"}, "", ""}},
        {"撰文 朱南柔 编辑 杜藤\n\n正文", {{"朱南柔"}, "", ""}},
        {"源自微信公号「我的票圈」：没有\n\n撰文 | 葛佳男", {{"葛佳男"}, "我的票圈", ""}},
        {"本文由 简悦 转码， 原文地址 www.zhihu.com\n\n正文", {{}, "www.zhihu.com", ""}},
        {"作者\u00A0|\u00A0荆欣雨\n\n正文", {{"荆欣雨"}, "", ""}},
        {"本文来自微信公众号 historicize 的 二次复活", {{}, "historicize 的 二次复活", ""}},
        {"文｜龚菁琦\n\n编辑｜金石\n\n正文", {{"龚菁琦"}, "", ""}},
        {"作者 中青报·中青网记者 杨海\n\n编辑 从玉华\n\n正文", {{"杨海"}, "", ""}},
        {"来自微信公众号“权促会”：谴责信\n\n正文", {{}, "权促会", ""}},
        {"原文来自微信（风声照旧）：承包食堂\n\n正文", {{}, "风声照旧", ""}},
        {"原文来自简书「蘑菇快长大」：七问七答\n\n正文", {{}, "简书", ""}},
        {"本文由简悦转码， 原文来自微信「晒爱思」：高考\n\n正文", {{}, "晒爱思", ""}},
        {"（原载于公众号“木田君的镐头”）\n\n正文", {{}, "木田君的镐头", ""}},
        {long_url_line, {{}, "卿谈", std::string(long_url)}},
        {"正文\n\n" + std::string("一\n二\n三\n四\n五\n六\n七\n八\n\n") +
             "via: https://example.org/a/b\n\n作者：Jim Doe 选题：lily\n译者：Max Mustermann",
         {{"Jim Doe"}, "", "https://example.org/a/b"}},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\n来源：知乎", {{}, "知乎", ""}},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\nSource: Bureau of Statistics", {}},
        {"1\n2\n3\n4\n5\n6\n7\n8\n9\n作者：季星，北大本科。", {}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const SourceLines lines = read_source_lines(row.text, {});
        CHECK(lines.authors == row.lines.authors);
        CHECK(lines.outlet == row.lines.outlet);
        CHECK(lines.url == row.lines.url);
    }
}

TEST_CASE("a link near the beginning that names the original gives its address") {
    struct Row {
        std::string_view markdown;
        std::string_view url;
    };
    const Row rows[] = {
        {"原文来自「X」：[题目](https://x.example/s/1)\n\n正文", "https://x.example/s/1"},
        {"原文来自「X」：~~[题目](https://x.example/s/1)~~\n\n正文", "https://x.example/s/1"},
        {"来源：「X」，[原文](https://x.example/s/1?a=1&amp;b=2)\n",
         "https://x.example/s/1?a=1&b=2"},
        {"Source: [The Example](https://x.example/a)\n\nText", "https://x.example/a"},
        {"Source: [The Example](https://x.example/)\n\nText", ""},
        {"作者：[罗婷](https://x.example/u/1)\n\n正文", ""},
        {"A [word](https://x.example/a) of the text.", ""},
        {"作者：巴芮，[原文](http://x.example/s/2)发自公众号人物", "http://x.example/s/2"},
        {"# 题目\n\n> 原文地址 [x.example](https://x.example/post/7)\n\n正文",
         "https://x.example/post/7"},
        {"> 本文由 [简悦](http://s.example/simp/) 转码， 原文地址 "
         "[y.example](https://y.example/p/1)",
         "https://y.example/p/1"},
        {"LinkedIn and [others](https://x.example/a) were first.", ""},
        {"*Originally posted on [our blog](https://x.example/b/).*", "https://x.example/b/"},
        {"Source: [mail](mailto:a@b.example)\n\nText", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.markdown);
        const RawArticle article = read_markdown(row.markdown).articles.at(0);
        CHECK(read_source_lines(article.text, article.links).url == row.url);
    }
}

}  // namespace
