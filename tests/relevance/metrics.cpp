// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/relevance/metrics.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace dateline {
namespace {

constexpr std::size_t shown = 10;
constexpr std::size_t deep = 100;
constexpr std::size_t deepest = 1000;

double discounted(const std::vector<int>& grades) {
    double sum = 0;
    for (std::size_t i = 0; i < std::min(grades.size(), shown); ++i)
        sum += grades[i] / std::log2(static_cast<double>(i) + 2);
    return sum;
}

}  // namespace

bool has_relevant(const Judgments& judged) {
    return std::ranges::any_of(judged, [](const auto& row) { return row.second > 0; });
}

Metrics score(const Judgments& judged, const std::vector<std::string>& ranked) {
    std::vector<int> wanted;
    for (const auto& [document, grade] : judged)
        if (grade > 0) wanted.push_back(grade);
    std::ranges::sort(wanted, std::greater());
    std::vector<int> grades;
    for (const std::string& document : ranked) {
        const auto known = judged.find(document);
        grades.push_back(known == judged.end() ? 0 : std::max(known->second, 0));
    }
    const auto relevant = static_cast<double>(wanted.size());
    const auto found = [&](std::size_t depth) {
        const auto end =
            grades.begin() + static_cast<std::ptrdiff_t>(std::min(depth, grades.size()));
        return static_cast<double>(std::count_if(grades.begin(), end, [](int g) { return g > 0; }));
    };
    double precision = 0;
    double hits = 0;
    double reciprocal = 0;
    for (std::size_t i = 0; i < std::min(grades.size(), deepest); ++i) {
        if (grades[i] == 0) continue;
        const auto rank = static_cast<double>(i + 1);
        precision += ++hits / rank;
        if (hits == 1 && i < shown) reciprocal = 1 / rank;
    }
    return {discounted(grades) / discounted(wanted), precision / relevant,
            found(shown) / double{shown}, reciprocal, found(deep) / relevant};
}

Metrics mean(const std::vector<Metrics>& rows) {
    Metrics sum{};
    for (const Metrics& row : rows)
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += row[i];
    for (double& value : sum) value /= rows.empty() ? 1 : static_cast<double>(rows.size());
    return sum;
}

}  // namespace dateline
