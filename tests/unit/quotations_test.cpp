// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quotations.h"

#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/code_points.h"

namespace dateline {
namespace {

std::string_view text_of(std::string_view body, Span span) {
    return body.substr(span.begin, span.end - span.begin);
}

std::vector<std::string> quoted(std::string_view body) {
    std::vector<std::string> texts;
    for (const Quotation& each : quotations(body)) texts.emplace_back(text_of(body, each.inside));
    return texts;
}

struct Row {
    std::string_view body;
    std::vector<std::string> wanted;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.body);
        CHECK(quoted(row.body) == row.wanted);
    }
}

}  // namespace

TEST_CASE("a quotation stands between the marks of its language") {
    check({
        {"He said \"we are here\" today.", {"we are here"}},
        {"“We are here,” he said. “You are not.”", {"We are here,", "You are not."}},
        {"„Wir sind hier“, sagte er. „Ihr nicht.“", {"Wir sind hier", "Ihr nicht."}},
        {"„Wir sind hier”, sagte er, „ihr nicht\".", {"Wir sind hier", "ihr nicht"}},
        {"»Wir sind hier«, sagte er. »Ihr nicht.«", {"Wir sind hier", "Ihr nicht."}},
        {"« Nous sommes ici », dit-il. « Pas vous. »", {"Nous sommes ici", "Pas vous."}},
        {"«\u00A0Nous sommes ici\u202F», dit-il.", {"Nous sommes ici"}},
        {"«Estamos aquí», dijo. “Ustedes no”, agregó.", {"Estamos aquí", "Ustedes no"}},
        {"”Vi är här”, sade han. ”Inte ni.”", {"Vi är här", "Inte ni."}},
        {"„Jesteśmy tutaj”, powiedział.", {"Jesteśmy tutaj"}},
        {"他说：“我们在这里。”她说：“你们不在。”", {"我们在这里。", "你们不在。"}},
        {"他说\"我们在这里\"，她说\"不在\"。", {"我们在这里", "不在"}},
        {"彼は「ここにいます」と述べた。『白書』もある。", {"ここにいます", "白書"}},
        {"``We are here,'' he said. ``You are not.''", {"We are here,", "You are not."}},
    });
}

TEST_CASE("marks within a quotation belong to it") {
    check({
        {"“He said ‘no’ to us,” she said.", {"He said ‘no’ to us,"}},
        {"\"They ask: “Who is it?” Nobody knows.\" he said.",
         {"They ask: “Who is it?” Nobody knows."}},
        {"He said \"the \"good\" people went\" and left.", {"the \"good\" people went"}},
        {"「彼は『はい』と言った」と述べた。", {"彼は『はい』と言った"}},
        {"« Il a dit “non” hier », dit-elle.", {"Il a dit “non” hier"}},
    });
}

TEST_CASE("a mark without its partner is passed over") {
    check({
        {"He is 6'2\" and said \"we are here\".", {"we are here"}},
        {"A “stray one. She said “we are here” then.", {"we are here"}},
        {"“Nobody closes this.", {}},
        {"Closed only.” And so on.", {}},
        {"» Read more", {}},
        {"He said, \"we are here” and “so are you\".", {"we are here", "so are you"}},
        {"“We deserve this,’’ said he.", {"We deserve this,"}},
        {"He said:\"We are here.\" Then he left.", {"We are here."}},
        {"[image](\"https://a.org/b.jpg?x=1\")", {}},
        {"\"\" and “ ” and \"...\"", {}},
    });
}

TEST_CASE("a quotation without closing mark goes to the end of its paragraph if the next goes on") {
    const std::string_view body =
        "He said: “First one.\n\n“Second one.\n\n“Third one,” he said.\n\nNo.";
    const std::vector<Quotation> found = quotations(body);
    REQUIRE(found.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CAPTURE(i);
        CHECK(found[i].paragraph == i);
        CHECK(found[i].runs_on == (i < 2));
        CHECK(found[i].continues == (i > 0));
        CHECK(found[i].utterance == 0);
    }
    CHECK(text_of(body, found[1].inside) == "Second one.");
    CHECK(text_of(body, found[1].marked) == "“Second one.");
}

TEST_CASE("parts of one sentence are one utterance") {
    struct Parts {
        std::string_view body;
        bool one;
    };
    const std::vector<Parts> rows{
        {"“We went,” she said, “and saw.”", true},
        {"„Wir gingen“, sagte sie, „und sahen.“", true},
        {"« Nous allions », a-t-elle dit, « et voyions. »", true},
        {"«Fuimos», dijo ella, «y vimos».", true},
        {"“我们去了，”她说，“也看了。”", true},
        {"“We went,” she said. “They saw.”", false},
        {"“We went” and “we saw.”", false},
        {"He is “bad,” “mad” and so on.", false},
        {"“We went,” she said,\n\n“and saw.”", false},
    };
    for (const Parts& row : rows) {
        CAPTURE(row.body);
        const std::vector<Quotation> found = quotations(row.body);
        REQUIRE(found.size() == 2);
        CHECK((found[0].utterance == found[1].utterance) == row.one);
    }
}

TEST_CASE("lines that are wrapped are one paragraph, up to a blank line or an indent") {
    const std::string body =
        "The minister said \"we will\ngo on\" and left the room, it was\nsaid in town, while "
        "others\n"
        "stayed there.\n    \"Never,\" said the\nother.\n\n\"Always,\" said a third.";
    const std::vector<Quotation> found = quotations(body);
    REQUIRE(found.size() == 3);
    CHECK(text_of(body, found[0].inside) == "we will\ngo on");
    for (std::size_t i = 0; i < 3; ++i) CHECK(found[i].paragraph == i);
}

TEST_CASE("a quotation has at most 400 words, and Chinese counts its characters") {
    const auto body = [](std::size_t words) {
        std::string text = "“";
        for (std::size_t i = 0; i < words; ++i) text += "word ";
        return text + "”";
    };
    CHECK(quotations(body(400)).size() == 1);
    CHECK(quotations(body(401)).empty());
    CHECK(quotations("“我们在这里。”").at(0).words == 5);
    CHECK(quotations("“don’t well-being”").at(0).words == 3);
}

TEST_CASE("whatever the bytes, quotations lie in order within the text, on borders of characters") {
    const std::vector<std::string> pieces{
        "\"",    "“",      "”",    "„",    "«",    "»",    "「", "」", "『", "』", "``", "''",
        "‘‘",    "’’",     " ",    "\n",   "\n\n", "\t",   "a",  "Bc", "é",  "说", ",",  ".",
        "said ", "\u00A0", "\xE2", "\x80", "\xC2", "\xFF", "(",  "—",  "[",  "]",  "…",  "1"};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string body;
        const std::size_t length = random() % 60;
        for (std::size_t i = 0; i < length; ++i) body += pieces[random() % pieces.size()];
        CAPTURE(body);
        std::size_t end = 0;
        std::uint32_t utterance = 0;
        for (const Quotation& each : quotations(body)) {
            CHECK(each.marked.begin >= end);
            CHECK(each.inside.begin > each.marked.begin);
            CHECK(each.inside.end > each.inside.begin);
            CHECK(each.marked.end >= each.inside.end);
            CHECK(each.marked.end <= body.size());
            CHECK(each.words >= 1);
            CHECK(each.utterance >= utterance);
            CHECK_FALSE(is_inner_byte(body[each.marked.begin]));
            end = each.marked.end;
            utterance = each.utterance;
        }
    }
}

}  // namespace dateline
