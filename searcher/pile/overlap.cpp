// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/overlap.h"

#define XXH_INLINE_ALL  // words are short: the call would cost as much as the hash
#include <xxhash.h>

#include <algorithm>

#include "common/analysis.h"
#include "common/ascii.h"

namespace dateline {
namespace {

template <class Number>
void keep_each_once(std::vector<Number>& numbers) {
    std::ranges::sort(numbers);
    const auto rest = std::ranges::unique(numbers);
    numbers.erase(rest.begin(), rest.end());
}

/// How many are in both; they increase.
template <class Number>
std::uint32_t in_both(const std::vector<Number>& first, const std::vector<Number>& second) {
    std::uint32_t count = 0;
    for (auto a = first.begin(), b = second.begin(); a != first.end() && b != second.end();) {
        count += *a == *b;
        const bool next_first = *a <= *b;
        const bool next_second = *b <= *a;
        a += next_first;
        b += next_second;
    }
    return count;
}

std::uint32_t count_of(const std::vector<Shingle>& shingles) {
    return static_cast<std::uint32_t>(shingles.size());
}

double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
}

/// Whether more is alike of two pages of an outlet than what stands on all of its pages: the
/// beginning of the shorter; of equally long ones of either.
bool shares_text(const ComparedText& first, const ComparedText& second, double containment,
                 bool dated) {
    if (containment >= surely_text) return true;
    if (!dated) return false;
    const auto begins_in = [](const ComparedText& shorter, const ComparedText& other) {
        return shorter.shingles.size() <= other.shingles.size() &&
               in_both(shorter.beginning, other.shingles) >= least_of_beginning;
    };
    return begins_in(first, second) || begins_in(second, first);
}

bool shares_numbers(const ComparedText& first, const ComparedText& second) {
    const std::size_t fewer = std::min(first.numbers.size(), second.numbers.size());
    return in_both(first.numbers, second.numbers) >= least_of_numbers * static_cast<double>(fewer);
}

/// Whether the longer text begins as the shorter one does, or has all of its beginning.
bool begins_as(const ComparedText& longer, const ComparedText& shorter) {
    return 2 * in_both(longer.beginning, shorter.shingles) >= count_of(longer.beginning);
}

}  // namespace

ComparedText compared_text(std::string_view body) {
    constexpr std::size_t beginning = 100;
    Tokenizer tokenizer;
    ComparedText text;
    std::vector<std::uint64_t> words;
    tokenizer.for_each_part(body, [&](std::span<const Token> tokens) {
        for (const Token& token : tokens) {
            if (token.kind != TokenKind::word && token.kind != TokenKind::character) continue;
            words.push_back(XXH3_64bits(token.form.data(), token.form.size()));
            if (std::ranges::any_of(token.form, ascii::is_digit))
                text.numbers.push_back(words.back());
        }
    });
    shingles_of(words, text.shingles);
    text.beginning.assign(text.shingles.begin(),
                          text.shingles.begin() + static_cast<std::ptrdiff_t>(
                                                      std::min(beginning, text.shingles.size())));
    keep_each_once(text.shingles);
    keep_each_once(text.beginning);
    keep_each_once(text.numbers);
    return text;
}

double Overlap::containment() const {
    return ratio(shared, std::min(first, second));
}

double Overlap::of_first() const {
    return ratio(shared, first);
}

double Overlap::of_second() const {
    return ratio(shared, second);
}

double Overlap::likeness() const {
    return ratio(shared, first + second - shared);
}

Overlap overlap(const ComparedText& first, const ComparedText& second) {
    return {in_both(first.shingles, second.shingles), count_of(first.shingles),
            count_of(second.shingles)};
}

std::string_view name_of(CopyKind kind) {
    switch (kind) {
        case CopyKind::same:
            return "same";
        case CopyKind::edited:
            return "edited";
        case CopyKind::cut:
            return "cut";
        case CopyKind::longer:
            return "longer";
        case CopyKind::within:
            return "within";
        case CopyKind::around:
            return "around";
    }
    return "";
}

CopyKind kind_among_copies(const ComparedText& first, const ComparedText& second) {
    const Overlap both = overlap(first, second);
    constexpr double same = .8;
    constexpr double about_as_long = 1.5;
    constexpr double much_longer = 2;
    if (both.likeness() >= same) return CopyKind::same;
    const bool second_is_shorter = both.second <= both.first;
    const double times =
        ratio(std::max(both.first, both.second), std::min(both.first, both.second));
    if (times <= about_as_long) return CopyKind::edited;
    const bool of_one = times <= much_longer ||
                        (second_is_shorter ? begins_as(first, second) : begins_as(second, first));
    if (second_is_shorter) return of_one ? CopyKind::cut : CopyKind::within;
    return of_one ? CopyKind::longer : CopyKind::around;
}

bool share_enough_text(const ComparedText& first, const ComparedText& second) {
    const Overlap both = overlap(first, second);
    const std::uint32_t shorter = std::min(both.first, both.second);
    if (shorter < tiny_text) return shorter > 0 && both.likeness() >= least_of_tiny;
    const double least = shorter < short_text ? least_of_short : least_containment;
    return both.shared >= least_shared && both.containment() >= least;
}

bool is_tiny(const ComparedText& text) {
    return text.shingles.size() < tiny_text;
}

std::optional<CopyKind> copy_kind(const ComparedText& first, const ComparedText& second,
                                  const PairFacts& facts) {
    if (!share_enough_text(first, second)) return std::nullopt;
    if (!facts.same_title && (is_tiny(first) || is_tiny(second))) return std::nullopt;
    if (facts.same_outlet) {
        const bool dated = facts.days_apart.has_value();
        const double containment = overlap(first, second).containment();
        if (!shares_text(first, second, containment, dated)) return std::nullopt;
        if (facts.days_apart != 0 && !shares_numbers(first, second)) return std::nullopt;
    }
    return kind_among_copies(first, second);
}

}  // namespace dateline
