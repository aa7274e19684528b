// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/in_words.h"

#include <doctest/doctest.h>

namespace dateline {

TEST_CASE("a query is told as it was read, in words") {
    struct {
        const char* typed;
        const char* told;
    } const rows[] = {
        {"", ""},
        {"grain deal", "grain, deal"},
        {"+rail strike -hunger", "rail (required), strike, not hunger"},
        {"\"supply chain\" risk", "\u201Csupply chain\u201D, risk"},
        {"=strikes surveil* journalist~2",
         "exactly strikes, surveil*, journalist or a word 2 letters from it"},
        {"a AND (b OR c)", "a and (b or c)"},
        {"strike AND NOT hunger", "strike but not hunger"},
        {"hegseth w/8 (threaten OR blacklist)",
         "hegseth within 8 words of (threaten or blacklist)"},
        {"a w/1 b", "a within 1 word of b"},
        {"a pre/3 b", "a at most 3 words before b"},
        {"a /s b", "a in one sentence with b"},
        {"a /p b", "a in one paragraph with b"},
        {"a not w/3 b", "a not within 3 words of b"},
        {"atleast3(nitrogen)", "nitrogen at least 3 times"},
        {"first50(toyota)", "toyota in the first 50 words"},
        {"lead:pentagon", "pentagon in the first two paragraphs"},
        {"hlead:pentagon", "pentagon in the title or the first two paragraphs"},
        {"caps(US)", "US in capitals"},
        {"has:date -has:outlet", "date known, not outlet known"},
        {"title:pentagon outlet:\"The Verge\"", "title pentagon, outlet \u201CThe Verge\u201D"},
        {"date:2021..2023-06", "date from 2021-01-01 to 2023-06-30"},
        {"length:>800", "length from 801"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.typed);
        CHECK(in_words(parse_query(row.typed, *make_day(2026, 3, 1))) == row.told);
    }
}

}  // namespace dateline
