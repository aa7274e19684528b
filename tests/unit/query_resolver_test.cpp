// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/resolve.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "common/error.h"
#include "tests/unit/word_list.h"

using namespace dateline;

TEST_CASE("words become stems and only bare words may be missing") {
    check_questions(std::to_array<AskedRow>({
        {"", "(all )"},
        {"pentagon", "(all Zpentagon)"},
        {"threatening BLACKLISTS", "(all Zthreaten? Zblacklist?)"},
        {"Erdoğan’s", "(all Zerdogan)"},
        {"U.S. talks", "(all Zus? Ztalk?)"},
        {"1,000 dead", "(all Z1000? Zdead?)"},
        {"+strikes rail", "(all Zstrike Zrail?)"},
        {"a AND strikes", "(all Za Zstrike)"},
        {"(supply OR chain) risk", "(all (any Zsuppli Zchain)? Zrisk?)"},
        {"\"supply chain\" risks", "(all (phrase supply chain) Zrisk?)"},
        {"=strikes rail", "(all strikes? Zrail?)"},
        {"outlet:npr strike rail", "(all outlet:npr Zstrike? Zrail?)"},
        {"outlet:npr strike", "(all outlet:npr Zstrike)"},
        {"\"supply chain\" strike", "(all (phrase supply chain) Zstrike?)"},
        {"(rail bus) c", "(all (all Zrail Zbus) Zc?)"},
    }));
}

TEST_CASE("stop words of a sequence are left out unless nothing else is asked") {
    struct Case {
        std::string_view typed;
        std::string_view expected;
        std::vector<std::string> stop_words;
    };
    const std::vector<Case> cases{
        {"the strike of the miners", "(all Zstrike? Zminer?)", {"the", "of"}},
        {"the who", "(all Zthe? Zwho?)", {}},
        {"The", "(all Zthe)", {}},
        {"US WHO strike the", "(all Zus? Zwho? Zstrike?)", {"the"}},
        {"US, strike the", "(all Zus? Zstrike?)", {"the"}},
        {"the outlet:npr", "(all Zthe outlet:npr)", {}},
        {"the -strike", "(all Zthe -Zstrike)", {}},
        {"+the strike", "(all Zthe Zstrike?)", {}},
        {"=the strike", "(all the? Zstrike?)", {}},
        {"the AND strike", "(all Zthe Zstrike)", {}},
        {"strike -the", "(all Zstrike -Zthe)", {}},
        {"(the strike) OR (of rail)", "(all (any Zstrike Zrail))", {"the", "of"}},
    };
    for (const Case& row : cases) {
        CAPTURE(row.typed);
        const Question question = ask(row.typed);
        CHECK(to_string(question) == row.expected);
        CHECK(question.stop_words == row.stop_words);
    }
    CHECK(has_note(ask("US strike"), "caps(US)"));
}

TEST_CASE("stop words are those of the archives' main language, or of the question's") {
    struct Case {
        std::string_view typed;
        std::string_view expected;
        std::vector<std::string> stop_words;
    };
    const WordList mixed({}, {"en"}, {{"de", 2}, {"en", 9}, {"fr", 2}});
    const std::vector<Case> in_mixed{
        {"wer war der Kanzler", "(all Zkanzler)", {"wer", "war", "der"}},
        {"Qu’est-ce que le brexit ?", "(all Zbrexit)", {"Qu’est-ce", "que", "le"}},
        {"war crimes", "(all Zwar? Zcrime?)", {}},
        {"the war", "(all Zwar)", {"the"}},
        {"warum (die Wahl) OR (der Streik)", "(all (any Zwahl Zstreik))", {"warum", "die", "der"}},
        {"warum ist (der Streik w/5 Bahn)",
         "(all (near 5 Zstreik Zbahn))",
         {"warum", "ist", "der"}},
        {"warum die AND der", "(all Zwarum? (all Zdie Zder))", {}},
        {"warum \"der die\" title:(der die)",
         "(all Zwarum? (phrase der die) (all title:der title:die))",
         {}},
        {"wer hat +der Kanzler", "(all Zder Zkanzler?)", {"wer", "hat"}},
        {"WHO wer war", "(all Zwho)", {"wer", "war"}},
        {"WER war Kanzler", "(all Zwer? Zwar? Zkanzler?)", {}},
    };
    for (const Case& row : in_mixed) {
        CAPTURE(row.typed);
        const Question question = ask(row.typed, mixed);
        CHECK(to_string(question) == row.expected);
        CHECK(question.stop_words == row.stop_words);
    }
    const WordList german({{"", {"dieversammlung", 1}}, {"", {"theversammlung", 1}}}, {"de"},
                          {{"de", 9}});
    CHECK(to_string(ask("die Versammlung", german)) == "(all Zversamml)");
    CHECK(to_string(ask("the Versammlung", german)) == "(all Zthe? Zversamml?)");
    CHECK(to_string(ask("\"die versammlung\"", german)) == "(all (phrase die versammlung))");
    CHECK(has_note(ask("the versammlung", german), "") == false);
    CHECK(has_note(ask("\"the versammlung\"", german), "finds 'theversammlung' too"));
}

