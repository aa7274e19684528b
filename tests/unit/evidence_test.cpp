// SPDX-License-Identifier: GPL-2.0-or-later
// What is lit: that which fulfils the question, and nothing else.
#include "searcher/passages/evidence.h"

#include <doctest/doctest.h>

#include "searcher/query/describe.h"
#include "tests/unit/made_matchers.h"

namespace dateline {
namespace {

std::string lit_body(const Question& question, const std::string& body) {
    return marked(body, find_evidence(question, with_body(body), {}).body);
}

TEST_CASE("each operator lights what fulfils it and nothing else") {
    using enum MatcherKind;
    const Matcher strike = stem("strike");
    const Matcher rail = exact("rail");
    const Matcher port = exact("port");
    struct Row {
        std::string_view what;
        Matcher matcher;
        std::string wanted;
    };
    const Row rows[] = {
        {"stem", strike, "[Strikes] and [striking] but a stroke"},
        {"exact", exact("strikes"), "[Strikes] and striking, strike"},
        {"phrase", row_of({"supply", "chain", "risk"}),
         "a chain, a [supply-chain risk], risk of supply. [Supply\nchain risk]"},
        {"near", join(near, {strike, rail}, 2),
         "strike x x x rail x x x [Strike] x [rail] x [strike], strike"},
        {"near itself", join(near, {port, port}, 2), "port x x x [port] [port] x x port x x"},
        {"near groups",
         join(near, {join(any, {strike, exact("walkout")}), join(any, {rail, port})}, 1),
         "[port] [walkout], a strike, [strike] [rail] x walkout"},
        {"before", join(before, {strike, rail}, 3), "rail [strike] x [rail] strike"},
        {"same sentence", join(same_sentence, {strike, rail}),
         "Rail is old. [Strikes] by [rail]. A strike."},
        {"same paragraph", join(same_paragraph, {strike, rail}),
         "Rail.\n\n[Strikes]. No [rail].\n\nA strike."},
        {"not near", join(not_near, {strike, rail}, 1), "strike rail x [strike] x rail"},
        {"at least", join(at_least, {strike}, 3), "[strike] [strikes] rail [striking]"},
        {"not at least", join(at_least, {strike}, 4), "strike strikes rail striking"},
        {"first words", join(first_words, {strike}, 2), "a [strike] strike"},
        {"lead", join(lead, {strike}), "A [strike].\n\n[Strike]!\n\nStrike."},
        {"headline and lead", join(headline_lead, {strike}), "A [strike].\n\n[Strike]!\n\nStrike."},
        {"capitals", join(capitals, {exact("us")}), "us [US] Us [U.S.] it"},
        {"all", join(all, {strike, rail}), "a [strike], no [rail]"},
        {"all, one missing", join(all, {strike, exact("absent")}), "a [strike]"},
        {"any", join(any, {strike, rail}), "a [strike], no [rail]"},
        {"any of all, one missing", join(any, {join(all, {strike, exact("absent")}), rail}),
         "a strike, no [rail]"},
        {"except", join(except, {strike, exact("absent")}), "a [strike]"},
        {"excluded", join(except, {strike, rail}), "a strike, no rail"},
        {"joined compound", exact("wellbeing"), "[well-being] and [wellbeing], well being"},
        {"part of a compound", exact("being"), "well-[being]"},
        {"bigrams", row_of({"\u4eba\u6c11", "\u6c11\u65e5"}),
         "\u5927[\u4eba\u6c11\u65e5]\u5831\u3002\u4eba\u6c11"},
        {"accents", exact("erdogan"), "[Erdo\u011fan]\u2019s Erdo"},
        {"range", join(range, {}), "a strike"},
        {"everything", join(everything, {}), "a strike"},
        {"nothing", join(nothing, {}), "a strike"},
        {"no children", join(MatcherKind::phrase, {}), "a strike"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        std::string body = row.wanted;
        std::erase(body, '[');
        std::erase(body, ']');
        std::string got = lit_body(ask({row.matcher}), body);
        CHECK(got == row.wanted);
    }
}

TEST_CASE("excluded words are not lit") {
    Question question = ask({stem("strike")});
    question.excluded.push_back(stem("rail"));
    CHECK(lit_body(question, "strike by rail") == "[strike] by rail");
}

TEST_CASE("title, summary and names are lit by free words, fields by their own") {
    Article article;
    article.title = "Strike at The Port";
    article.summary = "The port strike.";
    article.outlet = "Port News";
    article.authors = {"Ann Port", "Bob Strike"};
    article.body = "Nothing.";
    struct Row {
        Matcher matcher;
        std::vector<Span> title, summary, outlet, authors;
    };
    const Row rows[] = {
        {exact("port"), {{14, 18}}, {{4, 8}}, {{0, 4}}, {{4, 8}}},
        {exact("strike"), {{0, 6}}, {{9, 15}}, {}, {{14, 20}}},
        {exact("strike", "title"), {{0, 6}}, {}, {}, {}},
        {exact("strike", "author"), {}, {}, {}, {{14, 20}}},
        {value("port news", "outlet"), {}, {}, {{0, 9}}, {}},
        {value("bob strike", "author"), {}, {}, {}, {{10, 20}}},
        {value("politics", "section"), {}, {}, {}, {}},
        {row_of({"port", "news"}), {}, {}, {}, {}},
        {row_of({"port", "strike"}), {}, {{4, 15}}, {}, {}},
        {join(MatcherKind::phrase, {exact("port", "author"), exact("bob", "author")}),
         {},
         {},
         {},
         {}},
    };
    for (const Row& row : rows) {
        CAPTURE(to_string(row.matcher));
        const Evidence evidence = find_evidence(ask({row.matcher}), article, {});
        CHECK((evidence.title == row.title));
        CHECK((evidence.summary == row.summary));
        CHECK((evidence.outlet == row.outlet));
        CHECK((evidence.authors == row.authors));
    }
}

TEST_CASE("a title taken from the body does not count but is lit") {
    Article article = with_body("Strikes hit the ports. More strikes.");
    article.title = "Strikes hit the ports";
    article.derived["title"] = "first sentence";
    const auto at_least = [](std::uint32_t number) {
        return ask({join(MatcherKind::at_least, {stem("strike")}, number)});
    };
    CHECK(find_evidence(at_least(2), article, {}).body.size() == 2);
    CHECK(find_evidence(at_least(3), article, {}).body.empty());
    CHECK((find_evidence(ask({stem("strike")}), article, {}).title == std::vector<Span>{{0, 7}}));
}

}  // namespace
}  // namespace dateline
