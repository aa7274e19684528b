// SPDX-License-Identifier: GPL-2.0-or-later
// Command lines that are refused.
#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/unit/asked_options.h"

namespace dateline {
namespace {

TEST_CASE("what cannot be is refused, and the option named") {
    struct Row {
        Arguments arguments;
        std::string_view message;
    };
    const Row rows[] = {
        {{}, "nothing to search for"},
        {{"", "  "}, "nothing to search for"},
        {{"-n5"}, "nothing to search for"},
        {{"a", "--limit", "x"}, "option '--limit' cannot be 'x'"},
        {{"a", "--limit=-1"}, "option '--limit' cannot be '-1'"},
        {{"a", "--offset=1000000001"}, "option '--offset' cannot be '1000000001'"},
        {{"a", "--open=0"}, "option '--open' cannot be '0'"},
        {{"a", "--context=word"}, "option '--context' cannot be 'word'"},
        {{"a", "--context=5"}, "option '--context' cannot be '5'"},
        {{"a", "--sort=new"}, "option '--sort' cannot be 'new'"},
        {{"a", "--all", "--any"}, "options '--all' and '--any' exclude each other"},
        {{"a", "-l", "--json"}, "options '--files' and '--json' exclude each other"},
        {{"a", "--on=2026", "--since=2025"}, "options '--on' and '--since' exclude each other"},
        {{"a", "--open=1", "--count"}, "options '--open' and '--count' exclude each other"},
        {{"a", "-0"}, "option '--null' goes with '--files' only"},
        {{"a", "--csv-safe"}, "option '--csv-safe' goes with '--format csv' only"},
        {{"a", "--by=title"}, "option '--by' cannot be 'title'"},
        {{"a", "--timeline=hour"}, "option '--timeline' cannot be 'hour'"},
        {{"a", "--share"}, "option '--share' goes with '--by' or '--timeline' only"},
        {{"a", "--by=outlet", "-l"}, "options '--files' and '--by' exclude each other"},
        {{"a", "--cite=apa", "--json"}, "options '--json' and '--cite' exclude each other"},
        {{"a", "--cite=mla"}, "option '--cite' cannot be 'mla'"},
        {{"a", "--full", "--passages=2"}, "options '--full' and '--passages' exclude each other"},
        {{"--show=x", "--by=outlet"}, "options '--show' and '--by' exclude each other"},
        {{"a", "--by=outlet", "--by=year", "--format=csv"}, "CSV has one table only"},
        {{"a", "--recent=0"}, "option '--recent' cannot be '0'"},
        {{"--complete=title"}, "option '--complete' cannot be 'title'"},
        {{"--since=2026", "--until=2025"}, "no day is from 2026-01-01 to 2025-12-31"},
        {{"--since=2025..2026-01"}, "--since takes one date, not the range '2025..2026-01'"},
        {{"--until=..2026-01"}, "--until takes one date, not the range '..2026-01'"},
        {{"a", "--outlet="}, "option '--outlet' needs a value"},
        {{"a", "--nosuch"}, "unknown option '--nosuch'"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.message);
        try {
            read(row.arguments);
            FAIL("not refused");
        } catch (const Error& error) {
            CHECK(error.what() == row.message);
            CHECK_FALSE(error.hint().empty());
            CHECK(error.status() == 2);
        }
    }
    CHECK_THROWS_AS(read({"--since", "2026-02-30"}), Error);
}

}  // namespace
}  // namespace dateline
