// SPDX-License-Identifier: GPL-2.0-or-later
// Places of a query that can be doubted: what is said of them.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "searcher/query/tree.h"
#include "tests/unit/readings.h"

using namespace dateline;

namespace {

bool has_note(const Node& node, std::string_view part) {
    return std::ranges::any_of(
        node.notes, [&](const std::string& note) { return note.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("doubtful places are noted") {
    struct Row {
        std::string_view typed;
        std::string_view note;
    };
    const auto rows = std::to_array<Row>({
        {"supply chain OR network", "read as: supply (chain OR network)"},
        {"supply chain w/5 risk", "read as: supply (chain w/5 risk)"},
        {"–nuclear talks", "'–nuclear' was read without its dash"},
        {"!nuclear talks", "'!' was read as -"},
        {"kavanaugh !(ford OR blasey)", "'!' was read as -"},
        {"surveil! act",
         "'surveil!' was read without its !; for all words that begin so type surveil*"},
        {"strike same rail", "the operator is typed: strike /p rail"},
        {"strike w/ rail", "the operator is typed: strike w/5 rail"},
        {"STRIKE NEAR RAIL", "'NEAR' was read as a word"},
        {"atleast3 strike", "atleast3(strike)"},
        {"ATLEAST3 strike", "atleast3(strike)"},
        {"first50 strike", "first50(strike)"},
        {"subjekt:iran", "there is no field 'subjekt', so 'subjekt:' was read as a word"},
        {"the author(s) said", "'author(s)' was read as words; for the field type author:s"},
        {"SOURCE(S) SAY", "'SOURCE(S)' was read as words"},
        {"under section(3) of", "for the field type section:3"},
        {"a pub(lic) house", "'pub(lic)' was read as words; for the field type outlet:lic"},
        {"PUB (npr) a", "'PUB' was read as a word; for the field type outlet:(…)"},
        {"COMPANY(apple) a", "there is no field 'COMPANY', so it was read as a word"},
        {"site: npr.org", "'site:' was read as a word; for the field type outlet:…"},
        {"=naïv*", "accents are not looked at in 'naïv*'"},
        {"=\"naïve pers*\"", "accents are not looked at in 'naïve pers*'"},
        {"a $ b", "'$' has no letters or digits"},
        {"a \"...\"", "a phrase without words"},
        {"author: novruz", "'author: ' was read as the field"},
        {"length:100.. 200", "a range has no blanks: length:100..200"},
        {"strike or walkout", "'or' in small letters"},
        {"strike not walkout", "'not' in small letters"},
        {"a OR -b", "every other article"},
    });
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(has_note(parse_query(row.typed, query_day), row.note));
    }
}

TEST_CASE("plain queries are read without any note") {
    for (const std::string_view typed :
         {"pentagon hegseth", "a - b", "a & b ...", "strike OR walkout outlet:npr", "AT&T -b",
          "a AND b", "(a OR b) c", "“a b” c", "http://x.org 12:30", "to be or", "fire near tokyo",
          "Fire Near Tokyo", "within reach of rail", "same sex marriage", "C:x Trump:yes",
          "title(pentagon)", "outlet:=npr", "9/11 24/7"}) {
        CAPTURE(typed);
        CHECK(parse_query(typed, query_day).notes.empty());
    }
}
