// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/warc_captures.h"

#include <algorithm>
#include <tuple>

namespace dateline {

void WarcCaptures::add(std::uint64_t url_hash, std::uint64_t time, std::uint32_t number) {
    if (full()) return;
    captures_.push_back({url_hash, time, number});
    last_ = number;
}

void WarcCaptures::sort() {
    // Of each address the last one of the newest time first.
    std::ranges::sort(captures_, [](const Capture& a, const Capture& b) {
        return std::tie(a.url, a.time, a.number) > std::tie(b.url, b.time, b.number);
    });
}

void WarcCaptures::for_each_address(const auto& take) const {
    for (std::size_t begin = 0; begin < captures_.size();) {
        std::size_t taken = begin;
        std::size_t end = begin;
        for (; end < captures_.size() && captures_[end].url == captures_[begin].url; ++end)
            if (taken == end && captures_[end].state == State::empty) ++taken;
        // Where all are empty, the oldest shows it.
        take(begin, std::min(taken, end - 1), end);
        begin = end;
    }
}

std::vector<std::uint32_t> WarcCaptures::untried() const {
    std::vector<std::uint32_t> numbers;
    for_each_address([&](std::size_t /*begin*/, std::size_t taken, std::size_t end) {
        if (taken + 1 < end && captures_[taken].state == State::untried)
            numbers.push_back(captures_[taken].number);
    });
    std::ranges::sort(numbers);
    return numbers;
}

void WarcCaptures::note_tried(const std::vector<std::uint32_t>& numbers,
                              const std::vector<bool>& hold) {
    for (Capture& capture : captures_) {
        const auto found = std::ranges::lower_bound(numbers, capture.number);
        if (found == numbers.end() || *found != capture.number) continue;
        const bool holds = hold[static_cast<std::size_t>(found - numbers.begin())];
        capture.state = holds ? State::holds : State::empty;
    }
}

void WarcCaptures::choose() {
    for_each_address([&](std::size_t begin, std::size_t taken, std::size_t end) {
        chosen_.push_back(captures_[taken].number);
        empty_ += taken - begin;
        older_ += end - taken - 1;
    });
    std::ranges::sort(chosen_);
}

bool WarcCaptures::is_chosen(std::uint32_t number) const {
    if (full() && number > last_) return true;
    return std::ranges::binary_search(chosen_, number);
}

}  // namespace dateline
