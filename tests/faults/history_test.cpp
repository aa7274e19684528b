// SPDX-License-Identifier: GPL-2.0-or-later
// DATELINE_HISTORIES=n lives n histories, DATELINE_HISTORY_SEED=s begins with that of seed s.
#include "tests/faults/history.h"

#include <doctest/doctest.h>

#include "tests/faults/fault.h"

namespace dateline {

TEST_CASE("after any history of an archive its index equals one made from nothing") {
    constexpr long usual_histories = 10;
    constexpr int steps = 12;
    const long first = number_of_tries("DATELINE_HISTORY_SEED", 1).value_or(1);
    const long many = number_of_tries("DATELINE_HISTORIES", usual_histories).value_or(1000);
    int complaints = 0;
    for (long seed = first; seed < first + many && complaints < 3; ++seed) {
        CAPTURE(seed);
        const std::string complaint = history_complaint(static_cast<unsigned>(seed), steps);
        CHECK_MESSAGE(complaint.empty(), complaint);
        complaints += !complaint.empty();
    }
}

}  // namespace dateline
