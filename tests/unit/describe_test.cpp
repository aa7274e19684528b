// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/describe.h"

#include <doctest/doctest.h>

#include "tests/unit/word_list.h"

using namespace dateline;

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
