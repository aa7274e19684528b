// SPDX-License-Identifier: GPL-2.0-or-later
// Fields, ranges and functions in a query.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/error.h"
#include "common/fields.h"
#include "tests/unit/readings.h"

using namespace dateline;

TEST_CASE("a known name before a colon is a field, other colons are text") {
    check_readings(std::to_array<ParsedRow>({
        {"outlet:npr", "outlet:npr"},
        {"source:npr", "outlet:npr"},
        {"headline:pentagon", "title:pentagon"},
        {"Author:Novruz", "author:Novruz"},
        {"outlet:\"The Verge\"", "(phrase outlet:\"The Verge\")"},
        {"outlet:“The Verge”", "(phrase outlet:\"The Verge\")"},
        {"outlet:(npr OR \"the verge\")", "(any outlet:npr (phrase outlet:\"the verge\"))"},
        {"title:(a -b)", "(sequence title:a (not title:b))"},
        {"headline(strike) byline(a b)", "(sequence title:strike (sequence author:a author:b))"},
        {"url:https://x.org/a_(b)?c=1", "url:https://x.org/a_(b)?c=1"},
        {"author: novruz", "author:novruz"},
        {"a &&b", "(all a b)"},
        {"a &&!b", "(except a b)"},
        {"a ||\"b c\"", "(any a (phrase \"b c\"))"},
        {"title:Date:", "title:Date:"},
        {"Date: a new show", "(sequence Date: a new show)"},
        {"http://foo.com/a?b=1", "http://foo.com/a?b=1"},
        {"see https://en.wikipedia.org/wiki/X_(Y) now",
         "(sequence see https://en.wikipedia.org/wiki/X_(Y) now)"},
        {"(https://x.org)", "https://x.org"},
        {"12:30 C: x:y", "(sequence 12:30 C: x:y)"},
        {"a@b.org", "a@b.org"},
        {"has:date -has:outlet", "(sequence (stated date) (not (stated outlet)))"},
        {"has:byline", "(stated author)"},
        {"outlet:*", "(stated outlet)"},
        {"author(s) section(3)", "(sequence author s section 3)"},
        {"date(2021) length(>800)",
         "(sequence (range date 2021-01-01..2021-12-31) (range length 801..))"},
        {"DATE(>2021 AND <2024)", "(all (range date 2022-01-01..) (range date ..2023-12-31))"},
        {"SECTION(3)", "section:3"},
        {"PUB(npr OR bbc)", "(any outlet:npr outlet:bbc)"},
        {"publication(npr)", "outlet:npr"},
        {"a -AU(x)", "(sequence a (not author:x))"},
        {"title (x)", "(sequence title x)"},
        {"outlet:n*", "outlet:n*"},
        {"tag:AND", "tag:AND"},
    }));
}

TEST_CASE("every field of ours may be called like a function") {
    for (const Field& field : fields()) {
        if (field.match == Match::none) continue;
        const std::string value = field.match == Match::range ? "2021" : "x";
        for (const std::string_view name : {field.name, field.alias}) {
            if (name.empty()) continue;
            CAPTURE(name);
            std::string capitals(name);
            for (char& c : capitals) c = static_cast<char>(c - ('a' - 'A'));
            const std::string expected = tree_of(std::string(name) + ":" + value);
            CHECK(tree_of(std::string(name) + "(" + value + ")") == expected);
            CHECK(tree_of(capitals + "(" + value + ")") == expected);
        }
    }
}

