// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/pdf_columns.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <optional>
#include <utility>

namespace dateline {

namespace {

using Words = std::vector<PdfWord>;

constexpr int most_depth = 6;
constexpr int most_steps = 400;  // across the page, in which gutters are looked for
constexpr int least_rows = 4;    // with words on both sides of a gutter
constexpr std::size_t least_words = 40;
constexpr std::size_t most_tries = 12;

int middle(const PdfWord& word) {
    return word.top + (word.bottom - word.top) / 2;
}

/// The size of most letters.
int letter_size(const Words& words) {
    std::map<int, std::size_t> letters;
    for (const PdfWord& word : words) letters[word.size] += word.text.size();
    return std::ranges::max_element(letters, {}, [](const auto& each) { return each.second; })
        ->first;
}

/// The rows of a part that have words, and how far to the left and right these stand.
class Rows {
public:
    Rows(const Words& words, int size) : height_(size) {
        std::map<int, Row> rows;
        for (const PdfWord& word : words) {
            const int at = middle(word);
            Row& row = rows.emplace(at / height_, Row{at, at, word.left, word.right}).first->second;
            row.first = std::min(row.first, at);
            row.last = std::max(row.last, at);
            row.left = std::min(row.left, word.left);
            row.right = std::max(row.right, word.right);
        }
        for (const auto& [number, row] : rows) rows_.push_back(row);
        left_ = std::ranges::min_element(rows_, {}, &Row::left)->left;
        right_ = std::ranges::max_element(rows_, {}, &Row::right)->right;
    }

    struct Run {
        int top = 0;
        int bottom = 0;
        int both = 0;  ///< rows with words on both sides
    };

    /// The run of rows between `top` and `bottom`, without a large gap in it, of which most have
    /// words on both sides of `x`.
    Run beside(int x, int top, int bottom) const {
        constexpr int most_free = 5;
        constexpr int most_above = 5;
        Run best;
        Run run;
        int above = 0;
        int block = 0;         // where the lines of the columns begin, as far as is known
        bool over_all = true;  // what stood so far is centred over the whole part
        for (auto row = std::ranges::lower_bound(rows_, top, {}, &Row::first);
             row != rows_.end() && row->last <= bottom; ++row) {
            const bool first = above == 0 && run.both == 0;
            const int free = first ? 0 : row->first - run.bottom;
            if (first || free > most_free * height_) {
                run = {row->first, row->last, 0};
                above = 0;
            }
            if (run.both == 0 && (above == 0 || over_all || free > 2 * height_)) block = row->first;
            over_all = (above == 0 || over_all) && is_centred(*row);
            run.bottom = row->last;
            const bool both = row->left < x && row->right > x;
            // A few lines on one side, before the columns begin, stand above them.
            if (both && run.both == 0 && above <= most_above) run.top = block;
            above += both ? 0 : 1;
            run.both += both ? 1 : 0;
            if (run.both > 0 && run.both >= best.both) best = run;
        }
        return best;
    }

private:
    struct Row {
        int first = 0;  ///< middle of its uppermost word
        int last = 0;
        int left = 0;
        int right = 0;
    };

    bool is_centred(const Row& row) const {
        return std::abs((row.left + row.right) - (left_ + right_)) < height_;
    }

    int height_;
    int left_ = 0;
    int right_ = 0;
    std::vector<Row> rows_;
};

struct Gutter {
    int x = 0;
    int top = 0;
    int bottom = 0;
};

bool is_between(const PdfWord& word, const Gutter& gutter) {
    return middle(word) >= gutter.top && middle(word) <= gutter.bottom;
}

bool is_left(const PdfWord& word, const Gutter& gutter) {
    return word.left + (word.right - word.left) / 2 < gutter.x;
}

/// Finds the gutter of a part that has most rows on both of its sides.
class GutterSearch {
public:
    explicit GutterSearch(const Words& words)
        : words_(words), size_(letter_size(words)), rows_(words, size_) {}

    std::optional<Gutter> find() {
        sweep();
        const auto found = std::ranges::find_if(
            best_, [&](const Found& each) { return are_columns(each.gutter); });
        return found == best_.end() ? std::nullopt : std::optional(found->gutter);
    }

private:
    struct Found {
        Gutter gutter;
        int both = 0;
    };

