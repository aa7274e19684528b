// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/evaluation.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "searcher/query/describe.h"
#include "tests/unit/made_matchers.h"
#include "tests/unit/random_articles.h"

namespace dateline {
namespace {

void add_words(const Matcher& matcher, WantedWords& wanted) {
    if (matcher.kind == MatcherKind::term && matcher.form != TermForm::value) wanted.add(matcher);
    for (const Matcher& child : matcher.children) add_words(child, wanted);
}

/// An article with the words of a matcher found in it.
class Evaluated {
public:
    Evaluated(const Article& article, const Matcher& matcher) : article_(article) {
        add_words(matcher, wanted_);
        words_ = find_words(wanted_, article);
    }
    Evaluated(const Evaluated&) = delete;
    Evaluated& operator=(const Evaluated&) = delete;

    Evaluation evaluation() const { return {article_, wanted_, words_}; }

    /// What stands at the places: "title: strike; body: rail strike".
    std::string told(const Occurrences& places) const {
        std::string all;
        for (const Occurrence& place : places) {
            const auto [name, text] = zone(zone_of(place.first));
            all += (all.empty() ? "" : "; ") + name + ": " +
                   text.substr(place.begin, place.end - place.begin);
        }
        return all;
    }

private:
    std::pair<std::string, std::string> zone(Zone zone) const {
        switch (zone) {
            case Zone::title:
                return {"title", article_.title};
            case Zone::summary:
                return {"summary", article_.summary};
            case Zone::body:
                return {"body", article_.body};
            case Zone::outlet:
                return {"outlet", article_.outlet};
            case Zone::authors:
                return {"authors", words_.authors};
            case Zone::hidden:
                break;
        }
        return {"hidden", article_.section};
    }

