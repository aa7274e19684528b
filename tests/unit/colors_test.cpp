// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/colors.h"

#include <doctest/doctest.h>

#include "common/error.h"

namespace dateline {
namespace {

TEST_CASE("colours are read as grep's are, and replace only those named") {
    CHECK(read_colors("") == Colors{});
    CHECK(read_colors(usual_colors()) == Colors{});
    const Colors colors = read_colors("mt=4;33::ti=:fn=38;5;208:");
    CHECK(colors.code(Paint::match) == "4;33");
    CHECK(colors.code(Paint::title).empty());
    CHECK(colors.code(Paint::file) == "38;5;208");
    CHECK(colors.code(Paint::note) == Colors{}.code(Paint::note));
    CHECK(colors.code(Paint::none).empty());
}

TEST_CASE("nothing but colours reaches a terminal by them") {
    for (const std::string_view typed :
         {"zz=1", "mt", "mt=red", "mt=1m\x1b[2J", "mt=1;31 ", "=1", "mt = 1", "mt=1,ti=2"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(read_colors(typed), Error);
    }
}

}  // namespace
}  // namespace dateline
