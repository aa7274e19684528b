// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/term_order.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace dateline::bulk {
namespace {

struct Entry {
    std::uint64_t prefix;
    std::uint32_t number;
};

}  // namespace

std::uint64_t sort_prefix(std::string_view text) {
    std::uint64_t value = 0;
    std::memcpy(&value, text.data(), std::min<std::size_t>(text.size(), sizeof value));
    if constexpr (std::endian::native == std::endian::little) value = __builtin_bswap64(value);
    return value;
}

TermOrder::TermOrder(const Vocabulary& vocabulary, const std::vector<std::uint32_t>& numbers) {
    std::vector<Entry> entries;
    entries.reserve(numbers.size());
    std::size_t bytes = 0;
    for (const std::uint32_t number : numbers) {
        entries.push_back({sort_prefix(vocabulary.term(number)), number});
        bytes += vocabulary.term(number).size();
    }
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        if (a.prefix != b.prefix) return a.prefix < b.prefix;
        return vocabulary.term(a.number) < vocabulary.term(b.number);
    });
    numbers_.reserve(entries.size());
    begins_.reserve(entries.size() + 1);
    bytes_.reserve(bytes);
    heads_.resize((entries.size() + 1) * head_bytes);
    char* head = heads_.data();
    for (const Entry& entry : entries) {
        const std::string_view term = vocabulary.term(entry.number);
        numbers_.push_back(entry.number);
        begins_.push_back(bytes_.size());
        bytes_ += term;
        std::memcpy(head, term.data(), std::min(term.size(), head_term_bytes));
        head[head_term_bytes] = static_cast<char>(term.size());
        head += head_bytes;
    }
    begins_.push_back(bytes_.size());
}

}  // namespace dateline::bulk
