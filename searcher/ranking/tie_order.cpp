// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/tie_order.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/fields.h"

namespace dateline {
namespace {

/// Whether those behind the first `number` are as good as the last of these.
bool equal_at_end(const Xapian::MSet& found, std::uint64_t number) {
    const auto last = found[static_cast<Xapian::doccount>(number - 1)];
    const auto end = found.back();
    return rounded_score(last.get_weight()) == rounded_score(end.get_weight()) &&
           last.get_sort_key() == end.get_sort_key();
}

}  // namespace

std::string OldestFirst::operator()(const Xapian::Document& document) const {
    return of(document.get_value(order_slot));
}

std::string OldestFirst::of(std::string key) const {
    if (!by_id_) key.resize(std::min(key.size(), undated_key.size()));
    if (key.starts_with(undated_key)) key.front() = '9';
    return key;
}

void order_ties(const Archives& archives, std::span<Ranked> hits, bool oldest_first) {
    const OldestFirst oldest(true);
    while (!hits.empty()) {
        const auto end = std::ranges::find_if_not(
            hits, [&](const Ranked& hit) { return hit.score == hits.front().score; });
        const std::span<Ranked> equal(hits.begin(), end);
        hits = hits.subspan(equal.size());
        if (equal.size() == 1) continue;
        std::vector<Xapian::docid> docids;
        for (const Ranked& hit : equal) docids.push_back(hit.docid);
        archives.expect_documents(docids);
        std::vector<std::pair<std::string, Ranked>> keyed;
        for (const Ranked& hit : equal) {
            const std::string key = archives.value_of(hit.docid, order_slot);
            keyed.emplace_back(oldest_first ? oldest.of(key) : key, hit);
        }
        std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
            return oldest_first ? a.first < b.first : a.first > b.first;
        });
        std::ranges::transform(keyed, equal.begin(), [](const auto& pair) { return pair.second; });
    }
}

Xapian::MSet best_with_ties(const Xapian::Enquire& enquire, std::uint64_t number,
                            Xapian::doccount looked_at, const Xapian::MatchDecider* decider) {
    constexpr std::uint64_t most = UINT32_MAX;
    for (std::uint64_t more = 16;; more *= 16) {
        const std::uint64_t wanted = std::min(most, number + more);
        Xapian::MSet found =
            enquire.get_mset(0, static_cast<Xapian::doccount>(wanted), looked_at, nullptr, decider);
        if (found.size() < wanted || number == 0 || !equal_at_end(found, number)) return found;
    }
}

void order_by_score(const Archives& archives, std::span<Ranked> hits) {
    std::ranges::stable_sort(hits, std::ranges::greater(), &Ranked::score);
    order_ties(archives, hits);
}

}  // namespace dateline
