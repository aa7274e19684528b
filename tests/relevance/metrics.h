// SPDX-License-Identifier: GPL-2.0-or-later
// How good a ranking is against relevance judgments, as trec_eval counts it.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Document -> grade; 1 and more is relevant.
using Judgments = std::map<std::string, int>;

inline constexpr std::array<std::string_view, 5> metric_names{"ndcg@10", "map", "p@10", "mrr@10",
                                                              "recall@100"};
using Metrics = std::array<double, metric_names.size()>;

bool has_relevant(const Judgments& judged);

/// nDCG@10 with the grade as gain and log2(rank + 1), average precision over the first 1000, P@10,
/// MRR@10, Recall@100. Needs a relevant document among the judged.
Metrics score(const Judgments& judged, const std::vector<std::string>& ranked);

Metrics mean(const std::vector<Metrics>& rows);

}  // namespace dateline