TEST_CASE("what is excluded is told apart from what is asked") {
    check_questions(std::to_array<AskedRow>({
        {"hegseth -politico", "(all Zhegseth -Zpolitico)"},
        {"a NOT b", "(all Za -Zb)"},
        {"strike rail NOT \"b c\"", "(all Zstrike? Zrail? -(phrase b c))"},
        {"strike rail -outlet:npr", "(all Zstrike? Zrail? -outlet:npr)"},
        {"strike (rail -bus)", "(all Zstrike? (except Zrail Zbus))"},
        {"strike (has:date -bus)", "(all Zstrike (except (stated date) Zbus))"},
        {"strike (-bus)", "(all Zstrike (except (everything) Zbus))"},
        {"the (-bus)", "(all Zthe (except (everything) Zbus))"},
        {"strike OR -bus", "(all (any Zstrike (except (everything) Zbus)))"},
        {"-politico", "(all (everything) -Zpolitico)"},
        {"-politico -npr", "(all (everything) -Zpolitico -Znpr)"},
    }));
    CHECK(has_note(ask("-politico"), "every other article"));
}

TEST_CASE("an exact phrase heeds accents as an exact word does") {
    check_questions(std::to_array<AskedRow>({
        {"=naïve", "(all (accents naïve naive))"},
        {"=\"naïve person\"", "(all (accents naïveperson (phrase naive person)))"},
        {"=\"the naïve Élysée\"", "(all (accents thenaïveélysée (phrase the naive elysee)))"},
        {"=\"naïve\"", "(all (accents naïve naive))"},
        {"(=\"naïve person\" OR strike)",
         "(all (any (accents naïveperson (phrase naive person)) Zstrike))"},
        {"x w/5 =\"naïve person\"",
         "(all (near 5 Zx (accents naïveperson (phrase naive person))))"},
        {"title:=naïve", "(all (accents naïve title:naive))"},
        {"=\"White House\"", "(all (phrase white house))"},
        {"=\"plain person\"", "(all (phrase plain person))"},
        {"\"naïve person\"", "(all (phrase naive person))"},
    }));
}

TEST_CASE("operators keep their shape and places go down to the words") {
    check_questions(std::to_array<AskedRow>({
        {"(strikes OR walkout) w/5 \"rail port\"",
         "(all (near 5 (any Zstrike Zwalkout) (phrase rail port)))"},
        {"a pre/3 b", "(all (before 3 Za Zb))"},
        {"a /s b", "(all (same-sentence Za Zb))"},
        {"a /p b", "(all (same-paragraph Za Zb))"},
        {"river not w/3 bank", "(all (not-near 3 Zriver Zbank))"},
        {"atleast3(nitrogen)", "(all (at-least 3 Znitrogen))"},
        {"caps(US)", "(all (capitals US us))"},
        {"caps(White House)", "(all (capitals White House (phrase white house)))"},
        {"first50(toyota)", "(all (first 50 Ztoyota))"},
        {"lead:(a w/3 b)", "(all (lead (near 3 Za Zb)))"},
        {"hlead:(strike walkout)", "(all (all (headline-lead Zstrike) (headline-lead Zwalkout)))"},
        {"hlead:(strike -walkout)",
         "(all (except (headline-lead Zstrike) (headline-lead Zwalkout)))"},
        {"lead:(x OR \"y z\")", "(all (any (lead Zx) (lead (phrase y z))))"},
    }));
}

TEST_CASE("what cannot stand inside a place is an error") {
    for (const std::string_view typed :
         {"lead:(author:x)", "lead:(first50(x))", "hlead:(atleast3(x))", "first50(a not w/3 b)",
          "lead:(caps(US))"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(ask(typed), Error);
    }
}

TEST_CASE("whatever parses resolves to a question or an error") {
    const std::vector<std::string> pieces{
        "strikes",  "the",     "US",        "well-being", "surveil*",   "w?rd",
        "word~",    "=rail",   "+rail",     "-rail",      "\"a b\"",    "\"surveil* x\"",
        "(",        ")",       "(a OR ",    "OR",         "AND",        "NOT",
        "w/5",      "/s",      "not w/2",   "title:x",    "outlet:npr", "lead:",
        "hlead:(",  "first5(", "atleast2(", "caps(",      "date:2021",  "length:>5",
        "has:date", "第三者",  "don’t",     "http://x.y"};
    std::mt19937 random(20260302);
    std::size_t questions = 0;
    for (int round = 0; round < 10000; ++round) {
        std::string typed;
        const std::size_t count = 1 + random() % 8;
        for (std::size_t i = 0; i < count; ++i) {
            const std::string& piece = pieces[random() % pieces.size()];
            typed += piece;
            if (!piece.ends_with('(') && !piece.ends_with(':')) typed += ' ';
        }
        CAPTURE(typed);
        try {
            const Question question = ask(typed);
            CHECK_FALSE(question.parts.empty());
            CHECK_FALSE(describe_tree(question).empty());
            ++questions;
        } catch (const Error& error) {
            CHECK_FALSE(error.hint().empty());
        }
    }
    CHECK(questions > 2000);
}
