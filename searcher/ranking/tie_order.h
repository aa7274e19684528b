// SPDX-License-Identifier: GPL-2.0-or-later
// Which of equally good articles comes first: the newest (of a list by date from the oldest: the
// oldest), then by id, and of the same id in several archives as these are named. Xapian decides by
// the numbers that articles have in a database, so that a list would change with the order in which
// they were indexed, and with the archive they are in.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>

#include "searcher/ranking/rerank.h"

namespace dateline {

/// Days from the first to the last, the undated behind them; equal days by id, or as equals.
class OldestFirst : public Xapian::KeyMaker {
public:
    explicit OldestFirst(bool by_id) : by_id_(by_id) {}
    std::string operator()(const Xapian::Document& document) const override;
    /// Of an article with that value in order_slot.
    std::string of(std::string key) const;

private:
    bool by_id_;
};

/// Puts those in order that stand next to each other with the same score.
void order_ties(const Archives& archives, std::span<Ranked> hits, bool oldest_first = false);

/// The best `number` of a query at least, and as many more as it takes to know all that are equal
/// to the last of these. Of matches, `looked_at` are counted at least.
Xapian::MSet best_with_ties(const Xapian::Enquire& enquire, std::uint64_t number,
                            Xapian::doccount looked_at, const Xapian::MatchDecider* decider);

/// Best first, and ties in their order.
void order_by_score(const Archives& archives, std::span<Ranked> hits);

}  // namespace dateline
