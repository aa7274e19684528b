// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fields.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace dateline {

TEST_CASE("fields are found by name and alias, and no other word is one") {
    CHECK(find_field("outlet") == find_field("source"));
    CHECK(find_field("title") == find_field("headline"));
    CHECK(find_field("") == nullptr);
    CHECK(find_field("http") == nullptr);
    CHECK_THROWS_AS(field("outlt"), std::logic_error);
}

TEST_CASE("long prefixes begin with X and end in a colon") {
    for (const Field& row : fields()) {
        CAPTURE(row.name);
        if (row.prefix.size() > 1) {
            CHECK(row.prefix.front() == 'X');
            CHECK(row.prefix.back() == ':');
        }
    }
}

TEST_CASE("every stored field can be read and written") {
    for (const Field& row : fields()) {
        CAPTURE(row.name);
        if (row.number != 0) {
            Article article;
            row.set(article, {"2024"});
            Article copy;
            row.set(copy, row.get(article));
            CHECK(row.get(article).size() == 1);
            CHECK(copy == article);
        }
        if (row.facet && !row.of_archive) CHECK(row.slot != no_slot);
    }
}

TEST_CASE("a whole value is another term than a word, and other names tell whose they are") {
    CHECK(value_term(field("outlet"), "npr") == "XO:=npr");
    CHECK(value_term(field("host"), "npr.org") == "Hnpr.org");
    CHECK(other_name_term(field("outlet"), "npr online news", "npr") == "XO:~npr online news\tnpr");
}

TEST_CASE("a term never exceeds what Xapian takes, and distinct values stay distinct") {
    const std::string long_value(400, 'a');
    const std::string zeros(200, '\0');
    const auto cost = [](const std::string& term) {
        return term.size() + static_cast<std::size_t>(std::ranges::count(term, '\0'));
    };
    CHECK(make_term("S", "word") == "Sword");
    CHECK(cost(make_term("S", long_value)) <= 245);
    CHECK(cost(make_term("S", zeros)) <= 245);
    CHECK(make_term("S", long_value) != make_term("S", long_value + "b"));
    CHECK(make_term("S", std::string(244, 'a')).size() == 245);
}

}  // namespace dateline
