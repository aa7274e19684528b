// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/word_diff.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "searcher/pile/word_chain.h"

namespace dateline {
namespace {

/// Shingles of so many words make a chain; the shorter ones where the longer are not shared and an
/// edit script would cost too much.
constexpr std::uint32_t shingle_lengths[] = {5, 3, 2};
constexpr std::size_t few_words = 160;      // an edit script of so few is never too dear
constexpr int most_chains = 8;              // chains within chains; each reads all words once more
constexpr std::uint64_t chain_steps = 4;    // a word costs in a chain, about
constexpr std::uint64_t script_steps = 80;  // a word may cost in an edit script

using Words = std::span<const std::uint32_t>;

/// Words [first, first_end) of one sequence against [second, second_end) of the other.
struct Box {
    std::uint32_t first = 0;
    std::uint32_t first_end = 0;
    std::uint32_t second = 0;
    std::uint32_t second_end = 0;

    std::int64_t rows() const { return std::int64_t{first_end} - first; }
    std::int64_t columns() const { return std::int64_t{second_end} - second; }
    std::uint64_t words() const { return static_cast<std::uint64_t>(rows() + columns()); }
    bool is_empty() const { return first == first_end || second == second_end; }
};

/// A place between words of both.
struct Point {
    std::uint32_t first = 0;
    std::uint32_t second = 0;

    bool operator==(const Point&) const = default;
};

class Differ {
public:
    Differ(Words first, Words second) : first_(first), second_(second) {}

    /// With chains of shingles of shingle_lengths[level] and shorter ones.
    void compare(Box box, std::size_t level, int chains_left) {
        const std::uint32_t suffix = strip(box);
        if (!box.is_empty()) {
            std::vector<CommonRun> chain;
            for (; chains_left > 0 && level < std::size(shingle_lengths); ++level) {
                if (level > 0 && box.words() <= few_words) break;
                chain = chain_in(box, shingle_lengths[level]);
                if (!chain.empty()) break;
            }
            if (chain.empty()) {
                script_steps_left_ = script_steps * box.words();
                compare_by_script(box);
            } else {
                compare_between(box, chain, level, chains_left - 1);
            }
        }
        add({box.first_end, box.second_end, suffix});
    }

    std::vector<CommonRun> take_runs() { return std::move(runs_); }
    std::uint64_t steps() const { return steps_; }

private:
    /// Takes off what is equal at both ends; what it was at the end is for the caller to add.
    std::uint32_t strip(Box& box) {
        std::uint32_t prefix = 0;
        while (!box.is_empty() && first_[box.first] == second_[box.second]) {
            ++box.first, ++box.second, ++prefix;
        }
        add({box.first - prefix, box.second - prefix, prefix});
        std::uint32_t suffix = 0;
        while (!box.is_empty() && first_[box.first_end - 1] == second_[box.second_end - 1]) {
            --box.first_end, --box.second_end, ++suffix;
        }
        steps_ += prefix + suffix;
        return suffix;
    }

    void add(CommonRun run) {
        if (run.length == 0) return;
        if (!runs_.empty() && runs_.back().first + runs_.back().length == run.first &&
            runs_.back().second + runs_.back().length == run.second) {
            runs_.back().length += run.length;
        } else {
            runs_.push_back(run);
        }
    }

    std::vector<CommonRun> chain_in(const Box& box, std::uint32_t length) {
        steps_ += chain_steps * box.words();
        std::vector<CommonRun> chain =
            chained_runs(first_.subspan(box.first, box.first_end - box.first),
                         second_.subspan(box.second, box.second_end - box.second), length);
        for (CommonRun& run : chain) run.first += box.first, run.second += box.second;
        return chain;
    }

    void compare_between(Box box, const std::vector<CommonRun>& chain, std::size_t level,
                         int chains_left) {
        for (const CommonRun& run : chain) {
            compare({box.first, run.first, box.second, run.second}, level, chains_left);
            add(run);
            box.first = run.first + run.length;
            box.second = run.second + run.length;
        }
        compare(box, level, chains_left);
    }

    /// In linear memory: a point in the middle of a shortest script, then both sides of it.
    void compare_by_script(Box box) {
        const std::uint32_t suffix = strip(box);
        if (!box.is_empty()) {
            const std::optional<Point> middle = middle_of_script(box);
            if (middle) {
                compare_by_script({box.first, middle->first, box.second, middle->second});
                compare_by_script({middle->first, box.first_end, middle->second, box.second_end});
            }
        }
        add({box.first_end, box.second_end, suffix});
    }

