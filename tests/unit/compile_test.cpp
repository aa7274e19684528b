// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/compile.h"

#include <doctest/doctest.h>

#include <regex>

#include "searcher/match/bm25.h"
#include "tests/unit/made_matchers.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

const SmallIndex& index() {
    static const SmallIndex made({made_article("a", "Strikes", "Rail workers strike in the port."),
                                  made_article("b", "Supply", "The supply chain of a port."),
                                  made_article("c", "Well-being", "Wellbeing at the port.")});
    return made;
}

/// Xapian's description without its frame; a weight that is not 0 is W.
std::string plainly(const Xapian::Query& query) {
    std::string text = query.get_description();
    text = text.substr(6, text.size() - 7);  // Query(…)
    text = std::regex_replace(text, std::regex(R"((\d*\.\d+|[1-9]\d*) \* )"), "W ");
    return std::regex_replace(text, std::regex(R"(0 \* )"), "0 ");
}

struct Compiled {
    explicit Compiled(const std::string& typed)
        : question(index().question(typed)), compiler(index().archives(), question) {}
    Compiled(const Compiled&) = delete;
    Compiled& operator=(const Compiled&) = delete;

    Question question;
    Compiler compiler;
};

struct Row {
    std::string typed;
    std::string query;
};

void check_all(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(plainly(Compiled(row.typed).compiler.all()) == row.query);
    }
}

}  // namespace

TEST_CASE("words are asked for by their terms, and stems alone give a score") {
    check_all({
        {"", "<alldocuments>"},
        {"strikes", "W Zstrike"},
        {"=strikes", "(0 strikes AND_MAYBE W Zstrike)"},
        {"absentword", "W Zabsentword"},
        {"title:strikes", "0 Sstrikes"},
        {"outlet:=npr", "0 XO:=npr"},
        {"well-being", "((0 (well PHRASE 2 being) OR W Zwellb) AND_MAYBE (W Zwell OR W Zbe))"},
        {"zz*", ""},
    });
}

TEST_CASE("what is proposed for an operator is never too little") {
    check_all({
        {"strike AND port", "(W Zstrike AND W Zport)"},
        {"strike OR port", "(W Zstrike OR W Zport)"},
        {"\"supply chain\"", "(0 (supply PHRASE 2 chain) AND_MAYBE (W Zsuppli OR W Zchain))"},
        {"\"s* chain\"",
         "(0 ((0 strike OR 0 strikes OR 0 supply) AND 0 chain) AND_MAYBE ((W Zstrike MAX "
         "W Zsuppli MAX PostingSource(EndlessSource)) OR W Zchain))"},
        {"strike w/3 port", "(W Zstrike AND W Zport)"},
        {"strike pre/3 port", "(W Zstrike AND W Zport)"},
        {"strike /s port", "(W Zstrike AND W Zport)"},
        {"strike /p port", "(W Zstrike AND W Zport)"},
        {"strike not w/3 port", "W Zstrike"},
        {"atleast2(strike)", "W Zstrike"},
        {"first50(strike)", "W Zstrike"},
        {"lead:strike", "W Zstrike"},
        {"hlead:strike", "W Zstrike"},
        {"caps(PORT)", "(0 port AND_MAYBE W Zport)"},
        {"date:2021-02", "0 (VALUE_RANGE 0 00000000 20210228 AND VALUE_GE 1 20210201)"},
        {"length:>800", "VALUE_RANGE 6 00000801 99999999"},
        {"has:date", "0 XHAS:date"},
    });
}

TEST_CASE("what is excluded is left out where Xapian can tell, and gives no score") {
    check_all({
        {"strike -port", "(W Zstrike AND_NOT Zport)"},
        {"-port", "(0 <alldocuments> AND_NOT Zport)"},
        {"strike -caps(US)", "W Zstrike"},
        {"strike -(supply w/3 chain)", "W Zstrike"},
        {"port OR (strike -supply)", "(W Zport OR (W Zstrike AND_NOT Zsuppli))"},
    });
}

TEST_CASE("parts that may be missing are joined by OR behind those that must be there") {
    struct Parts {
        std::string typed;
        bool optional;
        std::string query;
    };
    for (const Parts& row : {
             Parts{"strike", false, "W Zstrike"},
             {"strike port", true, "(W Zstrike OR W Zport)"},
             {"+strike port", true, "(W Zstrike AND_MAYBE W Zport)"},
             {"outlet:npr strike port", true, "(0 XO:npr AND (W Zstrike OR W Zport))"},
             {"title:strikes not w/3 port supply chain", true,
              "(0 Sstrikes AND (W Zsuppli OR W Zchain))"},
             {"strike port -supply", true, "((W Zstrike OR W Zport) AND_NOT Zsuppli)"},
             {"well-being port", true,
              "(((0 W Zwell OR W Zwellb) OR W Zport) AND_MAYBE (W Zwell OR W Zbe))"},
             {"strike AND port", false, "(W Zstrike AND W Zport)"},
         }) {
        CAPTURE(row.typed);
        const Compiled compiled(row.typed);
        CHECK(compiled.compiler.has_optional_parts() == row.optional);
        CHECK(plainly(compiled.compiler.any()) == row.query);
    }
}

TEST_CASE("a word typed twice is asked for once and shares one weight among its places") {
    const Compiled twice("strike strikes port");
    const std::vector<ScoredWord>& words = twice.compiler.words();
    REQUIRE(words.size() == 2);
    CHECK(words[0].stems == std::vector<WordStem>{{"strike", {}}});
    CHECK(words[0].typed == "strike");
    CHECK(words[0].count == 2);
    CHECK(words[0].forms == std::vector<std::string>{"strike", "strikes"});
    CHECK(words[0].weight == doctest::Approx(bm25::query_weight(2)));
    CHECK(words[0].idf == doctest::Approx(bm25::idf(3, 1)));
    CHECK(words[1].weight == doctest::Approx(1));
    std::vector<std::pair<std::uint16_t, std::uint32_t>> row;
    for (const PlacedWord& word : twice.compiler.word_row())
        row.emplace_back(word.word, word.place);
    CHECK((row == decltype(row){{0, 0}, {0, 1}, {1, 2}}));
}

TEST_CASE("a condition gives no score") {
    const Compiled none("");
    CHECK(plainly(none.compiler.condition(value("npr", "outlet"))) == "0 0 XO:=npr");
}

}  // namespace dateline
