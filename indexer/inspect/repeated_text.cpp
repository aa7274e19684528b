// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/repeated_text.h"

#include <xxhash.h>

#include <set>

#include "common/folding.h"
#include "common/sentences.h"

namespace dateline {
namespace {

constexpr std::size_t least_words = 5;  // of a paragraph: shorter ones are headings and names

std::uint64_t joined(std::uint64_t hash, std::string_view more) {
    return XXH3_64bits_withSeed(more.data(), more.size(), hash);
}

}  // namespace

/// By their folded words, so that case, marks and spacing make no difference.
std::vector<RepeatedText::Paragraph> RepeatedText::paragraphs_of(std::string_view outlet,
                                                                 std::string_view body) {
    const std::uint64_t seed = joined(0, fold_value(outlet));
    const std::vector<std::uint32_t> starts = paragraph_starts(body);
    std::vector<Paragraph> paragraphs(starts.size(), Paragraph{seed, 0});
    std::size_t number = 0;
    tokenizer_.for_each_part(body, [&](std::span<const Token> tokens) {
        for (const Token& token : tokens) {
            if (token.kind != TokenKind::word && token.kind != TokenKind::character) continue;
            while (number + 1 < starts.size() && starts[number + 1] <= token.begin) ++number;
            Paragraph& paragraph = paragraphs[number];
            paragraph.hash = joined(paragraph.hash, token.form);
            ++paragraph.words;
        }
    });
    return paragraphs;
}

std::uint8_t& RepeatedText::counter(std::uint64_t hash) {
    return counters_[hash % counters_.size()];
}

std::optional<std::string> RepeatedText::note(std::string_view outlet, std::string_view body,
                                              const std::string& name) {
    const std::vector<Paragraph> paragraphs = paragraphs_of(outlet, body);
    std::uint64_t whole = 0;
    std::size_t words = 0;
    for (const Paragraph& paragraph : paragraphs) {
        whole = XXH3_64bits_withSeed(&paragraph.hash, sizeof paragraph.hash, whole);
        words += paragraph.words;
    }
    if (words == 0) return std::nullopt;
    const auto [first, fresh] = bodies_.emplace(whole, name);
    if (!fresh) return first->second;
    std::set<std::uint64_t> counted;
    for (const Paragraph& paragraph : paragraphs)
        if (paragraph.words >= least_words && counted.insert(paragraph.hash).second &&
            counter(paragraph.hash) < UINT8_MAX)
            ++counter(paragraph.hash);
    return std::nullopt;
}

bool RepeatedText::is_furniture(std::string_view outlet, std::string_view body) {
    constexpr std::uint8_t many = 3;
    std::size_t words = 0;
    std::size_t repeated = 0;
    for (const Paragraph& paragraph : paragraphs_of(outlet, body)) {
        words += paragraph.words;
        if (paragraph.words >= least_words && counter(paragraph.hash) >= many)
            repeated += paragraph.words;
    }
    return words > 0 && 5 * repeated >= 2 * words;
}

}  // namespace dateline
