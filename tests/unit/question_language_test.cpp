// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/question_language.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <vector>

namespace dateline {
namespace {

using Languages = std::vector<VocabularyWord>;

std::string language_of(std::string_view words, const Languages& languages) {
    std::istringstream row{std::string(words)};
    std::set<std::string> forms;
    for (std::string word; row >> word;) forms.insert(word);
    return question_language(forms, languages);
}

const Languages english_most{{"de", 5}, {"en", 90}, {"es", 5}, {"fr", 9}, {"it", 4},
                             {"nl", 3}, {"pt", 5},  {"sv", 2}, {"zh", 8}};

}  // namespace

TEST_CASE("the archives' main language is the one of most articles") {
    struct Row {
        Languages languages;
        std::string_view expected;
    };
    const std::vector<Row> rows{
        {{}, "en"},
        {{{"de", 3}}, "de"},
        {{{"de", 3}, {"en", 2}}, "de"},
        {{{"de", 3}, {"en", 3}}, "en"},
        {{{"fr", 3}, {"de", 3}}, "de"},
        {{{"de", 2}, {"zh", 3}}, "zh"},
        {{{"en", 0}}, "en"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.expected);
        CHECK(main_language(row.languages) == row.expected);
        Languages turned = row.languages;
        std::ranges::reverse(turned);
        CHECK(main_language(turned) == row.expected);
    }
}

TEST_CASE("a question is read in another language only where it shows that") {
    struct Row {
        std::string_view words;
        std::string_view expected;
    };
    constexpr auto rows = std::to_array<Row>({
        {"wer war der kanzler", "de"},
        {"kanzler der war wer", "de"},
        {"pourquoi la france a quitte le mali", "fr"},
        {"qu-est-ce que le brexit", "fr"},
        {"por que renuncio el presidente", "es"},
        {"perche si e dimesso il ministro", "it"},
        {"waarom is de minister afgetreden", "nl"},
        {"varfor avgick ministern och vem", "sv"},
        // Words and names of English questions.
        {"", "en"},
        {"war crimes", "en"},
        {"la riots", "en"},
        {"die hard", "en"},
        {"soldiers die in war", "en"},
        {"will man die in war", "en"},
        {"von der leyen vaccine", "en"},
        {"oscar de la hoya las vegas", "en"},
        {"los angeles de la", "en"},
        {"van der rohe house", "en"},
        {"michelle wie was injured", "en"},
        {"mig 29 over syria", "en"},
        {"why did jeff sessions recuse himself", "en"},
        {"was ist brexit", "en"},                  // one German word is too few
        {"what does je suis charlie mean", "en"},  // two against one of French
        {"pochemu и как ушёл министр", "en"},      // no Russian articles
    });
    for (const Row& row : rows) {
        CAPTURE(row.words);
        CHECK(language_of(row.words, english_most) == row.expected);
        Languages turned = english_most;
        std::ranges::reverse(turned);
        CHECK(language_of(row.words, turned) == row.expected);
    }
}

TEST_CASE("English is read where most articles are in another language") {
    const Languages german{{"de", 7}};
    CHECK(language_of("der kanzler", german) == "de");
    CHECK(language_of("kanzler", german) == "de");
    CHECK(language_of("who was the chancellor", german) == "en");
    CHECK(language_of("was ist brexit", german) == "de");
    CHECK(language_of("the bundestag", german) == "de");
    CHECK(language_of("the who", {{"zh", 7}, {"de", 6}}) == "zh");
}

}  // namespace dateline
