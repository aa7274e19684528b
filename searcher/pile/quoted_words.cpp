// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quoted_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <set>

#include "common/analysis.h"
#include "common/code_points.h"

namespace dateline {
namespace {

constexpr std::size_t window_words = 5;
constexpr std::size_t fewest_window_words = 3;

bool is_of_word(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    const CharClass kind = character_at(text, at).kind;
    return kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::mark;
}

/// Text without brackets, and where each byte of it stood.
struct Cleaned {
    std::string text;
    std::vector<std::uint32_t> places;
};

/// Cuts a part into segments. A bracket that is closed far behind, or never, is a sign like others.
class Segmentation {
public:
    Segmentation(std::string_view body, std::vector<Segment>& segments)
        : body_(body), segments_(segments) {}

    void part(Span span) {
        end_ = std::min<std::size_t>(span.end, body_.size());
        for (std::size_t at = span.begin; at < end_;) {
            if (const std::size_t dots = ellipsis_at(at); dots > 0) {
                end_segment();
                at += dots;
            } else if (body_[at] == '[') {
                at = bracket(at);
            } else {
                take(at++);
            }
        }
        end_segment();
    }

private:
    void take(std::size_t at) {
        cleaned_.text += body_[at];
        cleaned_.places.push_back(static_cast<std::uint32_t>(at));
    }

    /// Bytes of …, ... or . . . here, else 0.
    std::size_t ellipsis_at(std::size_t at) const {
        constexpr auto spellings =
            std::to_array<std::string_view>({"\u2026", "...", ". . .", ".\u00A0.\u00A0."});
        return at + 3 > end_ ? 0 : length_of_any(body_.substr(0, end_), at, spellings);
    }

    /// Where to go on behind the bracket at `at`.
    std::size_t bracket(std::size_t at) {
        constexpr std::size_t longest = 100;  // bytes
        const std::string_view rest = body_.substr(at + 1, std::min(longest, end_ - at - 1));
        const std::size_t length = rest.find_first_of("[]");
        if (length == rest.npos || rest[length] == '[') {
            take(at);
            return at + 1;
        }
        if (is_of_word_nearby(at, rest.substr(0, length)))
            for (std::size_t i = 0; i < length; ++i) take(at + 1 + i);
        else
            end_segment();
        return at + length + 2;
    }

    /// True for letters that were changed within a word: [T]hese, remain[s].
    bool is_of_word_nearby(std::size_t at, std::string_view inside) const {
        constexpr std::size_t most_letters = 3;
        std::size_t letters = 0;
        for (std::size_t i = 0; i < inside.size(); i = character_end(inside, i), ++letters)
            if (letters == most_letters || !is_of_word(inside, i)) return false;
        const bool before =
            !cleaned_.text.empty() && cleaned_.places.back() + 1 == at &&
            is_of_word(cleaned_.text, character_begin(cleaned_.text, cleaned_.text.size() - 1));
        const bool behind = is_of_word(body_.substr(0, end_), at + inside.size() + 2);
        return letters > 0 && (before || behind);
    }

    void end_segment() {
        Segment segment;
        for (const Token& token : tokenizer_.tokens(cleaned_.text)) {
            if (token.kind != TokenKind::word && token.kind != TokenKind::character) continue;
            const Span place{cleaned_.places[token.begin], cleaned_.places[token.end - 1] + 1};
            segment.push_back({std::string(token.form), place});
        }
        if (!segment.empty()) segments_.push_back(std::move(segment));
        cleaned_ = {};
    }

