// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/ranked_list.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/unit/small_index.h"

namespace dateline {

TEST_CASE("pages neither repeat nor lose a hit") {
    const SmallIndex index(many_articles(450));
    for (const Tiers tiers : {Tiers::all_then_some, Tiers::any}) {
        SearchRequest request;
        request.tiers = tiers;
        request.limit = 450;
        const std::vector<std::string> whole = index.ids(request, "harbour tariff filler3");
        CHECK(std::set<std::string>(whole.begin(), whole.end()).size() == whole.size());
        std::vector<std::string> paged;
        request.limit = 70;
        for (request.offset = 0; request.offset < 450; request.offset += request.limit)
            for (const std::string& id : index.ids(request, "harbour tariff filler3"))
                paged.push_back(id);
        CHECK(paged == whole);
    }
}

}  // namespace dateline