    /// Goes down the page and looks, at each step across it, at what stays free between two words.
    void sweep() {
        Words sorted = words_;
        std::ranges::stable_sort(sorted, {}, &PdfWord::top);
        const int left = std::ranges::min_element(sorted, {}, &PdfWord::left)->left;
        const int right = std::ranges::max_element(sorted, {}, &PdfWord::right)->right;
        const int bottom = std::ranges::max_element(sorted, {}, &PdfWord::bottom)->bottom;
        const int width = size_ * 7 / 10;
        const int step = std::max(20, (right - left) / most_steps + 1);
        const auto steps = static_cast<std::size_t>(std::max((right - left) / step, 1));
        std::vector<int> free_from(steps, sorted.front().top);
        for (const PdfWord& word : sorted) {
            // A strip of that width that begins there would meet the word.
            const int first = std::max(word.left - width - left, 0) / step + 1;
            const int last = (word.right - 1 - left) / step;
            for (int i = first; i <= last && i < static_cast<int>(steps); ++i) {
                int& from = free_from[static_cast<std::size_t>(i)];
                look_at(left + i * step + width / 2, from, word.top);
                from = std::max(from, word.bottom);
            }
        }
        for (std::size_t i = 1; i < steps; ++i)
            look_at(left + static_cast<int>(i) * step + width / 2, free_from[i], bottom);
    }

    void look_at(int x, int top, int bottom) {
        if (bottom - top < size_ * least_rows) return;
        const Rows::Run run = rows_.beside(x, top, bottom);
        if (run.both < least_rows) return;
        const Found found{{x, run.top, run.bottom}, run.both};
        // The next steps across the same strip find it again.
        const bool known = std::ranges::any_of(best_, [&](const Found& each) {
            return each.gutter.top == run.top && each.gutter.bottom == run.bottom;
        });
        if (known) return;
        best_.insert(std::ranges::upper_bound(best_, worth(found), std::ranges::greater{}, worth),
                     found);
        if (best_.size() > most_tries) best_.pop_back();
    }

    static std::pair<int, int> worth(const Found& found) {
        return {found.both, found.gutter.bottom - found.gutter.top};
    }

    /// Whether running text stands on both sides, not the cells of a table or a menu.
    bool are_columns(const Gutter& gutter) const {
        Side left;
        Side right;
        for (const PdfWord& word : words_)
            if (is_between(word, gutter)) (is_left(word, gutter) ? left : right).add(word, size_);
        return left.is_column(size_) && right.is_column(size_);
    }

    struct Side {
        int left = 0;
        int right = 0;
        long long letters = 0;  ///< how wide all words are together
        std::map<int, int> rows;

        void add(const PdfWord& word, int size) {
            left = rows.empty() ? word.left : std::min(left, word.left);
            right = rows.empty() ? word.right : std::max(right, word.right);
            letters += word.right - word.left + size / 4;
            ++rows[middle(word) / size];
        }
        bool is_column(int size) const {
            constexpr int least_letters = 7;
            const auto lines = static_cast<long long>(rows.size());
            return lines >= least_rows && right - left > size * least_letters &&
                   letters * 2 > lines * (right - left);
        }
    };

    const Words& words_;
    int size_;
    Rows rows_;
    std::vector<Found> best_;  // the best first
};

void divide(Words words, int depth, std::vector<Words>& parts) {
    const auto gutter = words.size() < least_words || depth == most_depth
                            ? std::nullopt
                            : GutterSearch(words).find();
    if (!gutter) {
        if (!words.empty()) parts.push_back(std::move(words));
        return;
    }
    Words above;
    Words left;
    Words right;
    Words below;
    for (const PdfWord& word : words) {
        const bool beside = is_between(word, *gutter);
        Words& part = beside                       ? is_left(word, *gutter) ? left : right
                      : middle(word) < gutter->top ? above
                                                   : below;
        part.push_back(word);
    }
    for (Words* part : {&above, &left, &right, &below}) divide(std::move(*part), depth + 1, parts);
}

}  // namespace

std::vector<std::vector<PdfWord>> parts_of_page(const std::vector<PdfWord>& words) {
    std::vector<Words> parts;
    divide(words, 0, parts);
    return parts;
}

}  // namespace dateline
