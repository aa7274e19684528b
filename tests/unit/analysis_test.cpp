// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis.h"
#include "common/folding.h"
#include "common/stemmer.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

namespace dateline {
namespace {

/// "0 well, 0 wellbeing+, 1 being": position, form, + for joined, = for a bigram.
std::string tokens_of(const std::string& text) {
    Tokenizer tokenizer;
    std::string line;
    for (const Token& token : tokenizer.tokens(text)) {
        if (!line.empty()) line += ", ";
        line += std::to_string(token.position) + " " + std::string(token.form);
        if (token.kind == TokenKind::joined) line += "+";
        if (token.kind == TokenKind::bigram) line += "=";
    }
    return line;
}

}  // namespace

TEST_CASE("words are read as people type them") {
    struct Row {
        std::string text;
        std::string tokens;
    };
    const std::vector<Row> rows{
        {"", ""},
        {" \t\n--- !", ""},
        {"The Pentagon", "0 the, 1 pentagon"},
        {"Pentagon's Pentagon’s workers'", "0 pentagon, 1 pentagon, 2 workers"},
        {"don't don’t O'Brien", "0 don't, 1 don't, 2 o'brien"},
        {"U.S. U.S US a.m. J.K. Rowling", "0 us, 1 us, 2 us, 3 am, 4 jk, 5 rowling"},
        {"the U.S.'s role", "0 the, 1 us, 2 role"},
        {"well-being", "0 well, 0 wellbeing+, 1 being"},
        {"F-16", "0 f, 0 f16+, 1 16"},
        {"AT&T", "0 at, 0 att+, 1 t"},
        {"2015-2016", "0 2015, 1 2016"},
        {"one-two-three-four-five", "0 one, 1 two, 2 three, 3 four, 4 five"},
        {"1,000 1,000,000 12,34 1,2345", "0 1000, 1 1000000, 2 12, 3 34, 4 1, 5 2345"},
        {"3.5 1.8.7 26.02.2026", "0 3.5, 1 1, 2 8, 3 7, 4 26, 5 02, 6 2026"},
        {"l'économie d’Actium qu'il", "0 l, 1 economie, 2 d, 3 actium, 4 qu, 5 il"},
        {"Erdoğan ERDOĞAN", "0 erdogan, 1 erdogan"},
        {"Straße Łódź Ærø ﬁle", "0 strasse, 1 lodz, 2 aero, 3 file"},
        {"ёлка й", "0 елка, 1 й"},
        {"soft\u00ADhyphen zero\u200Bwidth", "0 softhyphen, 1 zerowidth"},
        {"@nasa #tag healthcare.gov", "0 nasa, 1 tag, 2 healthcare, 3 gov"},
        {"第三者", "0 第, 0 第三=, 1 三, 1 三者=, 2 者"},
        {"AI中国", "0 ai, 1 中, 1 中国=, 2 国"},
        {"caf\u0065\u0301 café", "0 cafe, 1 cafe"},
        {"\xff\xfe bad \xc3", "0 bad"},
        {"a-", "0 a"},
        {"-nuclear", "0 nuclear"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(tokens_of(row.text) == row.tokens);
    }
}

TEST_CASE("spans cover the word in the text, without its possessive") {
    const std::string text = "The Pentagon’s well-being in Łódź.";
    Tokenizer tokenizer;
    std::vector<std::string> words;
    for (const Token& token : tokenizer.tokens(text))
        words.push_back(text.substr(token.begin, token.end - token.begin));
    CHECK(words ==
          std::vector<std::string>{"The", "Pentagon", "well", "well-being", "being", "in", "Łódź"});
}

TEST_CASE("the accented form is kept beside the folded one") {
    Tokenizer tokenizer;
    const auto& tokens = tokenizer.tokens("étudiée plain");
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[0].form == "etudiee");
    CHECK(tokens[0].accented == "étudiée");
    CHECK(tokens[1].accented.empty());
}

TEST_CASE("any bytes give tokens in order, inside the text and without gaps in position") {
    std::mt19937 random(1);
    const std::string alphabet = "aA1.,'-& \xc3\xa9\xe2\x80\x99\xe4\xb8\xad\xcc\x81\xff";
    Tokenizer tokenizer;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto length = random() % 24; length > 0; --length)
            text += alphabet[random() % alphabet.size()];
        CAPTURE(text);
        std::uint32_t next = 0;
        for (const Token& token : tokenizer.tokens(text)) {
            REQUIRE(token.begin < token.end);
            REQUIRE(token.end <= text.size());
            REQUIRE_FALSE(token.form.empty());
            const bool counts = token.kind == TokenKind::word || token.kind == TokenKind::character;
            if (counts) REQUIRE(token.position == next++);
            if (!counts) REQUIRE(token.position < next);
        }
    }
}

