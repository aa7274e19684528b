// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/word_forms.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/unit/word_list.h"

using namespace dateline;

TEST_CASE("compounds are found as their parts and joined") {
    check_questions(std::to_array<AskedRow>({
        {"well-being", "(all (any (phrase well being) Zwellb))"},
        {"F-16", "(all (any (phrase f 16) Zf16))"},
        {"AT&T", "(all (any (phrase at t) Zatt))"},
        {"=cease-fires", "(all (any (phrase cease fires) ceasefires))"},
        {"\"well-being plan\"", "(all (any (phrase well being plan) (phrase wellbeing plan)))"},
        {"\"well-being F-16\"",
         "(all (any (phrase well being f 16) (phrase wellbeing f 16) (phrase well being f16) "
         "(phrase wellbeing f16)))"},
        {"state-of-the-art", "(all (any (phrase state of the art) Zstateoftheart))"},
        {"http://x.org/a?b=1", "(all (phrase http x org a b 1))"},
        {"desk@npr.org", "(all (phrase desk npr org))"},
        {"don't panic", "(all Zpanic)"},
        {"@nasa #moon", "(all Znasa? Zmoon?)"},
    }));
}

TEST_CASE("a two-word phrase finds the closed compound if the index has it") {
    CHECK(to_string(ask("\"well being\"")) == "(all (any (phrase well being) wellbeing))");
    CHECK(has_note(ask("\"well being\""), "finds 'wellbeing' too"));
    CHECK(to_string(ask("\"ill being\"")) == "(all (phrase ill being))");
    CHECK(to_string(ask("\"the rapist\"")) == "(all (phrase the rapist))");
}

TEST_CASE("Chinese, Japanese and Korean text is matched by bigrams") {
    check_questions(std::to_array<AskedRow>({
        {"三", "(all 三)"},
        {"第三", "(all 第三)"},
        {"第三者", "(all (phrase 第三 三者))"},
        {"\"第三者 iphone手机\"", "(all (phrase 第三 三者 者 iphone 手机))"},
        {"第三者 strike", "(all (phrase 第三 三者)? Zstrike?)"},
    }));
}

TEST_CASE("phrases keep every word and its form") {
    check_questions(std::to_array<AskedRow>({
        {"\"to be or not to be\"", "(all (phrase to be or not to be))"},
        {"“cannot in good conscience accede”", "(all (phrase cannot in good conscience accede))"},
        {"\"strikes\"", "(all strikes)"},
        {"\"Pentagon’s plan\"", "(all (phrase pentagon plan))"},
        {"\"surveil* program\"", "(all (phrase (any surveillance surveil) program))"},
        {"\"минист* и директор\"", "(all (phrase (any министр министры) и директор))"},
        {"b*æ", "(all (nothing))"},
    }));
}

TEST_CASE("fields of words and names take exact forms, fields of values the whole value") {
    check_questions(std::to_array<AskedRow>({
        {"title:Strikes", "(all title:strikes)"},
        {"title:well-being", "(all (any (phrase title:well title:being) title:wellbeing))"},
        {"author:\"Hayden Field\"", "(all (phrase author:hayden author:field))"},
        {"outlet:\"The  Verge\"", "(all (phrase outlet:the outlet:verge))"},
        {"outlet:(npr OR \"the verge\")",
         "(all (any outlet:npr (phrase outlet:the outlet:verge)))"},
        {"outlet:\"New York T*\"",
         "(all (any (phrase outlet:new outlet:york outlet:the) "
         "(phrase outlet:new outlet:york outlet:times)))"},
        {"outlet:new*", "(all (any outlet:new outlet:newsweek))"},
        {"outlet:npr.org", "(all (any (phrase outlet:npr outlet:org) host=npr.org))"},
        {"outlet:nasa.g*", "(all host=nasa.gov)"},
        {"host:npr.org", "(all host=npr.org)"},
        {"outlet:=\"New York *\"", "(all (any outlet=new york times outlet=new york post))"},
        {"outlet:=NPR", "(all outlet=npr)"},
        {"-outlet:=\"The Verge\"", "(all (everything) -outlet=the verge)"},
        {"title:=Strikes", "(all title:strikes)"},
        {"title:=surveil*", "(all title:surveillance)"},
        {"author:=\"Hayden Field\"", "(all author=hayden field)"},
        {"title:surveil*", "(all title:surveillance)"},
        {"has:date -has:outlet", "(all (stated date) -(stated outlet))"},
        {"date:2021 length:>800", "(all (range date 2021-01-01..2021-12-31) (range length 801..))"},
    }));
}

TEST_CASE("wildcards and fuzzy words stand for words of the index") {
    check_questions(std::to_array<AskedRow>({
        {"surveil*", "(all (any surveillance surveil))"},
        {"Surve?", "(all Zsurv)"},
        {"w?rd", "(all (any ward word))"},
        {"*veillance", "(all surveillance)"},
        {"s*v*y", "(all survey)"},
        {"pro-surveil*", "(all (phrase pro (any surveillance surveil)))"},
        {"zz*", "(all (nothing))"},
        {"word~", "(all (any word ward wort))"},
        {"wrod~1", "(all word)"},
        {"wurt~2", "(all (any wort ward word))"},
        {"Ärgre~", "(all (nothing))"},
        {"zzzzz~", "(all (nothing))"},
    }));
    CHECK(has_note(ask("zz*"), "no word fits 'zz*'"));
    CHECK(ask("surveil*").parts[0].matcher.typed == "surveil*");
    CHECK_THROWS_AS(ask("well-being~"), Error);
}

