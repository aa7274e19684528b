// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/fields.h"
#include "searcher/query/characters.h"
#include "searcher/query/describe.h"
#include "searcher/query/operands.h"
#include "searcher/query/tree.h"

using namespace dateline;

namespace {

const Day today = *make_day(2026, 3, 1);

std::string tree_of(std::string_view typed) {
    return to_string(parse_query(typed, today));
}

struct Reading {
    std::string_view typed;
    std::string_view tree;
};

template <std::size_t size>
void check_readings(const std::array<Reading, size>& rows) {
    for (const Reading& row : rows) {
        CAPTURE(row.typed);
        CHECK(tree_of(row.typed) == row.tree);
    }
}

template <std::size_t size>
void check_same_reading(const std::array<Reading, size>& rows) {
    for (const Reading& row : rows) {
        CAPTURE(row.typed);
        CHECK(tree_of(row.typed) == tree_of(row.tree));
    }
}

/// The message and hint of the Error that the query gives; "" if it gives none.
std::string complaint(std::string_view typed) {
    try {
        parse_query(typed, today);
    } catch (const Error& error) {
        return std::string(error.what()) + "\nhint: " + error.hint();
    }
    return "";
}

/// The column of the caret, from 0.
std::size_t caret_column(std::string_view typed) {
    try {
        parse_query(typed, today);
    } catch (const Error& error) {
        const std::string message = error.what();
        return message.size() - 1 - (message.rfind("\n  ") + 3);
    }
    return std::string::npos;
}

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (lead >= 0x80 && lead < 0xC2) return false;
        if (at + length > text.size()) return false;
        for (std::size_t i = at + 1; i < at + length; ++i)
            if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) return false;
        at += length;
    }
    return true;
}

