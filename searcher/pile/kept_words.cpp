// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/kept_words.h"

#include <algorithm>
#include <span>
#include <unordered_map>

namespace dateline {
namespace {

constexpr std::uint32_t none = 0xffffffff;
constexpr std::uint32_t shortest_moved = 5;  // words

/// A common run within one paragraph of either text.
struct Piece {
    CommonRun run;
    std::uint32_t whole = 0;  ///< words of the run that it was cut from
};

std::vector<Piece> cut_at_paragraphs(const TextWords& first, const TextWords& second,
                                     const std::vector<CommonRun>& runs) {
    std::vector<Piece> pieces;
    for (const CommonRun& run : runs) {
        for (std::uint32_t done = 0; done < run.length;) {
            const std::uint32_t i = run.first + done;
            const std::uint32_t j = run.second + done;
            const std::uint32_t length =
                std::min({run.length - done, first.paragraphs[first.paragraph_of[i]].end - i,
                          second.paragraphs[second.paragraph_of[j]].end - j});
            pieces.push_back({{i, j, length}, run.length});
            done += length;
        }
    }
    return pieces;
}

/// Whether a word is one thing with the word before it: "well-being", "6-1/2".
bool is_joined(const TextWords& text, std::uint32_t word) {
    return word > 0 && word < text.size() && is_joint(text.gap_before(word));
}

/// Without the halves of what was replaced as a whole: "6-3/16" by "6-1/2".
void leave_out_halves(const TextWords& first, const TextWords& second, std::vector<Piece>& pieces) {
    std::uint32_t first_end = 0;
    std::uint32_t second_end = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        CommonRun& run = pieces[i].run;
        const auto begins_in_half = [&] {
            return (run.first > first_end && is_joined(first, run.first)) ||
                   (run.second > second_end && is_joined(second, run.second));
        };
        for (; run.length > 0 && begins_in_half(); --run.length) ++run.first, ++run.second;
        const bool last = i + 1 == pieces.size();
        const std::uint32_t first_next = last ? first.size() : pieces[i + 1].run.first;
        const std::uint32_t second_next = last ? second.size() : pieces[i + 1].run.second;
        const auto ends_in_half = [&] {
            const std::uint32_t first_behind = run.first + run.length;
            const std::uint32_t second_behind = run.second + run.length;
            return (first_behind < first_next && is_joined(first, first_behind)) ||
                   (second_behind < second_next && is_joined(second, second_behind));
        };
        while (run.length > 0 && ends_in_half()) --run.length;
        first_end = run.first + run.length;
        second_end = run.second + run.length;
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.run.length == 0; });
}

/// The words of a text that stand before or behind a piece and were not kept, in its paragraph.
struct Gaps {
    std::uint32_t before = 0;
    std::uint32_t behind = 0;
};

Gaps gaps_at(const TextWords& text, std::uint32_t begin, std::uint32_t length,
             std::uint32_t last_end, std::uint32_t next) {
    const ParagraphWords& paragraph = text.paragraphs[text.paragraph_of[begin]];
    return {begin - std::max(paragraph.begin, last_end),
            std::min(paragraph.end, next) - (begin + length)};
}

/// A few words that happen to stand in both, between words that took the place of others: of a
/// person who compares, all of it is one change.
bool is_between_changes(const TextWords& first, const TextWords& second, const Piece& piece,
                        const Piece* last, const Piece* next) {
    const CommonRun before = last == nullptr ? CommonRun{} : last->run;
    const CommonRun behind = next == nullptr ? CommonRun{none, none, 0} : next->run;
    const CommonRun& run = piece.run;
    const Gaps here =
        gaps_at(first, run.first, run.length, before.first + before.length, behind.first);
    const Gaps there =
        gaps_at(second, run.second, run.length, before.second + before.length, behind.second);
    const std::uint32_t least =
        std::min(std::max(here.before, there.before), std::max(here.behind, there.behind));
    const bool replaced = std::min({here.before, there.before, here.behind, there.behind}) > 0;
    if (replaced) return run.length <= 2 ? run.length <= least : run.length * 3 <= least;
    // Words that only fell away or were put in are told better by what stays between them.
    const bool both = here.before + here.behind > 0 && there.before + there.behind > 0;
    return both && run.length <= 2 && run.length * 4 <= least;
}

/// Again, since each change that grows may swallow more; a few times do for what people write.
void swallow_between_changes(const TextWords& first, const TextWords& second,
                             std::vector<Piece>& pieces) {
    constexpr int most_rounds = 8;
    for (int round = 0; round < most_rounds; ++round) {
        std::vector<Piece> kept;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const Piece* last = kept.empty() ? nullptr : &kept.back();
            const Piece* next = i + 1 < pieces.size() ? &pieces[i + 1] : nullptr;
            if (!is_between_changes(first, second, pieces[i], last, next))
                kept.push_back(pieces[i]);
        }
        if (kept.size() == pieces.size()) return;
        pieces = std::move(kept);
    }
}

/// Whether two paragraphs that share `words` words, the longest run of them `longest` words long,
/// are versions of each other or of parts.
bool are_versions(std::uint32_t words, std::uint32_t longest, std::uint32_t size_of_first,
                  std::uint32_t size_of_second) {
    const std::uint32_t shorter = std::min(size_of_first, size_of_second);
    const std::uint32_t longer = std::max(size_of_first, size_of_second);
    if (longest >= 8) return true;
    return words * 5 >= shorter * 2 && (longest >= 3 || words * 5 >= longer * 2);
}

