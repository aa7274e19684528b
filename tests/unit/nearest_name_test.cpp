// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/nearest_name.h"

#include <doctest/doctest.h>

#include <string>

namespace dateline {

TEST_CASE("a name is near that takes two edits, or begins with what was typed") {
    struct Row {
        std::string typed;
        std::string_view nearest;
    };
    const Row rows[] = {{"outlt", "outlet"},
                        {"otulet", "outlet"},
                        {"outletts", "outlet"},
                        {"sect", "section"},
                        {"autor", "author"},
                        {"by", "byline"},
                        {"x", ""},
                        {"rainfall", ""},
                        {"", ""},
                        {std::string(41, 'a'), ""}};
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        NearestName nearest(row.typed);
        for (const std::string_view name : {"outlet", "author", "", "section", "byline"})
            nearest.offer(name);
        CHECK(nearest.name() == row.nearest);
    }
}

}  // namespace dateline