    std::string_view body_;
    std::vector<Segment>& segments_;
    std::size_t end_ = 0;
    Cleaned cleaned_;
    Tokenizer tokenizer_;
};

/// The longest run of two segments that is longer than that of `best`.
void lengthen(SharedRun& best, const Segment& first, const Segment& second, std::size_t in_first,
              std::size_t in_second) {
    std::vector<std::size_t> above(second.size() + 1);  // runs that end at the word of `first`
    std::vector<std::size_t> row(second.size() + 1);
    for (std::size_t i = 0; i < first.size(); ++i) {
        for (std::size_t j = 0; j < second.size(); ++j) {
            const std::size_t run = first[i].form == second[j].form ? above[j] + 1 : 0;
            row[j + 1] = run;
            if (run > best.words) best = {run, in_first, i + 1 - run, in_second, j + 1 - run};
        }
        std::swap(above, row);
    }
}

/// The words before a place of a quotation, or behind it: within the segment, and in all.
struct Around {
    std::size_t in_segment = 0;
    std::size_t in_all = 0;
};

Around around(std::span<const Segment> segments, std::size_t segment, std::size_t word,
              bool behind) {
    Around result;
    result.in_segment = behind ? segments[segment].size() - word : word;
    result.in_all = result.in_segment;
    const auto others = behind ? segments.subspan(segment + 1) : segments.first(segment);
    for (const Segment& each : others) result.in_all += each.size();
    return result;
}

/// The word where the neighbouring segment touches this one.
const std::string& neighbour(std::span<const Segment> segments, std::size_t segment, bool behind) {
    return behind ? segments[segment + 1].front().form : segments[segment - 1].back().form;
}

std::size_t cut_at_side(std::span<const Segment> first, std::span<const Segment> second,
                        const SharedRun& run, bool behind) {
    const std::size_t length = behind ? run.words : 0;
    const Around one = around(first, run.first_segment, run.first_word + length, behind);
    const Around other = around(second, run.second_segment, run.second_word + length, behind);
    if (one.in_segment > 0 || other.in_segment == 0) return 0;
    if (one.in_all == 0) return other.in_all;
    // What was said between is left out, unless the next part goes on with the next word.
    const Segment& words = second[run.second_segment];
    const std::string& next =
        behind ? words[run.second_word + length].form : words[run.second_word - 1].form;
    return neighbour(first, run.first_segment, behind) == next ? 0 : other.in_segment;
}

struct Window {
    std::int64_t commonness = 0;
    std::uint64_t rarest = 0;  ///< how many have its rarest word
    std::size_t segment = 0;
    std::size_t word = 0;
};

constexpr std::size_t most_apart = 3;
/// A phrase costs as much as its rarest word has articles.
constexpr std::uint64_t cheap_to_find = 200;

/// In whole numbers, so that equal sums are equal.
std::int64_t commonness(std::uint64_t having) {
    constexpr double scale = 1024;
    return std::llround(scale * std::log2(static_cast<double>(having) + 1));
}

Window window_of(std::span<const std::uint64_t> having, std::size_t segment, std::size_t word) {
    Window made{0, *std::ranges::min_element(having), segment, word};
    for (const std::uint64_t articles : having) made.commonness += commonness(articles);
    return made;
}

/// Of each segment the first of the list and those that begin two words, four words … beside it:
/// whatever is cut of the quotation, six words of it that are left have one of these.
void keep_every_second(std::vector<Window>& windows) {
    std::map<std::size_t, std::size_t> first;  // segment, word
    std::erase_if(windows, [&](const Window& each) {
        const auto place = first.try_emplace(each.segment, each.word).first;
        return each.word % 2 != place->second % 2;
    });
}

}  // namespace

std::vector<Segment> quoted_segments(std::string_view body, std::span<const Span> parts) {
    std::vector<Segment> segments;
    Segmentation segmentation(body, segments);
    for (const Span part : parts) segmentation.part(part);
    return segments;
}

SharedRun longest_shared_run(std::span<const Segment> first, std::span<const Segment> second) {
    SharedRun best;
    for (std::size_t i = 0; i < first.size(); ++i)
        for (std::size_t j = 0; j < second.size(); ++j)
            if (std::min(first[i].size(), second[j].size()) > best.words)
                lengthen(best, first[i], second[j], i, j);
    return best;
}

std::size_t rare_words(std::span<const Segment> first, const SharedRun& run,
                       const std::function<bool(std::string_view form)>& is_rare) {
    std::set<std::string_view> rare;
    for (std::size_t i = 0; i < run.words; ++i) {
        const std::string& form = first[run.first_segment][run.first_word + i].form;
        if (is_rare(form)) rare.insert(form);
    }
    return rare.size();
}

bool is_rare_word(std::size_t having, std::size_t articles) {
    constexpr std::size_t always_rare = 20;  // in a small archive
    constexpr std::size_t rare_per_hundred = 14;
    return having <= always_rare || having * 100 <= articles * rare_per_hundred;
}

bool same_quotation(std::size_t run, std::optional<std::int64_t> days_apart, std::size_t rare,
                    std::size_t shorter) {
    struct Rule {
        std::size_t words;
        bool any_day;
        std::size_t rare;
        bool half;  ///< of the shorter: "on both sides of the aisle" is in many
    };
    static constexpr std::array<Rule, 3> rules{
        {{12, true, 0, false}, {8, false, 0, false}, {6, false, 2, true}}};
    constexpr std::int64_t days = 14;
    const bool near = days_apart && std::abs(*days_apart) <= days;
    return std::ranges::any_of(rules, [&](const Rule& rule) {
        return run >= rule.words && rare >= rule.rare && (near || rule.any_day) &&
               (2 * run >= shorter || !rule.half);
    });
}

std::size_t count_words(std::span<const Segment> segments) {
    std::size_t words = 0;
    for (const Segment& segment : segments) words += segment.size();
    return words;
}

std::size_t words_cut(std::span<const Segment> first, std::span<const Segment> second,
                      const SharedRun& run) {
    if (run.words == 0) return 0;
    return cut_at_side(first, second, run, false) + cut_at_side(first, second, run, true);
}

std::vector<std::vector<std::string>> search_windows(
    std::span<const Segment> segments,
    const std::function<std::uint64_t(std::string_view form)>& document_frequency,
    std::size_t most) {
    std::size_t longest = 0;
    for (const Segment& segment : segments) longest = std::max(longest, segment.size());
    if (longest < fewest_window_words) return {};
    const std::size_t words = std::min(longest, window_words);
    std::vector<Window> windows;
    for (std::size_t s = 0; s < segments.size(); ++s) {
        std::vector<std::uint64_t> having;
        for (const QuotedWord& word : segments[s]) having.push_back(document_frequency(word.form));
        for (std::size_t at = 0; at + words <= having.size(); ++at)
            windows.push_back(window_of(std::span(having).subspan(at, words), s, at));
    }
    std::ranges::stable_sort(windows, {}, &Window::commonness);
    keep_every_second(windows);
    std::vector<Window> chosen;
    for (const std::size_t distance : {words, std::size_t{2}})
        for (const Window& each : windows) {
            const bool overlaps = distance < words;
            if (chosen.size() == (overlaps ? most : std::min(most, most_apart))) break;
            if (chosen.size() >= most_apart && each.rarest > cheap_to_find) continue;
            const bool apart = std::ranges::all_of(chosen, [&](const Window& other) {
                return other.segment != each.segment || other.word + distance <= each.word ||
                       each.word + distance <= other.word;
            });
            if (apart) chosen.push_back(each);
        }
    std::vector<std::vector<std::string>> result;
    for (const Window& each : chosen) {
        auto& row = result.emplace_back();
        for (std::size_t i = 0; i < words; ++i)
            row.push_back(segments[each.segment][each.word + i].form);
    }
    return result;
}

}  // namespace dateline