/// Without the pieces of paragraphs that have only some words in common.
std::vector<CommonRun> runs_of_versions(const TextWords& first, const TextWords& second,
                                        const std::vector<Piece>& pieces) {
    std::vector<CommonRun> runs;
    for (std::size_t begin = 0; begin < pieces.size();) {
        const std::uint32_t here = first.paragraph_of[pieces[begin].run.first];
        const std::uint32_t there = second.paragraph_of[pieces[begin].run.second];
        std::uint32_t words = 0;
        std::uint32_t longest = 0;
        std::size_t end = begin;
        for (; end < pieces.size() && first.paragraph_of[pieces[end].run.first] == here &&
               second.paragraph_of[pieces[end].run.second] == there;
             ++end) {
            words += pieces[end].run.length;
            longest = std::max(longest, pieces[end].whole);
        }
        if (are_versions(words, longest, first.paragraphs[here].size(),
                         second.paragraphs[there].size()))
            for (std::size_t i = begin; i < end; ++i) runs.push_back(pieces[i].run);
        begin = end;
    }
    return runs;
}

/// Numbers of the paragraphs that nothing is kept of.
template <typename Begin>
std::vector<std::uint32_t> untouched(const TextWords& text, const std::vector<CommonRun>& runs,
                                     Begin begin_of) {
    std::vector<bool> touched(text.paragraphs.size());
    for (const CommonRun& run : runs) touched[text.paragraph_of[begin_of(run)]] = true;
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < touched.size(); ++i)
        if (!touched[i] && text.paragraphs[i].size() >= shortest_moved) numbers.push_back(i);
    return numbers;
}

std::uint64_t shingle_at(const TextWords& text, std::uint32_t word) {
    std::uint64_t hash = 0;
    for (std::uint32_t i = 0; i < shortest_moved; ++i)
        hash = (hash + text.numbers[word + i] + 1) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 32);
}

template <typename Use>
void for_each_shingle(const TextWords& text, const ParagraphWords& paragraph, Use use) {
    for (std::uint32_t at = paragraph.begin; at + shortest_moved <= paragraph.end; ++at)
        use(shingle_at(text, at));
}

/// Where paragraphs of the first text are looked up by what the second has of them.
class MovedFinder {
public:
    MovedFinder(const TextWords& first, const TextWords& second, std::uint64_t* steps)
        : first_(first), second_(second), steps_(steps) {}

    std::vector<MovedParagraph> find(const std::vector<CommonRun>& runs) {
        for (const std::uint32_t number :
             untouched(first_, runs, [](const CommonRun& run) { return run.first; }))
            for_each_shingle(first_, first_.paragraphs[number],
                             [&](std::uint64_t shingle) { places_.try_emplace(shingle, number); });
        std::vector<MovedParagraph> moved;
        if (places_.empty()) return moved;
        for (const std::uint32_t number :
             untouched(second_, runs, [](const CommonRun& run) { return run.second; })) {
            const std::uint32_t origin = origin_of(number);
            if (origin == none) continue;
            MovedParagraph paragraph{origin, number, runs_between(origin, number)};
            if (paragraph.runs.empty()) continue;
            taken_[origin] = true;
            moved.push_back(std::move(paragraph));
        }
        return moved;
    }

private:
    /// The paragraph that shares most with it, if that is the greater part of both.
    std::uint32_t origin_of(std::uint32_t number) {
        std::unordered_map<std::uint32_t, std::uint32_t> shared;
        const ParagraphWords& paragraph = second_.paragraphs[number];
        for_each_shingle(second_, paragraph, [&](std::uint64_t shingle) {
            const auto place = places_.find(shingle);
            if (place != places_.end() && !taken_[place->second]) ++shared[place->second];
        });
        std::uint32_t best = none;
        std::uint32_t most = 0;
        for (const auto& [origin, count] : shared)
            if (count > most || (count == most && origin < best)) best = origin, most = count;
        if (best == none) return none;
        const std::uint32_t longer = std::max(paragraph.size(), first_.paragraphs[best].size());
        return (most + shortest_moved - 1) * 2 >= longer ? best : none;
    }

    std::vector<CommonRun> runs_between(std::uint32_t origin, std::uint32_t number) {
        const ParagraphWords& here = first_.paragraphs[origin];
        const ParagraphWords& there = second_.paragraphs[number];
        std::vector<CommonRun> runs =
            common_runs(std::span(first_.numbers).subspan(here.begin, here.size()),
                        std::span(second_.numbers).subspan(there.begin, there.size()), steps_);
        for (CommonRun& run : runs) run.first += here.begin, run.second += there.begin;
        std::vector<Piece> pieces = cut_at_paragraphs(first_, second_, runs);
        leave_out_halves(first_, second_, pieces);
        swallow_between_changes(first_, second_, pieces);
        return runs_of_versions(first_, second_, pieces);
    }

    const TextWords& first_;
    const TextWords& second_;
    std::uint64_t* steps_;
    std::unordered_map<std::uint64_t, std::uint32_t> places_;  ///< shingle -> paragraph
    std::unordered_map<std::uint32_t, bool> taken_;
};

}  // namespace

KeptWords kept_words(const TextWords& first, const TextWords& second, std::uint64_t* steps) {
    std::vector<Piece> pieces =
        cut_at_paragraphs(first, second, common_runs(first.numbers, second.numbers, steps));
    leave_out_halves(first, second, pieces);
    swallow_between_changes(first, second, pieces);
    KeptWords kept;
    kept.runs = runs_of_versions(first, second, pieces);
    kept.moved = MovedFinder(first, second, steps).find(kept.runs);
    return kept;
}

}  // namespace dateline
