// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/nearest_name.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace dateline {

namespace {

constexpr std::size_t longest = 40;

/// Edits (insert, delete, replace, swap neighbours) from one word to the other; words are short.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last, last(b.size() + 1), row(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
        }
        before_last = last;
        last = row;
    }
    return last[b.size()];
}

}  // namespace

NearestName::NearestName(std::string_view typed) : typed_(typed) {
    if (typed.size() <= longest) edits_ = typed.size() < 4 ? 2 : 3;
}

void NearestName::offer(std::string_view name) {
    if (name.empty() || edits_ == 0) return;
    const bool begins_so = typed_.size() >= 2 && name.starts_with(typed_);
    const std::size_t edits = begins_so ? 0 : edit_distance(typed_, name);
    if (edits >= edits_) return;
    edits_ = edits;
    nearest_ = name;
}

}  // namespace dateline
