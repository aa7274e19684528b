// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/query_manual.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/fields.h"
#include "common/manual.h"
#include "searcher/query/tree.h"

namespace dateline {
namespace {

TEST_CASE("every query of the manual can be asked") {
    const Program manual = query_manual();
    for (std::size_t i = 0; i + 1 < manual.sections.size(); ++i) {
        for (const Entry& entry : manual.sections[i].entries) {
            CAPTURE(entry.name);
            CHECK_NOTHROW(parse_query(entry.name, *make_day(2026, 3, 1)));
        }
    }
}

TEST_CASE("the manual has every field that can be asked for") {
    const std::string page = manual_page(query_manual());
    CHECK(page.starts_with(".TH DATELINE-QUERY 7 "));
    for (const Field& field : fields()) {
        if (field.match == Match::none) continue;
        CAPTURE(field.name);
        CHECK(page.find("\\fB" + std::string(field.name) + ":") != page.npos);
    }
}

}  // namespace
}  // namespace dateline
