// SPDX-License-Identifier: GPL-2.0-or-later
// What was read as a date, in a line, to compare with.
#pragma once

#include <string>

#include "indexer/dates/dates.h"

namespace dateline {

/// "2026-02-26 2026-02-26T23:22:44Z", or the problem in a word.
inline std::string written(const DateReading& reading) {
    switch (reading.problem) {
        case DateProblem::none:
            break;
        case DateProblem::not_a_date:
            return "not a date";
        case DateProblem::impossible:
            return "impossible";
        case DateProblem::ambiguous:
            return "ambiguous";
    }
    const std::string day = to_string(reading.date->date);
    return reading.date->instant.empty() ? day : day + " " + reading.date->instant;
}

}  // namespace dateline
