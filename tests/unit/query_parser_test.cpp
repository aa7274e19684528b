// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/characters.h"
#include "searcher/query/operands.h"
#include "tests/unit/readings.h"

using namespace dateline;

namespace {

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

}  // namespace

TEST_CASE("words side by side are a sequence and one word is a word") {
    check_readings(std::to_array<ParsedRow>({
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
    check_readings(std::to_array<ParsedRow>({
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
    check_readings(std::to_array<ParsedRow>({
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
    check_readings(std::to_array<ParsedRow>({
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
    check_readings(std::to_array<ParsedRow>({
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
    check_readings(std::to_array<ParsedRow>({
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
    check_readings(std::to_array<ParsedRow>({
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
        const Node node = parse_query(typed, query_day);
        CHECK(is_utf8(node.text));
        CHECK(count_letters(node.text) == count_letters(typed));
    }
}

TEST_CASE("the same question in several spellings") {
    check_same_reading(std::to_array<ParsedRow>({
        {"“a b” –  c", "\"a b\" c"},
        {"a AND NOT b", "a NOT b"},
        {"  a   b ", "a b"},
        {"a OR (b OR c)", "a OR (b | c)"},
        {"byline:x", "author:x"},
    }));
}

TEST_CASE("nodes know where they stand") {
    const Node root = parse_query("ab \"c d\" -(e OR f) title:g", query_day);
    REQUIRE(root.children.size() == 4);
    CHECK(root.children[0].span == Span{0, 2});
    CHECK(root.children[1].span == Span{3, 8});
    CHECK(root.children[2].children[0].span == Span{10, 18});
    CHECK(root.children[3].span == Span{19, 26});
}
