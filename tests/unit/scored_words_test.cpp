// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/scored_words.h"

#include <doctest/doctest.h>

#include <fmt/format.h>

#include "searcher/match/bm25.h"
#include "searcher/match/compile.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

SmallIndex index_of_ships() {
    return SmallIndex({made_article("a", "High-speed ferry", "The highspeed ferry is a fast ship."),
                       made_article("b", "Ferries", "Ferries and ships; speed is high."),
                       made_article("c", "Fire", "A fire was fired at; shipping stopped.")});
}

/// Each word with the number of its articles, in the order of the question: `ship*:3`; joined ones
/// in parentheses, more than one occurrence with its number.
std::string words_of(const SmallIndex& index, const std::string& typed) {
    const Question question = index.question(typed);
    const Compiler compiler(index.archives(), question);
    std::string text;
    for (const ScoredWord& word : compiler.words()) {
        std::string told = fmt::format("{}:{}", word.typed, word.articles);
        if (word.count > 1) told += fmt::format("x{}", word.count);
        if (word.joined) told = "(" + told + ")";
        text += (text.empty() ? "" : " ") + told;
    }
    return text;
}

TEST_CASE("one typed word is one word, whatever it stands for") {
    struct Row {
        std::string typed;
        std::string words;
    };
    const Row rows[] = {
        {"ferry", "ferry:2"},
        {"ferry ferries", "ferry:2x2"},
        {"ship fire fired", "ship:3 fire:1x2"},
        {"=ships", "ships:3"},
        {"ship*", "ship:3"},
        {"ferrx~", "ferry:2"},
        {"\"fast ship\"", "fast:1 ship:3"},
        {"absent ferry", "absent:0 ferry:2"},
        {"high-speed", "high:2 speed:2 (high-speed:1)"},
        {"highspeed high-speed", "highspeed:1x2 high:2 speed:2"},
        {"ferry -ship", "ferry:2"},
        {"title:ferry", ""},
    };
    const SmallIndex index = index_of_ships();
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(words_of(index, row.typed) == row.words);
    }
}

TEST_CASE("stems of one word share its weight, in each place of the query") {
    const SmallIndex index = index_of_ships();
    const Question question = index.question("ship OR (ship AND ferry)");
    const Compiler compiler(index.archives(), question);
    const Question once = index.question("ship");
    const Compiler single(index.archives(), once);
    const auto points = [&](const Compiler& of) {
        Xapian::Enquire enquire(index.database());
        enquire.set_query(of.all());
        enquire.set_weighting_scheme(of.weighting().xapian());
        return enquire.get_mset(0, 1)[0].get_weight();
    };
    REQUIRE(compiler.words().size() == 2);
    const Compiler ship_alone(index.archives(), question, 0);
    CHECK(points(ship_alone) == doctest::Approx(points(single) * bm25::query_weight(2)));
}

}  // namespace
}  // namespace dateline