TEST_CASE("the commonest 64 words of a wildcard are kept and the cut is noted") {
    std::vector<WordList::Entry> entries;
    for (std::uint32_t i = 0; i < 80; ++i)
        entries.push_back(
            {"",
             {"stri" + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i),
              i + 1}});
    const WordList list(std::move(entries));
    const Question question = ask("stri*", list);
    const Matcher& any = question.parts[0].matcher;
    REQUIRE(any.children.size() == most_expansions);
    CHECK(any.children.front().text == "strib79");
    CHECK(has_note(question, "'stri*' stands for the 64 commonest of its 80 words"));
}

TEST_CASE("a word's stems in other languages than the question's are for their articles") {
    struct Row {
        std::vector<std::string> languages;
        std::string typed;
        std::string expected;
    };
    for (const Row& row : {
             Row{{"en", "de"}, "häuser", "(all (any Zhauser Zhaus@de))"},
             {{"en", "de"}, "strike", "(all (any Zstrike Zstrik@de))"},
             {{"de", "en", "nl", "xx"}, "strike", "(all (any Zstrik@de,nl Zstrike))"},
             {{"de", "it", "nl"}, "strikes", "(all (any Zstrik@de Zstrikes@it,nl))"},
             {{"de", "en"}, "port", "(all Zport)"},
             {{"de", "nl"}, "port", "(all Zport)"},
             {{"de"}, "häuser", "(all Zhaus)"},
             {{"en", "de"}, "air-strikes", "(all (any (phrase air strikes) Zairstrik))"},
         }) {
        CAPTURE(row.typed);
        CAPTURE(row.languages.front());
        CHECK(to_string(ask(row.typed, WordList({}, row.languages))) == row.expected);
    }
    CHECK(describe_tree(ask("strike", WordList({}, {"de", "en", "nl"}))).front() ==
          "strike, any of: stem strik in de and nl, stem strike");
    CHECK(describe_tree(ask("strike", WordList({}, {"en", "zh", "ja", "ko", "de"}))).front() ==
          "strike, any of: stem strike, stem strik in de");
    CHECK(describe_tree(ask("strikes", WordList({}, {"en", "zh", "ja", "ko", "vi"}))).front() ==
          "strikes, any of: stem strike, stem strikes in 4 languages");
    const WordList none({}, {});
    CHECK(to_string(ask("strikes", none)) == "(all Zstrike)");
}

TEST_CASE("too many words or expansions are errors") {
    std::string many;
    for (int i = 0; i < 17; ++i) many += "ab" + std::to_string(i) + "* ";
    CHECK_THROWS_AS(ask(many), Error);
    std::string address = "http://x.org";
    for (int i = 0; i < 130; ++i) address += "/bb";
    CHECK_THROWS_AS(ask(address), Error);
    std::string chinese;
    for (int i = 0; i < 200; ++i) chinese += "供";
    CHECK_THROWS_AS(ask(chinese), Error);
}

TEST_CASE("a single form is one word, neither a compound nor several") {
    WordForms forms(small_list);
    struct Form {
        std::string_view text;
        std::string_view form;
    };
    for (const Form& row : {Form{"Strikes", "strikes"},
                            {"U.S.", "us"},
                            {"Erdo\u011fan\u2019s", "erdogan"},
                            {"well-being", ""},
                            {"two words", ""},
                            {"&", ""},
                            {"", ""}}) {
        CAPTURE(row.text);
        CHECK(forms.single_form(row.text) == row.form);
    }
}

TEST_CASE("what a word stands for remembers what was typed, and a compound that it has parts") {
    WordForms forms(small_list);
    CHECK(forms.word("Strikes").typed == "Strikes");
    CHECK_FALSE(forms.word("Strikes").by_parts);
    CHECK(forms.word("cease-fire").typed == "cease-fire");
    CHECK(forms.word("cease-fire").by_parts);
    CHECK(forms.phrase("supply chain", "").typed == "supply chain");
    CHECK_FALSE(forms.phrase("supply chain", "").by_parts);
    CHECK(forms.fuzzy("wrod", 1, "").typed == "wrod~");
}

TEST_CASE("values are folded wholes, names are words of one, or the host that has it") {
    WordForms forms(small_list);
    CHECK(to_string(forms.value("US  News", "section", WordForm::exact)) == "section=us news");
    CHECK(to_string(forms.value("us*", "section", WordForm::wildcard)) == "section=us news");
    CHECK(to_string(forms.value("us nwes", "section", WordForm::fuzzy, 1)) == "section=us news");
    CHECK(to_string(forms.name("New York", "outlet")) == "(phrase outlet:new outlet:york)");
    CHECK(to_string(forms.name("npr.org", "outlet")) ==
          "(any (phrase outlet:npr outlet:org) host=npr.org)");
}

TEST_CASE("notes are given once") {
    WordForms forms(small_list);
    forms.phrase("well being", "");
    forms.pattern("zz*", "");
    CHECK(forms.take_notes().size() == 2);
    CHECK(forms.take_notes().empty());
}

TEST_CASE("a query has at most 128 words and 16 that stand for others") {
    WordForms words(small_list);
    for (std::uint32_t i = 0; i < most_query_words; ++i) words.word("strike");
    CHECK_THROWS_AS(words.word("strike"), Error);
    WordForms expansions(small_list);
    for (int i = 0; i < 8; ++i) {
        expansions.pattern("w*", "");
        expansions.fuzzy("word", 1, "");
    }
    CHECK_NOTHROW(expansions.word("strike"));
    CHECK_THROWS_AS(expansions.pattern("w*", ""), Error);
}
