// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/excerpt.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {
namespace {

constexpr std::uint32_t longest_shift = 30;     // bytes that an edge may move to reach a blank
constexpr std::uint32_t longest_phrase = 1000;  // bytes of one that are shown in any case

/// The first beginning of a word in [at, latest], else the first beginning of a character from `at`
/// on.
std::uint32_t word_begin(std::string_view text, std::uint32_t at, std::uint32_t latest) {
    const std::uint32_t end = std::min(latest, at + longest_shift);
    for (std::uint32_t i = at; i <= end; ++i)
        if (i == 0 ||
            (ascii::is_blank(text[i - 1]) && i < text.size() && !ascii::is_blank(text[i])))
            return i;
    while (at < latest && is_inner_byte(text[at])) ++at;
    return at;
}

/// The last end of a word in [earliest, at], else the last end of a character up to `at`.
std::uint32_t word_end(std::string_view text, std::uint32_t at, std::uint32_t earliest) {
    const std::uint32_t begin = std::max(earliest, at - std::min(at, longest_shift));
    for (std::uint32_t i = at + 1; i-- > begin;)
        if (i == text.size() ||
            (ascii::is_blank(text[i]) && i > 0 && !ascii::is_blank(text[i - 1])))
            return i;
    while (at > earliest && is_inner_byte(text[at])) --at;
    return at;
}

/// How much of the question is covered while places come and go.
class Coverage {
public:
    explicit Coverage(const std::vector<double>& weights)
        : weights_(weights), whole_(weights.size()), partners_(weights.size()) {}

    void add(const EvidencePlace& place) { change(place, 1); }
    void remove(const EvidencePlace& place) { change(place, -1); }
    double total() const { return total_; }

private:
    void change(const EvidencePlace& place, int by) {
        total_ -= worth(place.unit);
        (place.kind == PlaceKind::partner ? partners_ : whole_)[place.unit] += by;
        total_ += worth(place.unit);
    }

    double worth(std::uint32_t unit) const {
        if (whole_[unit] > 0) return weights_[unit];
        return partners_[unit] > 0 ? weights_[unit] / 2 : 0;
    }

    const std::vector<double>& weights_;
    std::vector<int> whole_;
    std::vector<int> partners_;
    double total_ = 0;
};

/// Where a place counts as shown: a phrase that is too long for the stretch, or runs over its
/// limit, by its beginning; a pair only as a whole, since its partners count for themselves.
std::uint64_t end_of(const EvidencePlace& place, std::uint32_t bytes, std::uint32_t limit) {
    if (place.kind == PlaceKind::pair) return place.span.end;
    const std::uint64_t most = std::uint64_t{place.span.begin} + bytes;
    return std::min<std::uint64_t>({place.span.end, most, limit});
}

/// The first stretch of at most `bytes` bytes that covers most, ending at `limit` at the latest,
/// from the first place in it on.
Span best_stretch(std::uint32_t bytes, std::uint32_t limit, const std::vector<double>& weights,
                  std::span<const EvidencePlace> places) {
    std::vector<std::uint64_t> ends;
    for (const EvidencePlace& place : places) ends.push_back(end_of(place, bytes, limit));
    std::vector<std::size_t> by_end;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (ends[i] <= std::min<std::uint64_t>(limit, std::uint64_t{places[i].span.begin} + bytes))
            by_end.push_back(i);
    std::ranges::sort(by_end, {}, [&](std::size_t i) { return ends[i]; });

    Coverage coverage(weights);
    std::vector<bool> inside(places.size());
    Span best{places[0].span.begin, places[0].span.begin};
    double most = 0;
    std::size_t next = 0;
    for (std::size_t left = 0; left < places.size(); ++left) {
        const std::uint32_t begin = places[left].span.begin;
        std::uint32_t end = begin;
        for (; next < by_end.size() && ends[by_end[next]] <= std::uint64_t{begin} + bytes; ++next) {
            if (by_end[next] < left) continue;
            inside[by_end[next]] = true;
            coverage.add(places[by_end[next]]);
            end = static_cast<std::uint32_t>(ends[by_end[next]]);
        }
        if (coverage.total() > most + 1e-9) {
            most = coverage.total();
            best = {begin, end};
        }
        if (inside[left]) coverage.remove(places[left]);
    }
    return best;
}

/// The stretch with all of the phrase that fills it, if that is not very long.
Span with_whole_phrases(std::string_view text, Span stretch, std::uint32_t limit,
                        std::span<const EvidencePlace> places) {
    std::uint32_t end = stretch.end;
    for (const EvidencePlace& place : places) {
        if (place.kind == PlaceKind::pair || place.span.begin != stretch.begin) continue;
        const std::uint32_t most = std::min(limit, place.span.end);
        if (most - place.span.begin > longest_phrase)
            end = std::max(end, word_end(text, place.span.begin + longest_phrase, stretch.end));
        else
            end = std::max(end, most);
    }
    return {stretch.begin, end};
}

}  // namespace

Span cut_excerpt(std::string_view text, Span within, std::uint32_t bytes,
                 const FoundEvidence& found, std::span<const EvidencePlace> places) {
    if (places.empty()) return widen_at_words(text, {within.begin, within.begin}, within, bytes);
    const Span stretch = best_stretch(bytes, within.end, found.weights, places);
    return widen_at_words(text, with_whole_phrases(text, stretch, within.end, places), within,
                          bytes);
}

Span widen_at_words(std::string_view text, Span span, Span within, std::uint32_t bytes) {
    const std::uint32_t length = span.end - span.begin;
    if (length >= bytes) return span;
    const std::uint32_t spare = bytes - length;
    // More behind than before: what follows explains more.
    std::uint32_t before = std::min(spare / 3, span.begin - within.begin);
    const std::uint32_t after = std::min(spare - before, within.end - span.end);
    before = std::min(spare - after, span.begin - within.begin);
    Span wide{span.begin - before, span.end + after};
    if (wide.begin > within.begin) wide.begin = word_begin(text, wide.begin, span.begin);
    if (wide.end < within.end) wide.end = word_end(text, wide.end, span.end);
    return wide;
}

}  // namespace dateline
