// SPDX-License-Identifier: GPL-2.0-or-later
// What people type or paste that is nearly a query: each is read as it was meant, and what could be
// doubted is said.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "common/error.h"
#include "tests/unit/word_list.h"

namespace dateline {
namespace {

std::string notes_of(const Question& question) {
    std::string text;
    for (const std::string& note : question.notes) text += note + "; ";
    return text;
}

}  // namespace

TEST_CASE("near-misses are read as they were meant") {
    struct Row {
        std::string_view typed;
        std::string_view question;
        std::string_view note = "";
    };
    constexpr Row rows[] = {
        {"“supply chain”", "(all (phrase supply chain))"},
        {"„supply chain“", "(all (phrase supply chain))"},
        {"«supply chain»", "(all (phrase supply chain))"},
        {"»supply chain«", "(all (phrase supply chain))"},
        {"《supply chain》", "(all (phrase supply chain))"},
        {"❝supply chain❞", "(all (phrase supply chain))"},
        {"″supply chain″", "(all (phrase supply chain))"},
        {"〝supply chain〟 rail", "(all (phrase supply chain) Zrail?)"},
        {"｢supply chain｣", "(all (phrase supply chain))"},
        {"12″ pipe", "(all Z12? Zpipe?)"},
        {"'supply chain'", "(all Zsuppli? Zchain?)"},
        {"‘supply chain’", "(all Zsuppli? Zchain?)"},
        {"‚supply chain‘", "(all Zsuppli? Zchain?)"},
        {"‹supply chain›", "(all Zsuppli? Zchain?)"},
        {"› supply chain ‹", "(all Zsuppli? Zchain?)"},
        {"〈supply chain〉", "(all Zsuppli? Zchain?)"},
        {"'why?' rail", "(all Zrail)"},
        {"‚why?‘ rail", "(all Zrail)"},
        {"‹why?› rail", "(all Zrail)"},
        {"¿why? rail", "(all Zrail)"},
        {"'WHO' rail", "(all Zwho? Zrail?)", "caps('WHO')"},
        {"‚WHO‘ rail", "(all Zwho? Zrail?)", "caps(‚WHO‘)"},
        {"‹WHO› rail", "(all Zwho? Zrail?)", "caps(‹WHO›)"},
        {"title:“supply chain”", "(all (phrase title:supply title:chain))"},
        {"well-being", "(all (any (phrase well being) Zwellb))"},
        {"wellbeing", "(all Zwellb)"},
        {"pro–life", "(all (any (phrase pro life) Zprolif))"},
        {"2016–2018", "(all (phrase 2016 2018))"},
        {"pro—life", "(all (phrase pro life))"},
        {"war – peace", "(all Zwar? Zpeac?)"},
        {"rail - strike", "(all Zrail? Zstrike?)"},
        {"–strike", "(all Zstrike)", "'–strike' was read without its dash"},
        {"−strike rail", "(all Zstrike? Zrail?)", "'−strike' was read without its dash"},
        {"-strike rail", "(all Zrail -Zstrike)"},
        {"U.S.", "(all Zus)", "caps(U.S.) finds it in capitals only"},
        {"U.S.-China", "(all (any (phrase us china) Zuschina))"},
        {"AT&T", "(all (any (phrase at t) Zatt))"},
        {"F-16", "(all (any (phrase f 16) Zf16))"},
        {"don't", "(all Zdon't)"},
        {"don’t", "(all Zdon't)"},
        {"O’Brien’s", "(all Zo'brien)"},
        {"@nasa", "(all Znasa)"},
        {"#metoo", "(all Zmetoo)"},
        {"$1,000", "(all Z1000)"},
        {"50%", "(all Z50)"},
        {"24/7", "(all (phrase 24 7))"},
        {"press@npr.org", "(all (phrase press npr org))"},
        {"www.npr.org", "(all (phrase www npr org))"},
        {"http://npr.org/a-b/",
         "(all (any (any (phrase http npr org a b) (phrase http npr org ab)) "
         "url=https://npr.org/a-b))"},
        {"https://npr.org/c", "(all (any (phrase https npr org c) url=http://npr.org/c/?utm=1))"},
        {"https://npr.org/z", "(all (phrase https npr org z))"},
        {"rail and strike", "(all Zrail? Zstrike?)"},
        {"rail or strike", "(all Zrail? Zstrike?)", "type OR for either of two"},
        {"rail not strike", "(all Zrail? Zstrike?)", "type NOT to leave out"},
        {"atleast3 strike", "(all Zatleast3? Zstrike?)", "it needs parentheses"},
        {"=naive", "(all naive)"},
        {"=naïve", "(all (accents naïve naive))"},
        {"=naïve strike", "(all (accents naïve naive) Zstrike?)"},
        {"rail (x OR =naïve)", "(all Zrail? (any Zx (accents naïve naive)))"},
        {"path:2024/*", "(all (any path=2024/a.md path=2024/b.md))"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        const Question question = ask(row.typed, few_words);
        CHECK(to_string(question) == row.question);
        const std::string notes = notes_of(question);
        CAPTURE(notes);
        CHECK(notes.find(row.note) != std::string::npos);
    }
}

TEST_CASE("what cannot be meant is an error at its place") {
    struct Row {
        std::string_view typed;
        std::string_view message;
        std::size_t caret;  ///< column of the ^
    };
    constexpr Row rows[] = {
        {"\"", "this quote is never closed", 0},
        {"strike\" rail", "this quote is never closed", 6},
        {"rail (strike", "this '(' is never closed", 5},
        {"strike) rail", "this ')' has no '(' before it", 6},
        {"rail AND", "'AND' needs a word on each side", 5},
        {"site:npr.org rail", "there is no field 'site'", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        try {
            ask(row.typed, few_words);
            FAIL("no error");
        } catch (const Error& error) {
            const std::string text = error.what();
            CHECK(text.starts_with(row.message));
            const std::string last = text.substr(text.rfind('\n') + 1);
            CHECK(last == "  " + std::string(row.caret, ' ') + "^");
            CHECK_FALSE(error.hint().empty());
        }
    }
}

}  // namespace dateline
