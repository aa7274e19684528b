// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/describe.h"
#include "searcher/query/expand.h"
#include "searcher/query/matcher.h"
#include "searcher/query/resolve.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/word_source.h"

using namespace dateline;

namespace {

/// An index's words, given as a list.
class WordList : public WordSource {
public:
    struct Entry {
        std::string field;
        VocabularyWord word;
    };

    WordList(std::vector<Entry> entries, std::vector<std::string> languages = {"en"})
        : entries_(std::move(entries)), languages_(std::move(languages)) {
        std::ranges::sort(entries_, {}, [](const Entry& e) { return e.word.form; });
    }

    std::vector<VocabularyWord> words(std::string_view field,
                                      std::string_view prefix) const override {
        std::vector<VocabularyWord> result;
        for (const Entry& entry : entries_)
            if (entry.field == field && entry.word.form.starts_with(prefix))
                result.push_back(entry.word);
        return result;
    }

    std::vector<VocabularyWord> values(std::string_view field,
                                       std::string_view prefix) const override {
        return words(std::string(field) + (field == "outlet" ? "=" : ""), prefix);
    }

    std::vector<std::string> languages() const override { return languages_; }

private:
    std::vector<Entry> entries_;
    std::vector<std::string> languages_;
};

const WordList small_list({{"", {"surveil", 2}},
                           {"", {"surveillance", 9}},
                           {"", {"survey", 4}},
                           {"", {"word", 5}},
                           {"", {"ward", 7}},
                           {"", {"wort", 1}},
                           {"", {"wellbeing", 1}},
                           {"", {"therapist", 1}},
                           {"", {"ärger", 1}},
                           {"", {"bbc", 9}},
                           {"", {"министр", 3}},
                           {"", {"министры", 2}},
                           {"title", {"surveillance", 3}},
                           {"outlet", {"npr", 40}},
                           {"outlet", {"the", 30}},
                           {"outlet", {"verge", 30}},
                           {"outlet", {"new", 30}},
                           {"outlet", {"newsweek", 30}},
                           {"outlet", {"york", 30}},
                           {"outlet", {"times", 20}},
                           {"outlet", {"post", 10}},
                           {"outlet=", {"new york times", 20}},
                           {"outlet=", {"new york post", 10}},
                           {"host", {"npr.org", 40}},
                           {"host", {"nasa.gov", 3}},
                           {"section", {"us news", 3}}});

Question ask(std::string_view typed, const WordSource& words = small_list) {
    return resolve_query(parse_query(typed, *make_day(2026, 3, 1)), words);
}

struct Row {
    std::string_view typed;
    std::string_view expected;
};

template <std::size_t size>
void check_questions(const std::array<Row, size>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(to_string(ask(row.typed)) == row.expected);
    }
}

bool has_note(const Question& question, std::string_view part) {
    return std::ranges::any_of(question.notes, [&](const std::string& note) {
        return note.find(part) != std::string::npos;
    });
}

}  // namespace