    /// How far a script of some number of edits comes on each diagonal, from one end of the box.
    struct Front {
        std::vector<std::int64_t> reached;  ///< by diagonal, from `zero` on; negative: nowhere
        std::int64_t zero = 0;
        std::int64_t low_end = 0;  ///< diagonals that have left the box at either side
        std::int64_t high_end = 0;

        void begin(std::int64_t most_edits) {
            zero = most_edits + 1;
            reached.assign(static_cast<std::size_t>(2 * zero + 1), -1);
            at(1) = 0;
            low_end = high_end = 0;
        }
        std::int64_t& at(std::int64_t diagonal) {
            return reached[static_cast<std::size_t>(zero + diagonal)];
        }
        bool has(std::int64_t diagonal) const {
            return diagonal >= -zero && diagonal <= zero &&
                   reached[static_cast<std::size_t>(zero + diagonal)] >= 0;
        }
    };

    bool equal_from(const Box& box, bool backward, std::int64_t row, std::int64_t column) const {
        const auto r = static_cast<std::uint32_t>(row);
        const auto c = static_cast<std::uint32_t>(column);
        return backward ? first_[box.first_end - 1 - r] == second_[box.second_end - 1 - c]
                        : first_[box.first + r] == second_[box.second + c];
    }

    /// One edit further on every diagonal; the row at which `own` meets `other`, if `meets` asks.
    std::optional<Point> advance(const Box& box, Front& own, Front& other, std::int64_t edits,
                                 bool backward, bool meets) {
        const std::int64_t rows = box.rows();
        const std::int64_t columns = box.columns();
        for (std::int64_t k = -edits + own.low_end; k <= edits - own.high_end; k += 2) {
            const bool down = k == -edits || (k != edits && own.at(k - 1) < own.at(k + 1));
            std::int64_t row = down ? own.at(k + 1) : own.at(k - 1) + 1;
            std::int64_t column = row - k;
            for (++steps_; row < rows && column < columns && equal_from(box, backward, row, column);
                 ++steps_)
                ++row, ++column;
            own.at(k) = row;
            if (row > rows) {
                own.high_end += 2;
            } else if (column > columns) {
                own.low_end += 2;
            } else if (const std::int64_t facing = rows - columns - k;
                       meets && other.has(facing) && row + other.at(facing) >= rows) {
                if (backward) row = rows - row, column = columns - column;
                return Point{box.first + static_cast<std::uint32_t>(row),
                             box.second + static_cast<std::uint32_t>(column)};
            }
        }
        return std::nullopt;
    }

    /// Nothing if it would cost more than what is left.
    std::optional<Point> middle_of_script(const Box& box) {
        const std::int64_t most = (box.rows() + box.columns() + 1) / 2;
        const bool odd = (box.rows() - box.columns()) % 2 != 0;
        const std::uint64_t before = steps_;
        forward_.begin(most);
        backward_.begin(most);
        std::optional<Point> middle;
        for (std::int64_t edits = 0; edits <= most && !middle; ++edits) {
            if (steps_ - before > script_steps_left_) break;
            middle = advance(box, forward_, backward_, edits, false, odd);
            if (!middle) middle = advance(box, backward_, forward_, edits, true, !odd);
        }
        script_steps_left_ -= std::min(script_steps_left_, steps_ - before);
        const Point begin{box.first, box.second};
        const Point end{box.first_end, box.second_end};
        if (middle == begin || middle == end) return std::nullopt;
        return middle;
    }

    Words first_;
    Words second_;
    std::vector<CommonRun> runs_;
    Front forward_;
    Front backward_;
    std::uint64_t steps_ = 0;
    std::uint64_t script_steps_left_ = 0;
};

}  // namespace

std::vector<CommonRun> common_runs(std::span<const std::uint32_t> first,
                                   std::span<const std::uint32_t> second, std::uint64_t* steps) {
    Differ differ(first, second);
    differ.compare(
        {0, static_cast<std::uint32_t>(first.size()), 0, static_cast<std::uint32_t>(second.size())},
        0, most_chains);
    if (steps != nullptr) *steps += differ.steps();
    return differ.take_runs();
}

}  // namespace dateline