TEST_CASE("= behind the colon of a field asks for the whole value") {
    check_readings(std::to_array<ParsedRow>({
        {"outlet:=\"NPR\"", "(phrase outlet:=\"NPR\")"},
        {"outlet:=npr", "outlet:=npr"},
        {"-outlet:=\"NPR\"", "(sequence (not (phrase outlet:=\"NPR\")))"},
        {"outlet:=(\"NPR\" OR bbc)", "(any (phrase outlet:=\"NPR\") outlet:=bbc)"},
        {"outlet:(=\"NPR\" OR bbc)", "(any (phrase outlet:=\"NPR\") outlet:bbc)"},
        {"outlet:=\"new york *\"", "(phrase outlet:=\"new york *\")"},
        {"outlet:=n*", "outlet:=n*"},
        {"outlet:=npr~", "outlet:=npr~"},
        {"url:=https://x.org/a_(b)?c=1", "url:=https://x.org/a_(b)?c=1"},
        {"tag:=AND", "tag:=AND"},
        {"outlet: =npr x", "(sequence outlet:=npr x)"},
        {"outlet:=npr bbc", "(sequence outlet:=npr bbc)"},
        {"date:=2021", "(range date 2021-01-01..2021-12-31)"},
        {"length:=800", "(range length 800..800)"},
        {"outlet:=*", "(stated outlet)"},
    }));
    const Node whole = parse_query("outlet:=\"new york *\"", query_day);
    CHECK(whole.kind == NodeKind::phrase);
    CHECK(whole.form == WordForm::exact);
    CHECK(whole.field == "outlet");
    CHECK(whole.text == "new york *");
    CHECK(parse_query("outlet:\"new york *\"", query_day).form == WordForm::wildcard);
    CHECK(parse_query("outlet:n*", query_day).form == WordForm::wildcard);
    CHECK(parse_query("outlet:=n*", query_day).form == WordForm::exact);
    CHECK(parse_query("outlet:\"new york\"", query_day).form == WordForm::stemmed);
}

TEST_CASE("ranges of dates and numbers") {
    check_readings(std::to_array<ParsedRow>({
        {"date:2026-02", "(range date 2026-02-01..2026-02-28)"},
        {"date:2021..2023-06", "(range date 2021-01-01..2023-06-30)"},
        {"date:2021..", "(range date 2021-01-01..)"},
        {"date:>2021", "(range date 2022-01-01..)"},
        {"date:>=2021-02-03", "(range date 2021-02-03..)"},
        {"date:<2021", "(range date ..2020-12-31)"},
        {"date:<=2021", "(range date ..2021-12-31)"},
        {"date:>=9999", "(range date 9999-01-01..)"},
        {"date:<=0001", "(range date ..0001-12-31)"},
        {"date:<9999", "(range date ..9998-12-31)"},
        {"date:>0001", "(range date 0002-01-01..)"},
        {"date:(2021 OR 2023)",
         "(any (range date 2021-01-01..2021-12-31) (range date 2023-01-01..2023-12-31))"},
        {"length:>800", "(range length 801..)"},
        {"length:>=800", "(range length 800..)"},
        {"length:<800", "(range length 0..799)"},
        {"length:1,000..2000", "(range length 1000..2000)"},
        {"length:..300", "(range length 0..300)"},
        {"length:300", "(range length 300..300)"},
        {"length:(>100 <300)", "(sequence (range length 101..) (range length 0..299))"},
    }));
}

TEST_CASE("functions take a group") {
    check_readings(std::to_array<ParsedRow>({
        {"atleast3(nitrogen)", "(at-least 3 nitrogen)"},
        {"ATLEAST3 (a OR \"b c\")", "(at-least 3 (any a (phrase \"b c\")))"},
        {"first50(toyota recall)", "(first 50 (sequence toyota recall))"},
        {"caps(US)", "(capitals US)"},
        {"ALLCAPS(\"White House\")", "(capitals White House)"},
        {"caps(White House)", "(capitals White House)"},
        {"caps(US OR UK)", "(any (capitals US) (capitals UK))"},
        {"lead:strike", "(lead strike)"},
        {"lead(strike)", "(lead strike)"},
        {"hlead:(a OR b)", "(headline-lead (any a b))"},
        {"HLEAD(a)", "(headline-lead a)"},
        {"-lead:a", "(sequence (not (lead a)))"},
        {"atleast3 caps first50", "(sequence atleast3 caps first50)"},
        {"lead caps (US)", "(sequence lead caps US)"},
    }));
}
