// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/passages.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "searcher/passages/blocks.h"
#include "searcher/passages/evidence.h"
#include "searcher/passages/excerpt.h"

namespace dateline {
namespace {

constexpr std::size_t careful_rounds = 4;  // choices that look at what the earlier ones show
constexpr std::uint32_t fragment_bytes = 40;
constexpr std::uint32_t least_bytes = 20;  // bounds of passage_bytes
constexpr std::uint32_t most_bytes = 1 << 24;
constexpr double over_length = 1.25;  // of passage_bytes: sentences are not taken together beyond
constexpr double cut_length = 1.75;   // of passage_bytes: a longer sentence is cut

/// Blocks [first, last].
struct Window {
    std::size_t first = 0;
    std::size_t last = 0;
};

class Chooser {
public:
    Chooser(const Article& article, const FoundEvidence& found, const PassageOptions& options)
        : article_(article),
          body_(article.body),
          found_(found),
          options_(options),
          blocks_(make_blocks(article, found, options.context == Context::paragraph)) {
        for (std::size_t unit = 0; unit < found.weights.size(); ++unit)
            weights_[unit_bit(unit)] += found.weights[unit];
        options_.passage_bytes = std::clamp(options.passage_bytes, least_bytes, most_bytes);
    }

    std::vector<Passage> choose() {
        std::vector<Passage> passages;
        if (blocks_.empty()) return passages;
        if (found_.places.empty()) return {opening()};
        const std::size_t most = std::max<std::size_t>(options_.most, 1);
        while (passages.size() < std::min(most, careful_rounds)) {
            const std::optional<Window> window = best_window();
            if (!window) break;
            passages.push_back(show(*window));
        }
        if (passages.size() == careful_rounds) show_next_best(most, passages);
        std::ranges::sort(passages, {}, [](const Passage& passage) { return passage.span.begin; });
        return passages;
    }

    std::uint32_t blocks_left() const {
        return static_cast<std::uint32_t>(std::ranges::count_if(
            blocks_, [](const Block& block) { return block.touched != 0 && !block.shown; }));
    }

private:
    double weight_of(Units units) const {
        double sum = 0;
        for (; units != 0; units &= units - 1)
            sum += weights_[static_cast<std::size_t>(std::countr_zero(units))];
        return sum;
    }

    std::uint32_t length_of(const Window& window) const {
        return blocks_[window.last].span.end - blocks_[window.first].span.begin;
    }

    struct Proof {
        Units whole = 0;
        Units touched = 0;
        std::uint32_t places = 0;
    };

    Proof proof_of(const Window& window) const {
        Proof proof;
        for (std::size_t i = window.first; i <= window.last; ++i) {
            proof.whole |= blocks_[i].whole[std::min(window.last - i, most_together - 1)];
            proof.touched |= blocks_[i].touched;
            proof.places += blocks_[i].places;
        }
        return proof;
    }

    /// What the window proves counts most, what was shown before little; then how much is lit, how
    /// early it stands, and that it is neither a fragment nor longer than need be.
    double score(const Window& window) const {
        const Proof proof = proof_of(window);
        const Units partly = proof.touched & ~proof.whole;
        double points = weight_of(proof.whole & ~seen_) + weight_of(partly & ~seen_) / 2 +
                        weight_of(proof.whole & seen_) / 5 + weight_of(partly & seen_) / 10;
        if (window.first == window.last && blocks_[window.first].repeats_title) points /= 2;
        points *= 10;
        points += 0.3 * std::min(proof.places, 5U);
        points += 1.0 / (1.0 + static_cast<double>(window.first) / 8);
        if (length_of(window) < fragment_bytes) points -= 1;
        return points - 0.4 * static_cast<double>(window.last - window.first);
    }

    bool may_show(const Window& window) const {
        const bool alone = window.first == window.last;
        for (std::size_t i = window.first; i <= window.last; ++i)
            if (blocks_[i].shown || (blocks_[i].repeats_title && !alone)) return false;
        return window.first == window.last ||
               length_of(window) <= over_length * options_.passage_bytes;
    }

    std::optional<Window> best_window() const {
        const std::size_t together = options_.context == Context::paragraph ? 1 : most_together;
        std::optional<Window> best;
        double most = 0;
        for (std::size_t first = 0; first < blocks_.size(); ++first) {
            if (blocks_[first].touched == 0) continue;
            for (std::size_t last = first; last < std::min(first + together, blocks_.size());
                 ++last) {
                const Window window{first, last};
                if (last > first && blocks_[last].touched == 0) continue;
                if (!may_show(window)) break;
                const double points = score(window);
                if (best && points <= most) continue;
                best = window;
                most = points;
            }
        }
        return best;
    }

    /// Beyond the first few passages everything has been shown once, so that scores no longer
    /// change.
    void show_next_best(std::size_t most, std::vector<Passage>& passages) {
        std::vector<std::pair<double, std::size_t>> rest;
        for (std::size_t i = 0; i < blocks_.size(); ++i)
            if (blocks_[i].touched != 0 && !blocks_[i].shown) rest.emplace_back(-score({i, i}), i);
        std::ranges::sort(rest);
        for (const auto& [points, i] : rest) {
            if (passages.size() >= most) break;
            if (!blocks_[i].shown) passages.push_back(show({i, i}));
        }
    }

