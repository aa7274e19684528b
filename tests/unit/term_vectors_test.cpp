// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/term_vectors.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

TEST_CASE("the product of vectors runs over the terms of both") {
    CHECK(dot({{1, 0.5}, {3, 0.5}}, {{0, 1}, {3, 0.2}, {4, 9}}) == doctest::Approx(0.1));
    CHECK(dot({}, {{0, 1}}) == 0);
}

}  // namespace
}  // namespace dateline