TEST_CASE("words become stems and only bare words may be missing") {
    check_questions(std::to_array<Row>({
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

TEST_CASE("compounds are found as their parts and joined") {
    check_questions(std::to_array<Row>({
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
    check_questions(std::to_array<Row>({
        {"三", "(all 三)"},
        {"第三", "(all 第三)"},
        {"第三者", "(all (phrase 第三 三者))"},
        {"\"第三者 iphone手机\"", "(all (phrase 第三 三者 者 iphone 手机))"},
        {"第三者 strike", "(all (phrase 第三 三者)? Zstrike?)"},
    }));
}

TEST_CASE("phrases keep every word and its form") {
    check_questions(std::to_array<Row>({
        {"\"to be or not to be\"", "(all (phrase to be or not to be))"},
        {"“cannot in good conscience accede”", "(all (phrase cannot in good conscience accede))"},
        {"\"strikes\"", "(all strikes)"},
        {"\"Pentagon’s plan\"", "(all (phrase pentagon plan))"},
        {"\"surveil* program\"", "(all (phrase (any surveillance surveil) program))"},
        {"\"минист* и директор\"", "(all (phrase (any министр министры) и директор))"},
        {"b*æ", "(all (nothing))"},
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
    CHECK(is_stop_word("the"));
    CHECK(is_stop_word("i"));
    CHECK(is_stop_word("yourselves"));
    CHECK_FALSE(is_stop_word("strike"));
}

TEST_CASE("what is excluded is told apart from what is asked") {
    check_questions(std::to_array<Row>({
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

TEST_CASE("fields of words and names take exact forms, fields of values the whole value") {
    check_questions(std::to_array<Row>({
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

TEST_CASE("an exact phrase heeds accents as an exact word does") {
    check_questions(std::to_array<Row>({
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
    check_questions(std::to_array<Row>({
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

TEST_CASE("wildcards and fuzzy words stand for words of the index") {
    check_questions(std::to_array<Row>({
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

TEST_CASE("a word is stemmed in every language of the index") {
    const WordList both({}, {"en", "de"});
    CHECK(to_string(ask("häuser strike", both)) ==
          "(all (any Zhauser Zhaus)? (any Zstrike Zstrik)?)");
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

TEST_CASE("the tree is told in plain words") {
    CHECK(describe_tree(ask("the pentagon \"supply chain risk\" -politico")) ==
          std::vector<std::string>{
              "all of these, or some of the words:", "  pentagon (stem pentagon)",
              "  phrase: supply chain risk (required)", "without:", "  politico (stem politico)",
              "left out as too common: the"});
    CHECK(describe_tree(ask("surveil*")) ==
          std::vector<std::string>{"surveil*, any of: surveillance, surveil"});
    CHECK(describe_tree(ask("a OR (b -c)")) ==
          std::vector<std::string>{"any of:", "  a (stem a)", "  b (stem b)",
                                   "    without:", "      c (stem c)"});
    CHECK(describe_tree(ask("title:strikes date:2026-02-26..2026-02-27 length:>=800")) ==
          std::vector<std::string>{"all of:", "  strikes (exactly) in title",
                                   "  date from 2026-02-26 until 2026-02-27",
                                   "  length at least 800"});
}

TEST_CASE("patterns match whole words") {
    struct Match {
        std::string_view pattern;
        std::string_view form;
        bool fits;
    };
    const auto rows = std::to_array<Match>({
        {"*", "", true},
        {"a*", "a", true},
        {"a*c", "abc", true},
        {"a*c", "abcd", false},
        {"?", "ä", true},
        {"??", "ä", false},
        {"*ä?", "xyäz", true},
        {"a**b", "ab", true},
        {"*a*b*", "xxaxxbxx", true},
        {"ab", "abc", false},
        {"abc", "ab", false},
    });
    for (const Match& row : rows) {
        CAPTURE(row.pattern);
        CAPTURE(row.form);
        CHECK(matches_pattern(row.pattern, row.form) == row.fits);
    }
}

TEST_CASE("edits count letters put in, left out, replaced and swapped") {
    struct Pair {
        std::u32string_view a;
        std::u32string_view b;
        std::uint32_t edits;
    };
    const auto rows = std::to_array<Pair>({
        {U"", U"", 0},
        {U"word", U"word", 0},
        {U"word", U"words", 1},
        {U"word", U"ward", 1},
        {U"word", U"wrod", 1},
        {U"word", U"owrd", 1},
        {U"word", U"drow", 3},
        {U"ab", U"abcd", 2},
        {U"abcdef", U"badcef", 2},
    });
    for (const Pair& row : rows) {
        CHECK(edits_between(row.a, row.b, 2) == row.edits);
        CHECK(edits_between(row.b, row.a, 2) == row.edits);
    }
}

TEST_CASE("edits agree with the whole table on random words") {
    const auto table = [](const std::u32string& a, const std::u32string& b) {
        std::vector<std::vector<std::size_t>> cost(a.size() + 1,
                                                   std::vector<std::size_t>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i) {
            for (std::size_t j = 0; j <= b.size(); ++j) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : 99;
                if (i == 0 || j == 0) continue;
                cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                                       cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
        return cost[a.size()][b.size()];
    };
    std::mt19937 random(20260303);
    const auto word = [&] {
        std::u32string result;
        for (std::size_t i = random() % 8; i > 0; --i) result += U"abc"[random() % 3];
        return result;
    };
    for (int round = 0; round < 5000; ++round) {
        const std::u32string a = word();
        const std::u32string b = word();
        for (std::uint32_t most = 1; most <= 2; ++most)
            CHECK(edits_between(a, b, most) == std::min<std::size_t>(table(a, b), most + 1));
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
