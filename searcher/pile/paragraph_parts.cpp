// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/paragraph_parts.h"

#include <algorithm>
#include <span>

namespace dateline {
namespace {

constexpr std::uint32_t none = 0xffffffff;

/// Words [begin, end) of the first text.
struct WordRange {
    std::uint32_t begin = none;
    std::uint32_t end = 0;
};

class Paragraphing {
public:
    Paragraphing(const TextWords& first, const TextWords& second, const KeptWords& kept)
        : first_(first),
          second_(second),
          kept_(kept),
          moved_away_(first.paragraphs.size()),
          taken_(first.paragraphs.size()),
          owned_(second.paragraphs.size()) {}

    std::vector<ParagraphParts> build() {
        for (const MovedParagraph& moved : kept_.moved) moved_away_[moved.first] = true;
        share_out();
        const std::vector<std::uint32_t> limits = limits_of_dropped();
        std::span<const CommonRun> runs = kept_.runs;
        std::span<const MovedParagraph> moved = kept_.moved;
        for (std::uint32_t number = 0; number < second_.paragraphs.size(); ++number) {
            const ParagraphWords& own = second_.paragraphs[number];
            add_dropped(limits[number], own.begin);
            if (!moved.empty() && moved.front().second == number) {
                const ParagraphWords& origin = first_.paragraphs[moved.front().first];
                moved_away_[moved.front().first] = false;  // here it is
                add(own, {origin.begin, origin.end}, moved.front().runs);
                moved_away_[moved.front().first] = true;
                result_.back().kind = ParagraphKind::moved;
                moved = moved.subspan(1);
                continue;
            }
            const auto next = std::ranges::find_if(
                runs, [&](const CommonRun& run) { return run.second >= own.end; });
            const auto count = static_cast<std::size_t>(next - runs.begin());
            add(own, owned_[number], runs.first(count));
            told_ = std::max(told_, owned_[number].end);
            runs = runs.subspan(count);
        }
        add_dropped(first_.size(), second_.size());
        return std::move(result_);
    }

private:
    /// Gives each word of the first text, but for whole paragraphs that were dropped or moved, to a
    /// paragraph of the second: that of the kept words before it in its paragraph, or behind it.
    void share_out() {
        const auto give = [&](std::uint32_t begin, std::uint32_t end, std::uint32_t to) {
            if (begin >= end) return;
            owned_[to].begin = std::min(owned_[to].begin, begin);
            owned_[to].end = std::max(owned_[to].end, end);
            for (std::uint32_t i = first_.paragraph_of[begin]; i <= first_.paragraph_of[end - 1];
                 ++i)
                taken_[i] = true;
        };
        std::uint32_t at = 0;
        std::uint32_t last = none;  // the paragraph of the kept words before
        for (const CommonRun& run : kept_.runs) {
            const std::uint32_t to = second_.paragraph_of[run.second];
            const std::uint32_t begin = first_.paragraphs[first_.paragraph_of[run.first]].begin;
            if (last == to) {
                give(at, run.first, to);
            } else {
                const std::uint32_t rest = last == none ? at : end_of_paragraph(at, run.first);
                if (last != none) give(at, rest, last);
                give(std::max(begin, rest), run.first, to);
            }
            give(run.first, run.first + run.length, to);
            at = run.first + run.length;
            last = to;
        }
        if (last != none) give(at, end_of_paragraph(at, first_.size()), last);
    }

    /// Where the paragraph of the word before `at` ends, `most` at most.
    std::uint32_t end_of_paragraph(std::uint32_t at, std::uint32_t most) const {
        return std::min(most, first_.paragraphs[first_.paragraph_of[at - 1]].end);
    }

    /// For each paragraph of the second text, before which word of the first the dropped paragraphs
    /// stand that are told before it. Of what was replaced, all that was dropped comes first.
    std::vector<std::uint32_t> limits_of_dropped() const {
        std::vector<std::uint32_t> limits(owned_.size());
        std::uint32_t limit = first_.size();
        for (std::size_t i = owned_.size(); i-- > 0;) {
            if (owned_[i].begin != none) limit = owned_[i].begin;
            limits[i] = limit;
        }
        return limits;
    }

    void add_dropped(std::uint32_t limit, std::uint32_t second) {
        for (; next_dropped_ < first_.paragraphs.size(); ++next_dropped_) {
            const ParagraphWords& paragraph = first_.paragraphs[next_dropped_];
            if (paragraph.begin >= limit) return;
            if (taken_[next_dropped_] || moved_away_[next_dropped_]) continue;
            result_.push_back(
                {ParagraphKind::dropped,
                 {{PartKind::dropped, paragraph.begin, paragraph.end, second, second}}});
            told_ = paragraph.end;
        }
    }

    /// A paragraph of the second text, with its words of the first and what both have.
    void add(const ParagraphWords& own, WordRange words, std::span<const CommonRun> runs) {
        ParagraphParts paragraph{ParagraphKind::added, {}};
        std::uint32_t i = words.begin == none ? told_ : words.begin;
        std::uint32_t j = own.begin;
        const auto add_changes = [&](std::uint32_t first_end, std::uint32_t second_end) {
            add_words_dropped(i, first_end, j, paragraph.parts);
            if (j < second_end)
                paragraph.parts.push_back({PartKind::added, first_end, first_end, j, second_end});
        };
        for (const CommonRun& run : runs) {
            add_changes(run.first, run.second);
            i = run.first + run.length;
            j = run.second + run.length;
            add_kept({PartKind::kept, run.first, i, run.second, j}, paragraph.parts);
        }
        add_changes(std::max(i, words.end), own.end);
        const bool all_kept = std::ranges::all_of(
            paragraph.parts, [](const WordPart& part) { return part.kind == PartKind::kept; });
        if (!runs.empty()) paragraph.kind = all_kept ? ParagraphKind::same : ParagraphKind::changed;
        result_.push_back(std::move(paragraph));
    }

    /// Where a paragraph was between them that stands elsewhere now, they are two parts.
    static void add_kept(const WordPart& part, std::vector<WordPart>& parts) {
        const bool goes_on = !parts.empty() && parts.back().kind == PartKind::kept &&
                             parts.back().first_end == part.first;
        if (goes_on) {
            parts.back().first_end = part.first_end;
            parts.back().second_end = part.second_end;
        } else {
            parts.push_back(part);
        }
    }

    /// Words [begin, end) of the first text, without its paragraphs that stand elsewhere now.
    void add_words_dropped(std::uint32_t begin, std::uint32_t end, std::uint32_t second,
                           std::vector<WordPart>& parts) const {
        while (begin < end) {
            const std::uint32_t number = first_.paragraph_of[begin];
            const std::uint32_t stop = std::min(end, first_.paragraphs[number].end);
            if (!moved_away_[number])
                parts.push_back({PartKind::dropped, begin, stop, second, second});
            begin = stop;
        }
    }

    const TextWords& first_;
    const TextWords& second_;
    const KeptWords& kept_;
    std::vector<bool> moved_away_;    ///< by paragraph of the first text
    std::vector<bool> taken_;         ///< likewise: its words are given to paragraphs
    std::vector<WordRange> owned_;    ///< by paragraph of the second text
    std::uint32_t next_dropped_ = 0;  ///< paragraph of the first text
    std::uint32_t told_ = 0;          ///< words of the first text, but for moved ones
    std::vector<ParagraphParts> result_;
};

}  // namespace

std::vector<ParagraphParts> paragraph_parts(const TextWords& first, const TextWords& second,
                                            const KeptWords& kept) {
    return Paragraphing(first, second, kept).build();
}

}  // namespace dateline