bool has_note(const Node& node, std::string_view part) {
    return std::ranges::any_of(
        node.notes, [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("words side by side are a sequence and one word is a word") {
    check_readings(std::to_array<Reading>({
        {"", "(sequence)"},
        {"  \t\n ", "(sequence)"},
        {"pentagon", "pentagon"},
        {"pentagon hegseth", "(sequence pentagon hegseth)"},
        {"pentagon\u00A0hegseth\u3000x", "(sequence pentagon hegseth x)"},
        {"supply chain, risk.", "(sequence supply chain, risk.)"},
        {"(pentagon)", "pentagon"},
        {"((a b))", "(sequence a b)"},
        {"(a b) c", "(sequence (sequence a b) c)"},
        {"（a OR b）", "(any a b)"},
    }));
}

TEST_CASE("all kinds of double quotes make phrases") {
    check_readings(std::to_array<Reading>({
        {"\"supply chain risk\"", "(phrase \"supply chain risk\")"},
        {"“supply chain risk”", "(phrase \"supply chain risk\")"},
        {"„supply chain“", "(phrase \"supply chain\")"},
        {"«supply chain»", "(phrase \"supply chain\")"},
        {"« supply chain »", "(phrase \"supply chain\")"},
        {"”supply chain”", "(phrase \"supply chain\")"},
        {"“supply chain\"", "(phrase \"supply chain\")"},
        {"「供应链」", "(phrase \"供应链\")"},
        {"\"a\"\"b\"", "(sequence (phrase \"a\") (phrase \"b\"))"},
        {"a\"b c\"d", "(sequence a (phrase \"b c\") d)"},
        {"\"AND (OR\"", "(phrase \"AND (OR\")"},
        {"12\" vinyl", "(sequence 12\" vinyl)"},
        {"(a 6\") b", "(sequence (sequence a 6\") b)"},
        {"\"top 10\" list", "(sequence (phrase \"top 10\") list)"},
        {"don’t 'quoted'", "(sequence don’t 'quoted')"},
        {"\"\" a", "a"},
    }));
}

TEST_CASE("operators in capitals join the words beside them, NOT and AND before OR") {
    check_readings(std::to_array<Reading>({
        {"a AND b", "(all a b)"},
        {"a AND b AND c", "(all a b c)"},
        {"a OR b", "(any a b)"},
        {"a OR b OR c", "(any a b c)"},
        {"a OR b AND c", "(any a (all b c))"},
        {"a AND b OR c", "(any (all a b) c)"},
        {"(a OR b) AND c", "(all (any a b) c)"},
        {"a NOT b", "(except a b)"},
        {"a AND NOT b", "(except a b)"},
        {"a AND -b", "(except a b)"},
        {"a NOT b NOT c", "(except a b c)"},
        {"a NOT b AND c", "(except (all a c) b)"},
        {"a OR b NOT c", "(any a (except b c))"},
        {"a NOT (b OR c)", "(except a (any b c))"},
        {"supply chain OR network", "(sequence supply (any chain network))"},
        {"a b AND c d", "(sequence a (all b c) d)"},
        {"a b NOT c", "(sequence a b (not c))"},
        {"a b AND c NOT d", "(sequence a (all b c) (not d))"},
        {"(a NOT b) c", "(sequence (except a b) c)"},
        {"a && b || c", "(any (all a b) c)"},
        {"a | b", "(any a b)"},
        {"a and b or c not d", "(sequence a and b or c not d)"},
        {"And Or Not", "(sequence And Or Not)"},
        {"\"OR\" a", "(sequence (phrase \"OR\") a)"},
    }));
}

TEST_CASE("a minus directly before a word leaves it out, other dashes do not") {
    check_readings(std::to_array<Reading>({
        {"hegseth -politico", "(sequence hegseth (not politico))"},
        {"-politico hegseth", "(sequence (not politico) hegseth)"},
        {"-politico", "(sequence (not politico))"},
        {"NOT politico", "(sequence (not politico))"},
        {"a -\"b c\"", "(sequence a (not (phrase \"b c\")))"},
        {"a -“b c”", "(sequence a (not (phrase \"b c\")))"},
        {"a -(b OR c)", "(sequence a (not (any b c)))"},
        {"a -outlet:npr", "(sequence a (not outlet:npr))"},
        {"a OR -b", "(any a (sequence (not b)))"},
        {"kavanaugh !ford", "(sequence kavanaugh (not ford))"},
        {"a !\"b c\"", "(sequence a (not (phrase \"b c\")))"},
        {"a !(b OR c)", "(sequence a (not (any b c)))"},
        {"a AND !b", "(except a b)"},
        {"a !outlet:npr", "(sequence a (not outlet:npr))"},
        {"a !=b", "(sequence a (not =b))"},
        {"stop! a !! b !", "(sequence stop! a b)"},
        {"a - b", "(sequence a b)"},
        {"a – b — c", "(sequence a b c)"},
        {"- a", "a"},
        {"–a b", "(sequence a b)"},
        {"--a", "a"},
        {"well-being F-16", "(sequence well-being F-16)"},
        {"a- b-", "(sequence a- b-)"},
        {"-> a", "a"},
        {"a (-b)", "(sequence a (sequence (not b)))"},
    }));
}

TEST_CASE("proximity binds tighter than the other operators") {
    check_readings(std::to_array<Reading>({
        {"a w/5 b", "(near 5 a b)"},
        {"a W/5 b", "(near 5 a b)"},
        {"a pre/3 b", "(before 3 a b)"},
        {"a /s b", "(same-sentence a b)"},
        {"a /P b", "(same-paragraph a b)"},
        {"a w/s b w/p c", "(same-paragraph (same-sentence a b) c)"},
        {"a not w/3 b", "(not-near 3 a b)"},
        {"a NOT w/3 b", "(not-near 3 a b)"},
        {"a NEAR/5 b", "(near 5 a b)"},
        {"a /5 b", "(near 5 a b)"},
        {"a near5 b adj2 c", "(before 2 (near 5 a b) c)"},
        {"a AROUND(5) b", "(near 5 a b)"},
        {"(strike OR walkout) w/5 (rail OR port)", "(near 5 (any strike walkout) (any rail port))"},
        {"\"supply chain\" w/5 risk", "(near 5 (phrase \"supply chain\") risk)"},
        {"supply chain w/5 risk", "(sequence supply (near 5 chain risk))"},
        {"a OR b w/2 c AND d", "(any a (all (near 2 b c) d))"},
        {"a -b w/2 c", "(sequence a (not (near 2 b c)))"},
        {"a w/2 b w/3 c", "(near 3 (near 2 a b) c)"},
        {"title:(a w/2 b)", "(near 2 title:a title:b)"},
        {"w/o w/coffee 9/11 and/or", "(sequence w/o w/coffee 9/11 and/or)"},
    }));
}

TEST_CASE("prefixes, wildcards and fuzzy words") {
    check_readings(std::to_array<Reading>({
        {"=strikes", "=strikes"},
        {"=\"strikes\"", "(phrase =\"strikes\")"},
        {"=\"naïve person\" x", "(sequence (phrase =\"naïve person\") x)"},
        {"(=\"naïve person\" OR =Zoë)", "(any (phrase =\"naïve person\") =Zoë)"},
        {"=surveil*", "surveil*"},
        {"+rail strike", "(sequence +rail strike)"},
        {"+\"a b\" +(a OR b)", "(sequence +(phrase \"a b\") +(any a b))"},
        {"+=strikes", "+=strikes"},
        {"surveil*", "surveil*"},
        {"w?rd *ing", "(sequence w?rd *ing)"},
        {"what? is this?!", "(sequence what? is this?!)"},
        {"word~", "word~1"},
        {"journalist~", "journalist~2"},
        {"word~2 a~1", "(sequence word~2 a~1)"},
        {"~/notes", "~/notes"},
        {"C++ 1+1 a=b", "(sequence C++ 1+1 a=b)"},
        {"AT&T @nasa #tag $5", "(sequence AT&T @nasa #tag $5)"},
    }));
}

TEST_CASE("punctuation behind a pattern is dropped in whole characters") {
    check_readings(std::to_array<Reading>({
        {"b*æ", "b*æ"},
        {"минист*, директ*…", "(sequence минист* директ*)"},
        {"минист*и", "минист*и"},
        {"供*应!… 供*应。", "(sequence 供*应 供*应)"},
        {"b*😀", "b*😀"},
        {"a…", "a…"},
    }));
}

TEST_CASE("what is left of a word is whole characters, and only punctuation is lost") {
    static constexpr std::array<std::string_view, 18> letters{"a", "Z", "7", "æ",  "и",  "ф",
                                                              "ж", "ç", "…", "供", "应", "ま",
                                                              "😀", "€", "'", ".",  "—",  "\u0301"};
    static constexpr std::array<std::string_view, 12> tails{"",  "?",  "!", "…",  ".",  "…?",
                                                            "’", "。", "'", ";:", "！", "?…!"};
    std::mt19937 random(15);
    const auto one_of = [&](const auto& list) { return list[random() % list.size()]; };
    for (int round = 0; round < 5000; ++round) {
        std::string core("a");
        for (std::size_t more = random() % 5; more > 0; --more) core += one_of(letters);
        core.insert(1, random() % 2 == 0 ? "*" : "");
        const std::string typed = core + std::string(one_of(tails));
        CAPTURE(typed);
        const std::string_view left = without_punctuation(typed);
        CHECK(is_utf8(left));
        CHECK(is_utf8(typed.substr(left.size())));
        CHECK(std::string_view(typed).starts_with(left));
        CHECK(count_letters(typed.substr(left.size())) == 0);
        const Node node = parse_query(typed, today);
        CHECK(is_utf8(node.text));
        CHECK(count_letters(node.text) == count_letters(typed));
    }
}

TEST_CASE("a range that was typed apart is named as it is typed in one") {
    for (const char* typed : {"date:2018 ..2019", "date:\"2018\"..2019"}) {
        CAPTURE(typed);
        CHECK(complaint(typed).ends_with("hint: type date:2018..2019"));
    }
}

TEST_CASE("a known name before a colon is a field, other colons are text") {
    check_readings(std::to_array<Reading>({
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
    check_readings(std::to_array<Reading>({
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
    const Node whole = parse_query("outlet:=\"new york *\"", today);
    CHECK(whole.kind == NodeKind::phrase);
    CHECK(whole.form == WordForm::exact);
    CHECK(whole.field == "outlet");
    CHECK(whole.text == "new york *");
    CHECK(parse_query("outlet:\"new york *\"", today).form == WordForm::wildcard);
    CHECK(parse_query("outlet:n*", today).form == WordForm::wildcard);
    CHECK(parse_query("outlet:=n*", today).form == WordForm::exact);
    CHECK(parse_query("outlet:\"new york\"", today).form == WordForm::stemmed);
}

TEST_CASE("ranges of dates and numbers") {
    check_readings(std::to_array<Reading>({
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
    check_readings(std::to_array<Reading>({
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

TEST_CASE("the same question in several spellings") {
    check_same_reading(std::to_array<Reading>({
        {"“a b” –  c", "\"a b\" c"},
        {"a AND NOT b", "a NOT b"},
        {"  a   b ", "a b"},
        {"a OR (b OR c)", "a OR (b | c)"},
        {"byline:x", "author:x"},
    }));
}

TEST_CASE("an error names the trouble and points at the place") {
    struct Row {
        std::string_view typed;
        std::string_view message;
        std::size_t column;
    };
    const auto rows = std::to_array<Row>({
        {"(a OR", "'OR' needs a word on each side", 3},
        {"(a b", "this '(' is never closed", 0},
        {"x (a (b)", "this '(' is never closed", 2},
        {"a) b", "this ')' has no '('", 1},
        {"a ()", "nothing between the parentheses", 2},
        {"a \"b c", "this quote is never closed", 2},
        {"“ä” “b c", "this quote is never closed", 4},
        {"OR a", "'OR' needs a word", 0},
        {"a AND", "'AND' needs a word", 2},
        {"a OR OR b", "'OR' needs a word", 2},
        {"a NOT", "'NOT' needs a word", 2},
        {"a NOT -b", "excluded only once", 6},
        {"w/5 b", "'w/5' needs a word", 0},
        {"a w/5", "'w/5' needs a word", 2},
        {"a not w/5", "'not w/5' needs a word", 2},
        {"a w/0 b", "1 to 255", 2},
        {"a pre/256 b", "1 to 255", 2},
        {"a w/99999999999999999999 b", "1 to 255", 2},
        {"a not pre/3 b", "'not' goes with w/n only", 2},
        {"(a b) w/5 c", "'w/5' takes words", 0},
        {"a w/5 (b AND c)", "'w/5' takes words", 6},
        {"a w/5 outlet:npr", "'w/5' takes words", 6},
        {"a w/5 -b", "cannot be excluded", 6},
        {"atleast3(a b)", "takes words", 8},
        {"atleast0(a)", "out of range", 0},
        {"first999999(a)", "out of range", 0},
        {"caps(a*)", "'caps' takes a word", 4},
        {"title:caps(US)", "'caps' takes a word", 10},
        {"outlt:npr", "no field 'outlt'", 0},
        {"a outlt:\"The Verge\"", "no field 'outlt'", 2},
        {"site:npr.org", "no field 'site'", 0},
        {"hd=strike", "no field 'hd='", 0},
        {"wc>1000", "no field 'wc>'", 0},
        {"has:dat", "does not know 'dat'", 4},
        {"author:", "nothing follows 'author:'", 0},
        {"author:PUB(npr)", "a field cannot stand inside another", 7},
        {"lead:outlet:npr", "a field cannot stand inside another", 5},
        {"outlet:title(x)", "a field cannot stand inside another", 7},
        {"date:2018 .. 2019", "a range has neither blanks nor quotes", 10},
        {"date:2018 ..2019", "a range has neither blanks nor quotes", 10},
        {"date:\"2018\"..2019", "a range has neither blanks nor quotes", 11},
        {"a !!b", "a word can be excluded only once", 2},
        {"a !-b", "a word can be excluded only once", 2},
        {"a ANDNOT b", "'ANDNOT' is no operator here", 2},
        {"(title:)", "nothing follows 'title:'", 1},
        {"title:&", "no letters or digits", 6},
        {"outlet:-npr", "before the field's name", 7},
        {"summary:x", "cannot be searched", 8},
        {"date:2026-02-30", "2026-02-30", 5},
        {"date:>9999", "no day is after 9999-12-31", 5},
        {"date:>9999-12-31", "no day is after 9999-12-31", 5},
        {"date:<0001", "no day is before 0001-01-01", 5},
        {"date:<0001-01", "no day is before 0001-01-01", 5},
        {"date:>2025..", "date:> takes one date, not the range '2025..'", 5},
        {"date:>=..2025", "date:>= takes one date, not the range '..2025'", 5},
        {"date:<2024..2025", "date:< takes one date, not the range '2024..2025'", 5},
        {"date:(x OR 2021)", "'x'", 6},
        {"length:many", "no range of numbers", 7},
        {"length:800..100", "no range of numbers", 7},
        {"length:99999999999999999999", "no range of numbers", 7},
        {"length:<0", "no range of numbers", 7},
        {"a *", "a wildcard needs letters", 2},
        {"a ??? *?", "a wildcard needs letters", 6},
        {"word~3", "1 or 2 letters", 0},
        {"word~0.8", "1 or 2 letters", 0},
        {"\"a b\"~5", "behind single words", 5},
        {"strike^2", "weight with ^", 0},
        {"=(a b)", "stands directly before a word", 0},
        {"=word~", "'~' for similar words", 1},
        {"outlet:=", "no letters or digits", 7},
        {"outlet:=-npr", "before the field's name", 8},
        {"!", "no word", 0},
        {"NOT !b", "excluded only once", 4},
        {"strike NEAR rail", "'NEAR' is no operator here", 7},
        {"strike SAME \"rail port\"", "'SAME' is no operator here", 7},
        {"strike W/ rail", "'W/' is no operator here", 7},
        {"(strike) WITHIN rail", "'WITHIN' is no operator here", 9},
        {"from:x", "no field 'from'", 0},
        {"by:x", "no field 'by'", 0},
        {"a in:x", "no field 'in'", 2},
        {"subject:x", "no field 'subject'", 0},
        {"strike/F50/", "'/F50/' is no operator here", 0},
        {"date:[2021 TO 2023]", "no brackets", 5},
        {"BODY(x)", "cannot be searched", 5},
        {"DATE(s OR x)", "'s'", 5},
        {"!!! ...", "no word in the query", 0},
        {"  &", "no word in the query", 2},
        {"\"...\"", "no word in the query", 0},
        {"供应 (链", "never closed", 5},
    });
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        const std::string text = complaint(row.typed);
        CAPTURE(text);
        CHECK(text.find(row.message) != std::string::npos);
        CHECK(text.substr(text.find("\nhint: ")).size() > 8);
        CHECK(caret_column(row.typed) == row.column);
    }
}

TEST_CASE("a long query is cut around the place of the error") {
    std::string typed;
    for (int i = 0; i < 60; ++i) typed += "wörter ";
    typed += "(b";
    const std::string text = complaint(typed);
    CAPTURE(text);
    CHECK(text.find("\n  …") != std::string::npos);
    CHECK(text.find("(b\n") != std::string::npos);
    CHECK(caret_column(typed) == 49);
}

TEST_CASE("control characters and broken bytes never reach an error message") {
    const std::string text = complaint("a\x1b[31m\xff\x80 (\n b");
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\xff') == std::string::npos);
    CHECK(text.find("never closed") != std::string::npos);
}

TEST_CASE("doubtful places are noted") {
    struct Row {
        std::string_view typed;
        std::string_view note;
    };
    const auto rows = std::to_array<Row>({
        {"supply chain OR network", "read as: supply (chain OR network)"},
        {"supply chain w/5 risk", "read as: supply (chain w/5 risk)"},
        {"–nuclear talks", "'–nuclear' was read without its dash"},
        {"!nuclear talks", "'!' was read as -"},
        {"kavanaugh !(ford OR blasey)", "'!' was read as -"},
        {"surveil! act",
         "'surveil!' was read without its !; for all words that begin so type surveil*"},
        {"strike same rail", "the operator is typed: strike /p rail"},
        {"strike w/ rail", "the operator is typed: strike w/5 rail"},
        {"STRIKE NEAR RAIL", "'NEAR' was read as a word"},
        {"atleast3 strike", "atleast3(strike)"},
        {"ATLEAST3 strike", "atleast3(strike)"},
        {"first50 strike", "first50(strike)"},
        {"subjekt:iran", "there is no field 'subjekt', so 'subjekt:' was read as a word"},
        {"the author(s) said", "'author(s)' was read as words; for the field type author:s"},
        {"SOURCE(S) SAY", "'SOURCE(S)' was read as words"},
        {"under section(3) of", "for the field type section:3"},
        {"a pub(lic) house", "'pub(lic)' was read as words; for the field type outlet:lic"},
        {"PUB (npr) a", "'PUB' was read as a word; for the field type outlet:(…)"},
        {"COMPANY(apple) a", "there is no field 'COMPANY', so it was read as a word"},
        {"site: npr.org", "'site:' was read as a word; for the field type outlet:…"},
        {"=naïv*", "accents are not looked at in 'naïv*'"},
        {"=\"naïve pers*\"", "accents are not looked at in 'naïve pers*'"},
        {"a $ b", "'$' has no letters or digits"},
        {"a \"...\"", "a phrase without words"},
        {"author: novruz", "'author: ' was read as the field"},
        {"length:100.. 200", "a range has no blanks: length:100..200"},
        {"strike or walkout", "'or' in small letters"},
        {"strike not walkout", "'not' in small letters"},
        {"a OR -b", "every other article"},
    });
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(has_note(parse_query(row.typed, today), row.note));
    }
}

TEST_CASE("plain queries are read without any note") {
    for (const std::string_view typed :
         {"pentagon hegseth", "a - b", "a & b ...", "strike OR walkout outlet:npr", "AT&T -b",
          "a AND b", "(a OR b) c", "“a b” c", "http://x.org 12:30", "to be or", "fire near tokyo",
          "Fire Near Tokyo", "within reach of rail", "same sex marriage", "C:x Trump:yes",
          "title(pentagon)", "outlet:=npr", "9/11 24/7"}) {
        CAPTURE(typed);
        CHECK(parse_query(typed, today).notes.empty());
    }
}

TEST_CASE("nodes know where they stand") {
    const Node root = parse_query("ab \"c d\" -(e OR f) title:g", today);
    REQUIRE(root.children.size() == 4);
    CHECK(root.children[0].span == Span{0, 2});
    CHECK(root.children[1].span == Span{3, 8});
    CHECK(root.children[2].children[0].span == Span{10, 18});
    CHECK(root.children[3].span == Span{19, 26});
}

TEST_CASE("caps on length, words and depth are errors") {
    CHECK(complaint(std::string(4097, 'a')).find("longer than 4096 bytes") != std::string::npos);
    CHECK(complaint(std::string(4096, 'a')).empty());
    std::string words;
    for (int i = 0; i < 128; ++i) words += "a ";
    CHECK(complaint(words).empty());
    CHECK(complaint(words + "b").find("more than 128 words") != std::string::npos);
    CHECK(complaint("\"" + words + "b\"").find("more than 128 words") != std::string::npos);
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '(') + "a" + std::string(depth, ')');
    };
    CHECK(complaint(nested(31)).empty());
    CHECK(complaint(nested(32)).find("nested more than 32 deep") != std::string::npos);
    CHECK(complaint(nested(2000)).find("nested more than 32 deep") != std::string::npos);
    for (const std::string_view prefix :
         {"lead:(", "title:(", "+", "caps(", "NOT (", "atleast2("}) {
        CAPTURE(prefix);
        std::string typed;
        for (int i = 0; i < 400; ++i) typed += prefix;
        CHECK_FALSE(complaint(typed + "a").empty());
    }
    std::string chain = "a";
    for (int i = 0; i < 100; ++i) chain += " w/2 a";
    CHECK(complaint(chain).find("nested more than 32 deep") != std::string::npos);
}

TEST_CASE("random queries give a tree or an error that points into the query") {
    const std::vector<std::string> pieces{
        "a",         "strike", " ",           " ",        " ",       "\"",   "“",     "”",
        "(",         ")",      "-",           "+",        "=",       "*",    "?",     "~",
        "~2",        ":",      "title:",      "date:",    "outlet:", "has:", "lead:", "AND ",
        " OR ",      " NOT ",  " w/5 ",       " /s ",     " pre/2 ", "not ", "caps(", "first5(",
        "atleast2(", "2021",   "..",          ">",        "供应",    "–",    "\xff",  "\x1b",
        "U.S.",      "don’t",  "http://x.y/", "^",        "/",       "!",    "…",     "æ",
        "NEAR ",     "PUB(",   "author(s)",   "outlet:=", "=\"",     "F50/", "same ", "date:["};
    std::mt19937 random(20260301);
    std::size_t trees = 0;
    for (int round = 0; round < 20000; ++round) {
        std::string typed;
        const std::size_t count = random() % 14;
        for (std::size_t i = 0; i < count; ++i) typed += pieces[random() % pieces.size()];
        CAPTURE(typed);
        try {
            const Node root = parse_query(typed, today);
            CHECK_FALSE(to_string(root).empty());
            ++trees;
        } catch (const Error& error) {
            CHECK_FALSE(error.hint().empty());
            CHECK(std::string_view(error.what()).ends_with("^"));
        }
    }
    CHECK(trees > 2000);
}