TEST_CASE("a folded word folds to itself") {
    Tokenizer tokenizer;
    for (const std::string text : {"Erdoğan", "Straße", "don’t", "U.S.", "1,000", "3.5", "第三"}) {
        CAPTURE(text);
        const std::string form(tokenizer.tokens(text).front().form);
        CHECK(std::string(tokenizer.tokens(form).front().form) == form);
    }
}

TEST_CASE("whole values are folded, blanks squeezed") {
    CHECK(fold_value("The  Verge ") == "the verge");
    CHECK(fold_value("theverge.com") == "theverge.com");
    CHECK(fold_value("L’Équipe") == "l'equipe");
    CHECK(fold_value(" ").empty());
}

TEST_CASE("capitals and points make a word emphatic") {
    for (const char* word : {"US", "U.S.", "WHO", "AI", "ÖVP", "US,", "WHO?!", "U.S.;"})
        CHECK(is_emphatic(word));
    for (const char* word : {"us", "Us", "I", "A", "who", "", "a.", "A,", "us,", "US/UK"})
        CHECK_FALSE(is_emphatic(word));
}

TEST_CASE("stems are Snowball's, and a language without a stemmer keeps the form") {
    CHECK(Stemmer("en").stem("threatening") == "threaten");
    CHECK(Stemmer("de").stem("zeitungen") == "zeitung");
    CHECK(Stemmer("ja").stem("running") == "running");
    CHECK(Stemmer("").stem("running") == "running");
}

TEST_CASE("forms of one word have one stem in the languages that Snowball took up later") {
    struct Row {
        std::string_view language;
        std::vector<std::string_view> words;
    };
    const Row rows[] = {
        {"el",
         {"\u03BA\u03C5\u03B2\u03AD\u03C1\u03BD\u03B7\u03C3\u03B7",
          "\u03BA\u03C5\u03B2\u03B5\u03C1\u03BD\u03AE\u03C3\u03B5\u03B9\u03C2"}},
        {"hi", {"\u0938\u0930\u0915\u093E\u0930", "\u0938\u0930\u0915\u093E\u0930\u094B\u0902"}},
        {"sr", {"влада", "vlade", "vladu"}},
        {"sr", {"грађани", "građani", "gradjani", "грађанима"}},
        {"sr", {"Вучић", "Vučić", "Vučića", "Вучића"}},
        {"sr", {"скупштина", "skupština", "скупштину"}},
        {"sr", {"чекали", "čekali"}},
        {"sr", {"џез", "džez"}},
    };
    for (const Row& row : rows) {
        Stemmer stemmer(row.language);
        const std::string stem(stemmer.stem(fold_value(row.words.front())));
        for (const std::string_view word : row.words) {
            CAPTURE(word);
            CHECK(stemmer.stem(fold_value(word)) == stem);
        }
    }
    for (const char* language : {"el", "hi", "sr", "yi"}) {
        Stemmer stemmer(language, Stemmer::Cache::none);
        CHECK(stemmer.stem("").empty());
        CHECK(stemmer.stem("\xff\xfe" + std::string(300, 'a')).size() <= 302);
    }
}

}  // namespace dateline
