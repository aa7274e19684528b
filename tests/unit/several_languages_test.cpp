// SPDX-License-Identifier: GPL-2.0-or-later
// Archives of articles in several languages: what a typed word finds in which of them, and that
// articles in other languages change no order.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "searcher/match/compile.h"
#include "searcher/passages/passages.h"
#include "searcher/query/describe.h"
#include "tests/unit/made_matchers.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

Article in_language(std::string code, Article article) {
    article.language = std::move(code);
    return article;
}

std::vector<Article> andreas() {
    return {
        in_language("en", made_article("andres", "Mexico votes",
                                       "Mexico elects Andres Manuel Lopez Obrador.")),
        made_article("leadsom", "Leadership race", "Andrea Leadsom pulls out of the race."),
        in_language("fi", made_article("voitti", "Maraton", "Andrea voitti Roomassa kisan.")),
        in_language("fi", made_article("andrean", "Maali", "Andrean maali ratkaisi ottelun.")),
    };
}

std::string sorted(std::vector<std::string> ids) {
    std::ranges::sort(ids);
    return fmt::format("{}", fmt::join(ids, " "));
}

}  // namespace

TEST_CASE("a word is found by its stem in the article's language or in the question's") {
    const SmallIndex index(andreas());
    struct Row {
        std::string typed;
        std::string expected;
    };
    const Row rows[] = {
        {"andrea", "andrean leadsom voitti"},
        {"andres", "andres voitti"},
        {"andrea AND voitti", "voitti"},
        {"elects andrea", "andrean andres leadsom voitti"},
        {"=andrea", "leadsom voitti"},
        {"race -andrea", ""},
        {"mexico -andrea", "andres"},
        {"mexico w/9 andrea", ""},
        {"elects w/3 andrea", ""},
        {"andrea w/3 maali", "andrean"},
        {"andrea w/3 pulls", "leadsom"},
        {"lead:andrea", "andrean leadsom voitti"},
        {"atleast1(andrea)", "andrean leadsom voitti"},
        {"ja ei andrea", "andres leadsom voitti"},  // Finnish
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(sorted(index.ids({}, row.typed)) == row.expected);
    }
}

TEST_CASE("what is lit is what a word finds in an article's language") {
    const std::vector<Article> articles = andreas();
    const SmallIndex index(articles);
    const Question question = index.question("elects andrea");
    const std::string expected[] = {
        "Mexico [elects] Andres Manuel Lopez Obrador.", "[Andrea] Leadsom pulls out of the race.",
        "[Andrea] voitti Roomassa kisan.", "[Andrean] maali ratkaisi ottelun."};
    for (std::size_t i = 0; i < articles.size(); ++i)
        CHECK(marked(articles[i].body, find_evidence(question, articles[i], {}).body) ==
              expected[i]);
}

TEST_CASE("an article lacks a word that it has in no language of its own") {
    const SmallIndex index(andreas());
    for (const Hit& hit : index.ask({}, "elects andrea").hits) {
        CAPTURE(hit.article.id);
        CHECK(sorted(hit.lacking) == (hit.article.id == "andres" ? "andrea" : "elects"));
    }
}

