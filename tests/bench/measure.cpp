// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <numeric>

namespace dateline::bench {

double now() {
    const auto since = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>(since).count();
}

Latencies summarize(std::vector<double> seconds) {
    Latencies figures;
    figures.queries = seconds.size();
    if (seconds.empty()) return figures;
    std::ranges::sort(seconds);
    const auto at = [&](std::size_t percent) {
        return 1e3 * seconds[(seconds.size() - 1) * percent / 100];
    };
    figures.p50_ms = at(50);
    figures.p95_ms = at(95);
    figures.p99_ms = at(99);
    figures.mean_ms = 1e3 * std::accumulate(seconds.begin(), seconds.end(), 0.0) /
                      static_cast<double>(seconds.size());
    return figures;
}

Latencies measure(const std::vector<Query>& queries, const Ask& ask) {
    for (const Query& query : queries) ask(query);
    std::vector<double> seconds;
    Shown total;
    for (const Query& query : queries) {
        const double start = now();
        const Shown shown = ask(query);
        seconds.push_back(now() - start);
        total.hits += shown.hits;
        total.bytes += shown.bytes;
    }
    Latencies figures = summarize(std::move(seconds));
    figures.shown = total;
    return figures;
}

std::ostream& operator<<(std::ostream& out, const Latencies& latencies) {
    return out << fmt::format(
               "mean={:.3f} p50={:.3f} p95={:.3f} p99={:.3f} queries={} hits={} bytes={}",
               latencies.mean_ms, latencies.p50_ms, latencies.p95_ms, latencies.p99_ms,
               latencies.queries, latencies.shown.hits, latencies.shown.bytes);
}

}  // namespace dateline::bench
