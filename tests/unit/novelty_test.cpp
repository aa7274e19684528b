// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/novelty.h"

#include <doctest/doctest.h>

#include <string>

#include "searcher/pile/elsewhere.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

/// All words of four letters and more are as telling.
double same_idf(std::string_view stem) {
    return stem.size() < 4 ? 0 : 5;
}

NoveltyText text_of(std::string_view body) {
    return {body, {}, same_idf, {}};
}

using Bodies = std::vector<std::string_view>;

Novelty novelty(const NoveltyText& text, const Bodies& earlier, const NoveltyRules& rules = {}) {
    EarlierTexts texts("en");
    for (const std::string_view body : earlier) texts.add(body);
    return novelty_of(text, texts, rules);
}

std::vector<std::string> shown(const NoveltyText& text, const Bodies& earlier = {}) {
    std::vector<std::string> sentences;
    for (const NovelSentence& sentence : novelty(text, earlier).sentences)
        sentences.emplace_back(
            text.body.substr(sentence.span.begin, sentence.span.end - sentence.span.begin));
    return sentences;
}

using Texts = std::vector<std::string>;

constexpr std::string_view strike = "The dockers of the harbour went on strike for better wages.";

}  // namespace

TEST_CASE("the sentences that no earlier article has are shown, in the order of the text") {
    const std::string body =
        "The dockers of the harbour are on strike. Grain ships wait outside the breakwater today. "
        "The dockers want better wages for the strike. The minister flew home to mediate "
        "personally.";
    CHECK(shown(text_of(body), {strike}) == Texts{"Grain ships wait outside the breakwater today.",
                                                  "The minister flew home to mediate personally."});
}

TEST_CASE("three sentences are shown, the best, and of equals the first") {
    std::string body;
    for (const char* name : {"alpha", "bravo", "delta", "gamma"})
        body += std::string("The ") + name + " ship came to port at noon. ";
    CHECK(shown(text_of(body)) == Texts{"The alpha ship came to port at noon.",
                                        "The bravo ship came to port at noon.",
                                        "The delta ship came to port at noon."});
    body += "The zulu ship brought copper, timber, barley, candles and mirrors.";
    CHECK(shown(text_of(body)).back() ==
          "The zulu ship brought copper, timber, barley, candles and mirrors.");
}

TEST_CASE("names and numbers are new if no earlier article has them") {
    const std::string_view earlier =
        "At night the people of the ministry, 300 of them, heard Jane Smith; a spokesman told.";
    struct Row {
        const char* sentence;
        double more;
    };
    const std::vector<Row> rows{
        {"The zebra spokesman of the ministry told it at night.", 0},
        {"The zebra spokesman Jane Smith told it at night.", 0},
        {"The zebra spokesman told it at night to 300 people.", 0},
        {"The zebra spokesman told it at night to 301 people.", 3},
        {"The zebra spokesman Al Jo told it at night.", 3},
        {"The zebra spokesman Al told Jo of it at night.", 6},
        {"Al, the zebra spokesman, told it at night.", 0},
        {"The Zebra Spokesman Told It At Night To Al Jo.", -1},
    };
    for (const auto& [sentence, more] : rows) {
        CAPTURE(sentence);
        NoveltyRules rules;
        rules.shown_sentence = 0.1;
        const Novelty told = novelty(text_of(sentence), {earlier}, rules);
        if (more < 0) {
            CHECK(told.sentences.empty());  // a heading
            continue;
        }
        REQUIRE(told.sentences.size() == 1);
        rules.for_name = rules.for_number = 0;
        const double without = novelty(text_of(sentence), {earlier}, rules).sentences[0].score;
        CHECK(told.sentences[0].score - without == doctest::Approx(more));
    }
}

