// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/passages.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/stemmer.h"
#include "searcher/query/describe.h"

namespace dateline {
namespace {

Matcher stem(std::string_view word) {
    Matcher result;
    result.kind = MatcherKind::term;
    result.text = Stemmer().stem(word);
    return result;
}

Matcher exact(std::string_view form, std::string field = "") {
    Matcher result;
    result.kind = MatcherKind::term;
    result.form = TermForm::exact;
    result.text = form;
    result.field = std::move(field);
    return result;
}

Matcher value(std::string_view text, std::string field) {
    Matcher result = exact(text, std::move(field));
    result.form = TermForm::value;
    return result;
}

Matcher join(MatcherKind kind, std::vector<Matcher> children, std::uint32_t number = 0) {
    Matcher result;
    result.kind = kind;
    result.children = std::move(children);
    result.number = number;
    return result;
}

Matcher row_of(std::initializer_list<std::string_view> words) {
    std::vector<Matcher> children;
    for (const std::string_view word : words) children.push_back(exact(word));
    return join(MatcherKind::phrase, std::move(children));
}

Question ask(std::vector<Matcher> parts) {
    Question question;
    for (Matcher& part : parts) question.parts.push_back({std::move(part), true});
    return question;
}

Article with_body(std::string body) {
    Article article;
    article.body = std::move(body);
    return article;
}

/// The text with lit bytes in brackets.
std::string marked(std::string_view text, const std::vector<Span>& lit) {
    std::string result(text);
    for (std::size_t i = lit.size(); i-- > 0;) {
        result.insert(lit[i].end, "]");
        result.insert(lit[i].begin, "[");
    }
    return result;
}

std::string lit_body(const Question& question, const std::string& body) {
    return marked(body, find_evidence(question, with_body(body), {}).body);
}

/// Each passage with its lit bytes in brackets.
std::vector<std::string> shown(const Evidence& evidence, const Article& article) {
    std::vector<std::string> result;
    for (const Passage& passage : evidence.passages) {
        std::vector<Span> lit;
        for (const Span span : passage.lit)
            lit.push_back({span.begin - passage.span.begin, span.end - passage.span.begin});
        result.push_back(marked(
            article.body.substr(passage.span.begin, passage.span.end - passage.span.begin), lit));
    }
    return result;
}

using Shown = std::vector<std::string>;

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

TEST_CASE("an over-long sentence is cut at words around what is lit") {
    std::string body;
    for (int i = 0; i < 100; ++i) body += "word" + std::to_string(i) + ' ';
    body += "strike by the port ";
    for (int i = 0; i < 100; ++i) body += "word" + std::to_string(i) + ' ';
    const Article article = with_body(body);
    const PassageOptions options{.most = 1, .passage_bytes = 60};
    const Evidence evidence = find_evidence(ask({stem("strike"), stem("port")}), article, options);
    CHECK(shown(evidence, article) ==
          Shown{"word98 word99 [strike] by the [port] word0 word1 word2 word3"});
    REQUIRE(evidence.passages.size() == 1);
    CHECK(evidence.passages[0].cut_before);
    CHECK(evidence.passages[0].cut_after);
}

TEST_CASE("a phrase longer than the passage is shown whole, and what follows it is not forgotten") {
    std::string body = "It says that the committee for infrastructure and transport has met. Then ";
    for (int i = 0; i < 20; ++i) body += "word" + std::to_string(i) + ' ';
    body += "strike.";
    const Article article = with_body(body);
    const Matcher phrase =
        row_of({"the", "committee", "for", "infrastructure", "and", "transport"});
    const PassageOptions options{.most = 2, .context = Context::bytes, .passage_bytes = 25};
    CHECK(shown(find_evidence(ask({phrase}), article, options), article) ==
          Shown{"[the committee for infrastructure and transport]"});
    CHECK(shown(find_evidence(ask({phrase, stem("strike")}), article, options), article) ==
          Shown{"[the committee for infrastructure and transport]", "word18 word19 [strike]."});
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