namespace {

/// 60 articles of some words, the earlier the commoner, the same each time.
std::vector<Article> english_articles() {
    static constexpr std::string_view words[] = {
        "people",  "government", "said",     "city",    "andres",  "report", "fire",  "fir",
        "storm",   "damage",     "harvey",   "leader",  "race",    "andrea", "comey", "fired",
        "leadsom", "hurricane",  "director", "houston", "general", "strike", "ports", "minister"};
    std::mt19937 random(7);  // NOLINT: the same articles each time
    const auto word = [&] {
        const std::size_t most = std::size(words);
        return std::string(words[std::min(random() % most, random() % most)]) + " ";
    };
    std::vector<Article> articles;
    for (int i = 0; i < 60; ++i) {
        std::string title;
        std::string body;
        for (auto n = 3 + random() % 4; n > 0; --n) title += word();
        for (auto n = 20 + random() % 90; n > 0; --n)
            body += word() + (n % 11 == 0 ? "today.\n\n" : "");
        articles.push_back(made_article("e" + std::to_string(i), title, body,
                                        "20" + std::to_string(10 + i % 16) + "-03-01"));
        if (i % 2 == 0) articles.back().language = "en";
    }
    return articles;
}

/// Of words that stand in no question, and of `more`.
std::vector<Article> foreign_articles(const std::string& more) {
    std::vector<Article> articles;
    for (int i = 0; i < 40; ++i) {
        static const std::string codes[] = {"fi", "de", "es", "ru", "tr"};
        std::string body;
        for (int n = 0; n < 10 + i * 3; ++n)
            body += (n * i % 7 < 3 ? "talvella ratkaisu " : "gestern abgelehnt ") + more;
        articles.push_back(
            in_language(codes[i % 5], made_article("f" + std::to_string(i), "Uutiset", body)));
    }
    return articles;
}

SmallIndex with(std::vector<Article> articles, std::vector<Article> others) {
    articles.insert(articles.end(), others.begin(), others.end());
    return SmallIndex(std::move(articles));
}

constexpr const char* questions[] = {
    "hurricane",
    "hurricane harvey damage",
    "comey fired",
    "leadsom andrea",
    "andres andrea",
    "andrea andres race",
    "fired fire fir",
    "director generals strikes houston 2017",
    "why was the director fired",
    "people of the city",
    "=andrea strike",
    "\"hurricane harvey\" damages",
    "fir* leader",
    "storms AND leaders",
    "hurricane w/5 storms",
    "port-strike minister",
    "lead:fired ministers",
    "hurricane -andrea",
};

SearchRequest all_hits() {
    SearchRequest request;
    request.limit = 200;
    request.explain = true;
    return request;
}

std::vector<Hit> english_hits(const SmallIndex& index, const std::string& typed) {
    std::vector<Hit> hits = index.ask(all_hits(), typed).hits;
    std::erase_if(hits, [](const Hit& hit) { return hit.article.id.starts_with("f"); });
    return hits;
}

}  // namespace

TEST_CASE("neighbours in another language change no order and no score") {
    const SmallIndex alone(english_articles());
    const SmallIndex mixed = with(english_articles(), foreign_articles(""));
    REQUIRE(mixed.languages().size() > 4);
    for (const std::string typed : questions) {
        CAPTURE(typed);
        const std::vector<Hit> expected = english_hits(alone, typed);
        const std::vector<Hit> found = english_hits(mixed, typed);
        CHECK(!expected.empty());
        REQUIRE(found.size() == expected.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            CAPTURE(i);
            CHECK(found[i].article.id == expected[i].article.id);
            CHECK(std::abs(found[i].score - expected[i].score) < 1e-6);
        }
    }
}

TEST_CASE("neighbours that have a word by other stems change no English article's words") {
    const SmallIndex alone(english_articles());
    const SmallIndex mixed = with(english_articles(), foreign_articles("hurricane andrea "));
    for (const std::string typed : questions) {
        CAPTURE(typed);
        std::vector<std::string> expected;
        std::vector<std::string> found;
        for (const Hit& hit : english_hits(alone, typed)) expected.push_back(hit.article.id);
        for (const Hit& hit : english_hits(mixed, typed)) found.push_back(hit.article.id);
        CHECK(sorted(found) == sorted(expected));
    }
}

TEST_CASE("a typed word is one word, however many stems it has") {
    const SmallIndex index = with(english_articles(), foreign_articles("hurricane andrea "));
    struct Row {
        std::string typed;
        std::string words;
    };
    for (const Row& row :
         {Row{"hurricane", "hurrican hurricane@ru hurrica@tr"},
          Row{"fired", "fire fired@de,fi,ru fir@es firedi@tr"},
          Row{"hurricane andrea", "hurrican hurricane@ru hurrica@tr; andrea andre@es andr@fi"},
          Row{"hurricane hurricanes", "hurrican hurricane@ru hurrica@tr hurricanes@fi,ru,tr"},
          Row{"andrea andres", "andrea andre@es andr@fi; andr andres@es,fi,ru,tr"}}) {
        CAPTURE(row.typed);
        const Question question = index.question(row.typed);
        const Compiler compiler(index.archives(), question);
        std::string words;
        for (const ScoredWord& word : compiler.words()) {
            std::vector<std::string> stems;
            for (const WordStem& stem : word.stems)
                stems.push_back(to_string(stem_matcher(stem)).substr(1));
            words += fmt::format("{}{}", words.empty() ? "" : "; ", fmt::join(stems, " "));
        }
        CHECK(words == row.words);
    }
}

TEST_CASE("the parts of a score add up to it in articles of all languages") {
    const SmallIndex index = with(english_articles(), foreign_articles("hurricane andrea fir "));
    for (const std::string typed : questions) {
        CAPTURE(typed);
        for (const Hit& hit : index.ask(all_hits(), typed).hits) {
            CAPTURE(hit.article.id);
            double sum = 0;
            for (const ScorePart& part : hit.parts) sum += part.points;
            CHECK(sum == doctest::Approx(hit.score));
        }
    }
}

}  // namespace dateline
