// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/pile/clusters.h"

#include <map>
#include <utility>

namespace dateline {
namespace {

double pairs(double items) {
    return items * (items - 1) / 2;
}

}  // namespace

ClusterFigures cluster_figures(const std::vector<std::size_t>& found,
                               const std::vector<std::size_t>& truth) {
    std::map<std::size_t, double> in_found;
    std::map<std::size_t, double> in_truth;
    std::map<std::pair<std::size_t, std::size_t>, double> in_both;
    for (std::size_t i = 0; i < found.size(); ++i) {
        ++in_found[found[i]];
        ++in_truth[truth[i]];
        ++in_both[{found[i], truth[i]}];
    }
    ClusterFigures figures;
    const auto items = static_cast<double>(found.size());
    double both_pairs = 0;
    double found_pairs = 0;
    double truth_pairs = 0;
    for (const auto& [key, count] : in_both) {
        figures.precision += count * count / in_found[key.first] / items;
        figures.recall += count * count / in_truth[key.second] / items;
        both_pairs += pairs(count);
    }
    for (const auto& [key, count] : in_found) found_pairs += pairs(count);
    for (const auto& [key, count] : in_truth) truth_pairs += pairs(count);
    figures.f = 2 * figures.precision * figures.recall / (figures.precision + figures.recall);
    const double expected = found_pairs * truth_pairs / pairs(items);
    figures.adjusted_rand = (both_pairs - expected) / ((found_pairs + truth_pairs) / 2 - expected);
    return figures;
}

}  // namespace dateline