TEST_CASE("in German a capital makes no name") {
    NoveltyRules rules;
    for (const auto& [language, more] :
         std::vector<std::pair<const char*, double>>{{"de", 0}, {"", 3}, {"en", 3}, {"fr", 3}}) {
        CAPTURE(language);
        const NoveltyText text = text_of("Gestern kam in Genua kein einziges Schiff mehr herein.");
        EarlierTexts earlier(language);
        earlier.add("kein Schiff");
        rules.for_name = 0;
        const double without = novelty_of(text, earlier, rules).sentences.at(0).score;
        rules.for_name = 3;
        CHECK(novelty_of(text, earlier, rules).sentences.at(0).score - without ==
              doctest::Approx(more));
    }
}

TEST_CASE("sentences of Chinese are told by pairs of characters") {
    EarlierTexts earlier("zh");
    earlier.add("码头工人为提高工资举行罢工。");
    NoveltyText text = text_of("码头工人举行罢工。粮食船只今天停在港外。");
    text.idf = [](std::string_view) { return 5.0; };
    const Novelty told = novelty_of(text, earlier);
    REQUIRE(told.sentences.size() == 1);
    CHECK(text.body.substr(told.sentences[0].span.begin) == "粮食船只今天停在港外。");
    CHECK(told.share > 0.4);
    CHECK(told.share < 0.7);
}

TEST_CASE("a quotation is new if no run of five of its words is in an earlier article") {
    const std::string body =
        "Then \u201cthe ships will never sail to us again\u201d was the zebra.";
    const auto begin = static_cast<std::uint32_t>(body.find("the ships"));
    const auto end = static_cast<std::uint32_t>(body.find("\u201d"));
    const auto score = [&](std::string_view earlier) {
        NoveltyText text = text_of(body);
        const double without = novelty(text, {earlier}).sentences.at(0).score;
        text.quotations = {{begin, end}};
        return novelty(text, {earlier}).sentences.at(0).score - without;
    };
    CHECK(score("Ships sail.") == doctest::Approx(3));
    CHECK(score("He said the ships will never sail, and left.") == doctest::Approx(0));
}

TEST_CASE("a sentence that stands in an earlier article is left out") {
    const std::string paragraph =
        "The zebra spokesman told people about the copper, the timber and the barley today.";
    const std::string earlier =
        "The zebra spokesman told people about the copper, the timber and the barley yesterday.";
    const std::string news = "The minister flew home to mediate personally.";
    const std::string body = paragraph + "\n\n" + news;
    const Novelty told = novelty(text_of(body), {earlier});
    REQUIRE(told.sentences.size() == 1);
    CHECK(told.sentences[0].span.begin == paragraph.size() + 2);
    CHECK(told.share == doctest::Approx(7.0 / 21));
}

TEST_CASE("a new sentence at the end of a long paragraph that is old is told") {
    std::string old;
    for (std::size_t i = 0; i < 60; ++i)
        old += "Docker " + std::to_string(i) + " of the harbour went on strike for better wages. ";
    const std::string news = "The minister flew home to mediate personally.";
    CHECK(shown(text_of(old + news), {old}) == Texts{news});
    CHECK(novelty(text_of(old + news), {old}).share == doctest::Approx(7.0 / 667));

    const std::string chinese =
        "码头工人为提高工资举行罢工。港口今天关闭。船只都停在港外等候消息。";
    const std::string chinese_news = "交通部长昨天晚上乘飞机回国亲自调停。";
    EarlierTexts earlier("zh");
    earlier.add(chinese);
    const std::string body = chinese + chinese_news;
    NoveltyText text = text_of(body);
    text.idf = [](std::string_view) { return 5.0; };
    const Novelty told = novelty_of(text, earlier);
    REQUIRE(told.sentences.size() == 1);
    CHECK(text.body.substr(told.sentences[0].span.begin) == chinese_news);
}

