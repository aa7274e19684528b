// SPDX-License-Identifier: GPL-2.0-or-later
// How well a clustering meets the true one.
#pragma once

#include <cstddef>
#include <vector>

namespace dateline {

struct ClusterFigures {
    double precision = 0;  ///< B-cubed
    double recall = 0;
    double f = 0;
    double adjusted_rand = 0;
};

/// Of each item its cluster and its true one, as numbers. B-cubed: Bagga and Baldwin 1998; adjusted
/// Rand index: Hubert and Arabie 1985.
ClusterFigures cluster_figures(const std::vector<std::size_t>& found,
                               const std::vector<std::size_t>& truth);

}  // namespace dateline