    const Article& article_;
    WantedWords wanted_;
    ArticleWords words_;
};

Article sample_article() {
    Article article;
    article.title = "Strikes at the port";
    article.summary = "A rail strike.";
    article.body =
        "Rail workers strike. The US said so.\n\nThe port and a na\u00EFve strike.\n\n"
        "No rail here, us and naive.";
    article.outlet = "Rail News";
    article.authors = {"Ann Port", "Bob Ray"};
    article.section = "world";
    article.published = parse_iso_date("2026-02");
    article.words = 30;
    return article;
}

Matcher with_text(Matcher matcher, std::string text) {
    matcher.text = std::move(text);
    return matcher;
}

Matcher length(std::uint64_t low, std::uint64_t high) {
    Matcher matcher = join(MatcherKind::range, {});
    matcher.field = "length";
    matcher.low = low;
    matcher.high = high;
    return matcher;
}

Matcher date(const char* first, const char* last) {
    Matcher matcher = join(MatcherKind::range, {});
    matcher.field = "date";
    matcher.days = {parse_iso_date(first)->day, parse_iso_date(last)->day};
    return matcher;
}

struct Row {
    Matcher matcher;
    bool holds = false;
    std::string places = "";
};

void check(const std::vector<Row>& rows) {
    const Article article = sample_article();
    for (const Row& row : rows) {
        CAPTURE(to_string(row.matcher));
        const Evaluated evaluated(article, row.matcher);
        const Outcome outcome = evaluated.evaluation().evaluate(row.matcher);
        CHECK(outcome.holds == row.holds);
        CHECK(evaluated.told(outcome.places) == row.places);
        CHECK(evaluated.evaluation().holds(row.matcher) == row.holds);
    }
}

using enum MatcherKind;

const Matcher strike = stem("strike");
const Matcher rail = exact("rail");
const Matcher port = exact("port");
const Matcher absent = exact("absent");

}  // namespace

TEST_CASE("words hold where they stand, values where they are known") {
    check({
        {strike, true, "title: Strikes; summary: strike; body: strike; body: strike"},
        {exact("strikes"), true, "title: Strikes"},
        {rail, true, "summary: rail; body: Rail; body: rail; outlet: Rail"},
        {exact("rail", "title"), false},
        {exact("port", "author"), true, "authors: Port"},
        {value("rail news", "outlet"), true, "outlet: Rail News"},
        {value("bob ray", "author"), true, "authors: Bob Ray"},
        {value("world", "section"), true, "hidden: world"},
        {value("worl", "section"), false},
        {absent, false},
    });
}

TEST_CASE("combinations hold by their children and have the places of those that count") {
    check({
        {join(all, {exact("here"), exact("workers")}), true, "body: workers; body: here"},
        {join(all, {rail, absent}), false},
        {join(any, {exact("here"), absent}), true, "body: here"},
        {join(any, {absent, absent}), false},
        {join(except, {exact("here"), absent}), true, "body: here"},
        {join(except, {exact("here"), rail}), false},
        {join(except, {join(everything, {}), absent}), true},
        {join(all, {join(everything, {}), exact("here")}), true, "body: here"},
        {join(everything, {}), true},
        {join(nothing, {}), false},
    });
}

TEST_CASE("phrases and pairs hold where their words stand together") {
    check({
        {row_of({"rail", "strike"}), true, "summary: rail strike"},
        {row_of({"strike", "rail"}), false},
        {row_of({"rail", "news"}), false},
        {join(near, {exact("strike"), rail}, 2), true,
         "summary: rail strike; body: Rail workers strike; body: strike.\n\nNo rail"},
        {join(near, {exact("strike"), rail}, 1), true, "summary: rail strike"},
        {join(near, {exact("workers"), exact("here")}, 3), false},
        {join(before, {exact("workers"), exact("us")}, 3), true, "body: workers strike. The US"},
        {join(before, {exact("us"), exact("workers")}, 3), false},
        {join(same_sentence, {exact("workers"), exact("strike")}), true, "body: workers strike"},
        {join(same_sentence, {exact("workers"), exact("us")}), false},
        {join(same_paragraph, {exact("workers"), exact("us")}), true,
         "body: workers strike. The US"},
        {join(same_paragraph, {exact("workers"), exact("port")}), false},
        {join(not_near, {exact("strike"), rail}, 1), true, "body: strike; body: strike"},
        {join(not_near, {exact("strike"), rail}, 2), false},
        {join(not_near, {exact("workers"), rail}, 2), false},
    });
}

TEST_CASE("filters keep the places that pass them") {
    check({
        {join(at_least, {strike}, 4), true,
         "title: Strikes; summary: strike; body: strike; body: strike"},
        {join(at_least, {strike}, 5), false},
        {join(first_words, {strike}, 3), true, "body: strike"},
        {join(first_words, {strike}, 2), false},
        {join(lead, {rail}), true, "body: Rail"},
        {join(lead, {exact("here")}), false},
        {join(headline_lead, {port}), true, "title: port; body: port"},
        {join(headline_lead, {exact("here")}), false},
        {join(capitals, {exact("us")}), true, "body: US"},
        {join(capitals, {exact("so")}), false},
        {with_text(join(accents, {exact("naive")}), "na\u00EFve"), true, "body: na\u00EFve"},
        {with_text(join(accents, {exact("naive")}), "na\u00EEve"), false},
    });
}

TEST_CASE("fields decide without a place in the text") {
    check({
        {length(30, 30), true},
        {length(31, UINT64_MAX), false},
        {date("2026-02-28", "2026-03-05"), true},
        {date("2026-03-01", "2026-03-05"), false},
        {with_text(join(stated, {}), "date"), true},
        {with_text(join(stated, {}), "url"), false},
        {with_text(join(stated, {}), "nofield"), false},
    });
}

TEST_CASE("words without a field are looked for in titles only, or everywhere else") {
    using FreeText = Evaluation::FreeText;
    const Article article = sample_article();
    const Evaluated evaluated(article, port);
    struct Case {
        FreeText texts;
        std::string places;
    };
    for (const Case& row : {Case{FreeText::with_title, "title: port; body: port; authors: Port"},
                            {FreeText::without_title, "body: port; authors: Port"},
                            {FreeText::title_only, "title: port"}}) {
        Evaluation evaluation = evaluated.evaluation();
        evaluation.look_in(row.texts);
        CHECK(evaluated.told(evaluation.evaluate(port).places) == row.places);
    }
}

TEST_CASE("a pair remembers its partners") {
    const Article article = sample_article();
    const Matcher pair = join(near, {exact("workers"), exact("said")}, 9);
    const Evaluated evaluated(article, pair);
    Evaluation evaluation = evaluated.evaluation();
    const Outcome outcome = evaluation.evaluate(pair);
    REQUIRE(outcome.places.size() == 1);
    REQUIRE(outcome.places[0].pair < evaluation.pairs().size());
    const auto& partners = evaluation.pairs()[outcome.places[0].pair];
    CHECK(evaluated.told({partners[0], partners[1]}) == "body: workers; body: said");
}

TEST_CASE("whether a matcher holds is the same with its places and without") {
    using FreeText = Evaluation::FreeText;
    Generator generator(20261127);
    int held = 0;
    for (int round = 0; round < 20000; ++round) {
        const Article article = generator.article();
        const Matcher matcher = generator.matcher(generator.number(4));
        CAPTURE(to_string(matcher));
        CAPTURE(article.title);
        CAPTURE(article.body);
        const Evaluated evaluated(article, matcher);
        Evaluation whole = evaluated.evaluation();
        Evaluation alone = evaluated.evaluation();
        for (const FreeText texts :
             {FreeText::with_title, FreeText::without_title, FreeText::title_only}) {
            whole.look_in(texts);
            alone.look_in(texts);
            const Outcome outcome = whole.evaluate(matcher);
            CHECK(alone.holds(matcher) == outcome.holds);
            if (!outcome.holds) CHECK(outcome.places.empty());
            held += outcome.holds;
        }
    }
    CHECK(held > 2000);
}

}  // namespace dateline