TEST_CASE("captions with a credit and how a poll was made are no news") {
    const std::string news = "The minister flew home to mediate personally.";
    for (const char* aside :
         {"FILE PHOTO: The zebra spokesman looks on in Genua.",
          "The zebra spokesman looks on in this photo of Tuesday. It rained. (AP Photo/Al Jo)",
          "The zebra spokesman told people in Genua on Tuesday. REUTERS/Al Jo",
          "The zebra spokesman told people in Genua on Tuesday. Al Jo/Getty Images",
          "The poll surveyed 997 adults across zebra country.",
          "It has a margin of error of 4 zebra points, up or down."}) {
        CAPTURE(aside);
        const std::string body = news + "\n\n" + aside;
        CHECK(shown(text_of(body), {strike}) == Texts{news});
        CHECK(novelty(text_of(body), {strike}).share == 1);
        CHECK(novelty(text_of(aside), {strike}).share == 0);
    }
    CHECK(shown(text_of("The zebra spokesman told people of a Reuters/Ipsos poll.")).size() == 1);
    CHECK(shown(text_of("The zebra lead is within the margin of error of 4 points.")).size() == 1);
    CHECK(shown(text_of("The zebra spokesman told people in Genua. The file was lost.")).size() ==
          1);
}

TEST_CASE("a long paragraph with the credit of a picture loses that sentence alone") {
    std::string body = "The zebra spokesman told people in Genua. (AP Photo/Al Jo)";
    for (std::size_t i = 0; i < 20; ++i)
        body += " The minister flew home to mediate personally " + std::to_string(i) + " times.";
    CHECK(novelty(text_of(body), {strike}).share == doctest::Approx(1));
}

TEST_CASE("the share is that of words in sentences half of which is new, or of the best") {
    struct Row {
        const char* body;
        double share;
    };
    const std::vector<Row> rows{
        {"", 0},
        {"...", 0},
        {"The dockers went on strike.", 0},
        {"Zebras went home.", 1},
        {"Dockers strike. Zebras wait.", 0.5},
        {"Dockers strike harbour zebra.", 0},
        {"Dockers strike zebra.", 0},
        {"Dockers zebra.", 1},
        {"At night 300 dockers of the harbour went to strike. Dockers strike. The strike.",
         10.0 / 14},
    };
    for (const auto& [body, share] : rows) {
        CAPTURE(body);
        CHECK(novelty(text_of(body), {strike}).share == doctest::Approx(share));
    }
    CHECK(novelty(text_of(strike), {}).share == 1);
    CHECK(novelty(text_of(strike), {strike}).share == 0);
}

TEST_CASE("what is no sentence of the article is not shown") {
    for (const char* body :
         {"More: the zebra spokesman told it at night", "Zebras ran home quickly.",
          "The zebra spokesman told it at https://example.org/night.",
          "The {zebra} spokesman told it at night.",
          "(Also: the zebra spokesman told it at night.)",
          "The Zebra Spokesman Told It At Night."}) {
        CAPTURE(body);
        CHECK(shown(text_of(body)).empty());
    }
    NoveltyText text = text_of("The zebra spokesman told it at night.");
    CHECK(shown(text).size() == 1);
    text.elsewhere = [](std::string_view sentence) { return sentence.starts_with("The zebra"); };
    CHECK(shown(text).empty());
}

TEST_CASE("a sentence stands elsewhere if articles outside the story have a run of its words") {
    const std::string furniture = "Sign up for the zebra letter that we send out every week.";
    const SmallIndex index({made_article("a", "Strike", "Dockers strike. " + furniture),
                            made_article("b", "Grain", "Grain is short. " + furniture),
                            made_article("c", "Harbour",
                                         "The harbour of the letter is closed "
                                         "every week, dockers say.")});
    const auto stands = [&](std::string_view sentence, const std::set<Xapian::docid>& story) {
        return stands_elsewhere(index.archives(), sentence, story);
    };
    CHECK(stands(furniture, {1}));
    CHECK_FALSE(stands(furniture, {1, 2}));
    CHECK(stands("sign up for the zebra letter", {1}));
    CHECK_FALSE(stands("Every week we send out the zebra letter.", {1}));
    CHECK_FALSE(stands("Grain is short.", {1}));
    CHECK_FALSE(stands("", {1}));
}

}  // namespace dateline
