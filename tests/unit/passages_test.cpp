// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/passages.h"

#include <doctest/doctest.h>

#include "tests/unit/made_matchers.h"

namespace dateline {
namespace {

TEST_CASE("the passage has the sentences with most of the question") {
    const Article article = with_body(
        "The harbour was quiet on Monday morning. A strike began in the evening at the eastern "
        "gates.\n\n"
        "Nobody had seen the port like that. The port strike was the first one since 1968.\n\n"
        "The union had no comment. The port will stay closed.");
    const PassageOptions brief{.most = 1, .passage_bytes = 60};
    const Question question = ask({stem("strike"), stem("port")});
    const Evidence evidence = find_evidence(question, article, brief);
    CHECK(shown(evidence, article) == Shown{"The [port] [strike] was the first one since 1968."});
    CHECK(evidence.more_passages == 3);
    const PassageOptions several{.most = 2, .passage_bytes = 60};
    CHECK(shown(find_evidence(question, article, several), article) ==
          Shown{"A [strike] began in the evening at the eastern gates.",
                "The [port] [strike] was the first one since 1968."});
}

TEST_CASE("sentences around the evidence come along while there is room in their paragraph") {
    const Article article =
        with_body("First one.\n\nIt was cold. The strike began. It was late.\n\nLast one.");
    const PassageOptions options{.most = 1, .passage_bytes = 60};
    CHECK(shown(find_evidence(ask({stem("strike")}), article, options), article) ==
          Shown{"It was cold. The [strike] began. It was late."});
}

TEST_CASE("a whole phrase or pair is worth more than its words apart") {
    const Article article = with_body(
        "The supply of the chain is a risk, a supply risk, a chain risk and so on and on.\n\n"
        "It is now called a supply chain risk by the department, which gave no reasons for it.");
    const PassageOptions options{.most = 1, .passage_bytes = 90};
    CHECK(shown(find_evidence(ask({row_of({"supply", "chain", "risk"}), stem("risk")}), article,
                              options),
                article) ==
          Shown{"It is now called a [supply chain risk] by the department, which gave no "
                "reasons for it."});
}

TEST_CASE("a sentence that only repeats the title is not shown if another proves as much") {
    Article article = with_body(
        "Dock workers strike in Genoa.\n\nThe strike in the old harbour lasted for a week, "
        "officials said.");
    article.title = "Dock workers strike in Genoa";
    const PassageOptions options{.most = 1, .passage_bytes = 80};
    CHECK(shown(find_evidence(ask({stem("strike")}), article, options), article) ==
          Shown{"The [strike] in the old harbour lasted for a week, officials said."});
    CHECK(shown(find_evidence(ask({stem("absent")}), article, options), article) ==
          Shown{"The strike in the old harbour lasted for a week, officials said."});
}

TEST_CASE("of a phrase that runs over the end of a passage the shown part is lit") {
    const Article article = with_body("Here ends the supply\n\nchain of one paragraph.");
    const PassageOptions options{.most = 1, .context = Context::paragraph};
    CHECK(shown(find_evidence(ask({row_of({"the", "supply", "chain"})}), article, options),
                article) == Shown{"Here ends [the supply]"});
}

TEST_CASE("paragraphs and bytes can be asked for instead of sentences") {
    const Article article =
        with_body("One. Two.\n\nThree is here. The strike began. Five.\n\nSix.");
    const Question question = ask({stem("strike")});
    CHECK(shown(find_evidence(question, article, {.most = 1, .context = Context::paragraph}),
                article) == Shown{"Three is here. The [strike] began. Five."});
    CHECK(shown(find_evidence(question, article,
                              {.most = 1, .context = Context::bytes, .passage_bytes = 26}),
                article) == Shown{"The [strike] began. Five."});
}

TEST_CASE("without evidence in the body its opening is shown") {
    const Article article = with_body("The first sentence. The second one.\n\nAnother paragraph.");
    const Evidence evidence = find_evidence(ask({stem("absent")}), article, {.most = 3});
    CHECK(shown(evidence, article) ==
          Shown{"The first sentence. The second one.\n\nAnother paragraph."});
    CHECK_FALSE(evidence.passages[0].cut_before);
    CHECK_FALSE(evidence.passages[0].cut_after);
    CHECK(evidence.more_passages == 0);
    CHECK(find_evidence(ask({stem("absent")}), with_body(""), {}).passages.empty());
    CHECK(find_evidence(Question{}, article, {}).passages.size() == 1);
}

TEST_CASE("an opening is more than its heading") {
    std::string body = "Where we left off\n\n";
    for (int i = 0; i < 100; ++i) body += "word" + std::to_string(i) + ' ';
    const Article article = with_body(body);
    const Evidence evidence = find_evidence(ask({stem("absent")}), article, {});
    REQUIRE(evidence.passages.size() == 1);
    CHECK(evidence.passages[0].span.begin == 0);
    CHECK(evidence.passages[0].span.end > 150);
    CHECK(evidence.passages[0].cut_after);
}

TEST_CASE("the line is that of the first lit word") {
    Article article = with_body("One line.\nAnother one.\n\nThe long\nstrike began.");
    article.lines = {{0, 5}};
    const Evidence evidence = find_evidence(ask({stem("strike")}), article, {});
    REQUIRE(evidence.passages.size() == 1);
    CHECK(evidence.passages[0].line == 9);
}

TEST_CASE("all passages can be asked for, in order and apart") {
    std::string body;
    for (int i = 0; i < 500; ++i) body += "Strike number " + std::to_string(i) + " began here.\n\n";
    const Article article = with_body(body);
    const PassageOptions options{.most = 1000, .passage_bytes = 30};
    const Evidence evidence = find_evidence(ask({stem("strike")}), article, options);
    CHECK(evidence.passages.size() == 500);
    CHECK(evidence.more_passages == 0);
    for (std::size_t i = 1; i < evidence.passages.size(); ++i)
        CHECK(evidence.passages[i].span.begin > evidence.passages[i - 1].span.end);
}

TEST_CASE("a hundred thousand equal words take time in proportion") {
    using enum MatcherKind;
    const std::string_view pieces[] = {"a ", "a. ", "a\n\n", "\u4eba", "a-a "};
    const Matcher a = exact("a");
    Matcher nested = join(near, {a, a}, 3);
    for (int i = 0; i < 5; ++i) nested = join(near, {nested, a}, 200);
    Matcher row = join(MatcherKind::phrase, std::vector<Matcher>(100, a));
    const Matcher matchers[] = {a,
                                exact("\u4eba"),
                                join(near, {a, a}, 5),
                                join(same_sentence, {a, a}),
                                join(same_paragraph, {a, a}),
                                join(not_near, {a, row}, 5),
                                row,
                                nested};
    for (const std::string_view piece : pieces) {
        std::string body;
        while (body.size() < 100'000) body += piece;
        const Article article = with_body(body);
        for (const Matcher& matcher : matchers)
            CHECK(find_evidence(ask({matcher}), article, {.most = 1000}).passages.size() >= 1);
    }
}

}  // namespace
}  // namespace dateline