    bool fits(const Window& window) const { return length_of(window) <= options_.passage_bytes; }

    /// Takes neighbours of the same paragraph along while there is room; a short paragraph takes
    /// the next.
    Window grow(Window window) const {
        while (window.last + 1 < blocks_.size()) {
            const Block& next = blocks_[window.last + 1];
            if (next.shown || next.repeats_title || !fits({window.first, window.last + 1})) break;
            if (next.begins_paragraph && length_of(window) * 3 > options_.passage_bytes) break;
            ++window.last;
        }
        while (window.first > 0 && !blocks_[window.first].begins_paragraph) {
            const Block& before = blocks_[window.first - 1];
            if (before.shown || before.repeats_title || !fits({window.first - 1, window.last}))
                break;
            --window.first;
        }
        return window;
    }

    Passage show(Window window) {
        if (options_.context == Context::sentence) window = grow(window);
        seen_ |= proof_of(window).touched;
        const Span span = span_of(window);
        for (std::size_t i = window.first; i <= window.last; ++i) blocks_[i].shown = true;
        // An excerpt by bytes may reach into the neighbours.
        for (std::size_t i = window.first; i-- > 0 && blocks_[i].span.end > span.begin;)
            blocks_[i].shown = true;
        for (std::size_t i = window.last + 1;
             i < blocks_.size() && blocks_[i].span.begin < span.end; ++i)
            blocks_[i].shown = true;
        return passage_of(span);
    }

    Span span_of(const Window& window) const {
        const Span span{blocks_[window.first].span.begin, blocks_[window.last].span.end};
        switch (options_.context) {
            case Context::paragraph:
                return span;
            case Context::sentence:
                if (span.end - span.begin <= cut_length * options_.passage_bytes) return span;
                return cut_excerpt(body_, span, options_.passage_bytes, found_, places_in(span));
            case Context::bytes:
                return cut_excerpt(body_, room_around(window), options_.passage_bytes, found_,
                                   places_in(span));
        }
        return span;
    }

    /// The window with its neighbours as far as no other passage shows them.
    Span room_around(Window window) const {
        const std::uint32_t most = 2 * options_.passage_bytes + length_of(window);
        while (window.first > 0 && !blocks_[window.first - 1].shown && length_of(window) < most)
            --window.first;
        while (window.last + 1 < blocks_.size() && !blocks_[window.last + 1].shown &&
               length_of(window) < 2 * most)
            ++window.last;
        return {blocks_[window.first].span.begin, blocks_[window.last].span.end};
    }

    std::span<const EvidencePlace> places_in(Span span) const {
        const auto begin = [](const EvidencePlace& place) { return place.span.begin; };
        const auto first = std::ranges::lower_bound(found_.places, span.begin, {}, begin);
        const auto last = std::ranges::lower_bound(found_.places, span.end, {}, begin);
        return {first, last};
    }

    Passage passage_of(Span span) const {
        Passage passage;
        passage.span = span;
        passage.cut_before = std::ranges::none_of(
            blocks_, [&](const Block& block) { return block.span.begin == span.begin; });
        passage.cut_after = std::ranges::none_of(
            blocks_, [&](const Block& block) { return block.span.end == span.end; });
        passage.lit = lit_in(span);
        passage.line =
            line_of(article_, passage.lit.empty() ? span.begin : passage.lit.front().begin);
        return passage;
    }

    /// Of what runs over an end of the passage the part that is shown.
    std::vector<Span> lit_in(Span span) const {
        const std::vector<Span>& lit = found_.lit[static_cast<std::size_t>(Zone::body)];
        std::vector<Span> inside;
        for (auto at = std::ranges::upper_bound(lit, span.begin, {}, &Span::end);
             at != lit.end() && at->begin < span.end; ++at)
            inside.push_back({std::max(at->begin, span.begin), std::min(at->end, span.end)});
        return inside;
    }

    Passage opening() {
        Window window;
        if (blocks_.size() > 1 && blocks_[0].repeats_title) window = {1, 1};
        // A heading alone says little.
        while (length_of(window) < fragment_bytes && window.last + 1 < blocks_.size())
            ++window.last;
        return show(window);
    }

    const Article& article_;
    std::string_view body_;
    const FoundEvidence& found_;
    PassageOptions options_;
    std::vector<Block> blocks_;
    std::array<double, most_units> weights_{};
    Units seen_ = 0;
};

}  // namespace

Evidence find_evidence(const Question& question, const Article& article,
                       const PassageOptions& options) {
    FoundEvidence found = find_places(question, article);
    const auto lit = [&](Zone zone) {
        return std::move(found.lit[static_cast<std::size_t>(zone)]);
    };
    Evidence evidence;
    Chooser chooser(article, found, options);
    evidence.passages = chooser.choose();
    evidence.more_passages = chooser.blocks_left();
    evidence.title = lit(Zone::title);
    evidence.summary = lit(Zone::summary);
    evidence.outlet = lit(Zone::outlet);
    evidence.authors = lit(Zone::authors);
    evidence.body = lit(Zone::body);
    return evidence;
}

}  // namespace dateline
