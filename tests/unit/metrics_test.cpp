// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/metrics.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

TEST_CASE("metrics are those of trec_eval") {
    const Metrics found = score({{"a", 3}, {"b", 1}, {"c", 2}, {"z", 0}}, {"x", "a", "y", "c"});
    const Metrics wanted{0.578375, 1 / 3.0, 0.2, 0.5, 2 / 3.0};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        CAPTURE(metric_names[i]);
        CHECK(found[i] == doctest::Approx(wanted[i]).epsilon(1e-4));
    }
}

}  // namespace
}  // namespace dateline
