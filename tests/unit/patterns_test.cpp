// SPDX-License-Identifier: GPL-2.0-or-later
// Patterns in archives of which forms are in the last article, as the commonest words are in all:
// where Xapian comes to the end of several at once (searcher/match/endless_source.h).
#include <doctest/doctest.h>

#include <random>
#include <set>

#include "tests/unit/small_index.h"

namespace dateline {

TEST_CASE("a pattern whose forms end at the same article finds what has them") {
    for (unsigned seed = 0; seed < 15; ++seed) {
        CAPTURE(seed);
        std::minstd_rand random(seed + 1);
        const std::size_t articles = 200 + random() % 200;
        std::vector<Article> made;
        std::set<std::string> wanted;
        for (std::size_t i = 0; i < articles; ++i) {
            std::string body = i % 2 == 0 ? "storks" : "storks herons";
            for (int form = 0; form < 4; ++form) {
                const bool has = form == 0 || i + 1 == articles || random() % 8 < 2;
                if (!has) continue;
                wanted.insert("a" + std::to_string(i));
                for (auto again = random() % 3; again < 3; ++again)
                    body += " karo" + std::string(1, static_cast<char>('a' + form));
            }
            made.push_back(made_article("a" + std::to_string(i), "Birds", body));
        }
        const SmallIndex index(std::move(made));
        SearchRequest request;  // of ten: so that Xapian leaves out what is too bad
        for (const char* query : {"karo*", "karoa~", "storks karo*", "+herons karo*",
                                  "karo* OR herons", "karo* storks -heronx", "herons w/9 karo*"}) {
            CAPTURE(query);
            CHECK_FALSE(index.ids(request, query).empty());
        }
        request.limit = no_limit;
        const std::vector<std::string> found = index.ids(request, "karo*");
        CHECK(std::set<std::string>(found.begin(), found.end()) == wanted);
    }
}

}  // namespace dateline
