// SPDX-License-Identifier: GPL-2.0-or-later
// How long a program takes for the queries of a set: the loop and the figures that all share.
#pragma once

#include <cstddef>
#include <functional>
#include <ostream>
#include <vector>

#include "tests/bench/query_set.h"

namespace dateline::bench {

/// What a query brought to show: a check that programs did the same work, and that none of it was
/// optimized away.
struct Shown {
    std::size_t hits = 0;
    std::size_t bytes = 0;  ///< of titles and passages
};

using Ask = std::function<Shown(const Query&)>;

struct Latencies {
    double mean_ms = 0;
    double p50_ms = 0;
    double p95_ms = 0;
    double p99_ms = 0;
    std::size_t queries = 0;
    Shown shown;  ///< by all of them
};

/// Times in seconds -> figures; none: all 0.
Latencies summarize(std::vector<double> seconds);

/// Asks all of the queries once to warm up and once with the clock.
Latencies measure(const std::vector<Query>& queries, const Ask& ask);

/// One line: mean=0.381 p50=0.362 p95=... queries=1000 hits=10000 bytes=123456, times in ms.
std::ostream& operator<<(std::ostream& out, const Latencies& latencies);

/// Seconds on a clock that only runs forward.
double now();

}  // namespace dateline::bench
