// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/page_run.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline {

namespace {

/// How much a block speaks for being part of the article, in bytes; negative: against.
long worth(const TextBlock& block) {
    constexpr long most = 400;
    const long own = static_cast<long>(block.bytes) - block.links;
    if (block.is_label()) return -30;
    if (block.is_prose()) return std::min(own, most);
    if (block.is_sentence()) return own / 2;
    if (block.is_of_links()) return -20 - static_cast<long>(block.links);
    return -2;
}

BlockRun best_run(const PageMeasures& page, const std::vector<std::uint32_t>& numbers) {
    BlockRun best;
    long most = 0;
    long sum = 0;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (sum <= 0) {
            sum = 0;
            begin = i;
        }
        sum += worth(page.blocks[numbers[i]]);
        if (sum > most) {
            most = sum;
            best = {begin, i + 1};
        }
    }
    return best;
}

/// The element in which the block's paragraph, list or table stands.
std::uint32_t container_of(const PageMeasures& page, const TextBlock& block) {
    constexpr auto containers =
        std::to_array<std::string_view>({"article", "aside", "body", "details", "div", "footer",
                                         "form", "header", "html", "main", "section"});
    std::uint32_t number = block.element;
    while (number != 0 && std::ranges::find(containers, element_name(page.elements[number].node)) ==
                              containers.end())
        number = page.elements[number].parent;
    return number;
}

/// Without sentences at its ends that stand alone in containers without prose.
BlockRun narrowed(const PageMeasures& page, const std::vector<std::uint32_t>& numbers,
                  BlockRun run) {
    const auto block = [&](std::size_t i) -> const TextBlock& { return page.blocks[numbers[i]]; };
    std::size_t first = run.begin;
    std::size_t last = run.end;
    while (first < run.end && !block(first).is_prose()) ++first;
    if (first == run.end) return run;
    while (!block(last - 1).is_prose()) --last;
    const std::uint32_t before = container_of(page, block(first));
    const std::uint32_t behind = container_of(page, block(last - 1));
    while (container_of(page, block(run.begin)) != before) ++run.begin;
    while (container_of(page, block(run.end - 1)) != behind) --run.end;
    return run;
}

/// Short lines and tables beside the run, in the same container, belong to it, and sentences above.
BlockRun widened(const PageMeasures& page, const std::vector<std::uint32_t>& numbers,
                 BlockRun run) {
    constexpr std::size_t most_apart = 4;
    const auto block = [&](std::size_t i) -> const TextBlock& { return page.blocks[numbers[i]]; };
    const auto container = [&](std::size_t i) { return container_of(page, block(i)); };
    const auto may_end = [&](const TextBlock& b) {
        return !b.is_of_links() && !b.heading && !b.is_label();
    };
    const auto may_begin = [&](const TextBlock& b) { return b.is_sentence() && !b.is_label(); };
    const std::uint32_t last = container(run.end - 1);
    for (std::size_t i = run.end; i < std::min(numbers.size(), run.end + most_apart); ++i)
        if (container(i) == last && may_end(block(i))) run.end = i + 1;
    const std::uint32_t first = container(run.begin);
    for (std::size_t i = run.begin; i-- > 0 && i + most_apart >= run.begin;)
        if (container(i) == first && may_begin(block(i))) run.begin = i;
    return run;
}

}  // namespace

BlockRun article_run(const PageMeasures& page, const std::vector<std::uint32_t>& numbers) {
    const auto own_bytes = [&](std::size_t begin, std::size_t end) {
        std::size_t sum = 0;
        for (std::size_t i = begin; i < end; ++i)
            sum += page.blocks[numbers[i]].bytes - page.blocks[numbers[i]].links;
        return sum;
    };
    const BlockRun whole{0, numbers.size()};
    BlockRun run = best_run(page, numbers);
    if (run.begin == run.end) return whole;
    run = widened(page, numbers, narrowed(page, numbers, run));
    constexpr std::size_t little = 300;
    const std::size_t own = own_bytes(run.begin, run.end);
    return own < little && own * 4 < own_bytes(0, numbers.size()) ? whole : run;
}

}  // namespace dateline
