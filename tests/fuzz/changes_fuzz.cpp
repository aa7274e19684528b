// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, cut at the first |, are two texts. What is told of them is consistent: the words that
// were kept and added are the second text, those that were kept and dropped the first.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"
#include "searcher/pile/changes.h"
#include "searcher/pile/word_diff.h"
#include "tests/fuzz/check_reading.h"

namespace dateline {
namespace {

/// The words of a text, and those of them that the changes have told of.
class ToldWords {
public:
    explicit ToldWords(std::string_view text) : size_(text.size()) {
        Tokenizer tokenizer;
        for (const Token& token : tokenizer.tokens(text)) {
            if (token.kind != TokenKind::word && token.kind != TokenKind::character) continue;
            places_.push_back({token.begin, token.end});
            forms_.emplace_back(token.form);
        }
        told_.resize(forms_.size());
    }

    /// The forms of the words in the span, which are told by it.
    std::vector<std::string> take(Span span) {
        require(span.begin <= span.end && span.end <= size_, "spans lie within the text");
        std::vector<std::string> taken;
        auto at = static_cast<std::size_t>(
            std::ranges::lower_bound(places_, span.begin, {}, &Span::begin) - places_.begin());
        require(at == 0 || places_[at - 1].end <= span.begin, "no word is cut at its end");
        for (; at < places_.size() && places_[at].begin < span.end; ++at) {
            require(places_[at].end <= span.end, "no word is cut");
            require(!told_[at], "no word is told twice");
            told_[at] = true;
            taken.push_back(forms_[at]);
        }
        return taken;
    }

    std::uint32_t size() const { return static_cast<std::uint32_t>(forms_.size()); }

    bool all_told() const {
        return std::ranges::all_of(told_, [](bool told) { return told; });
    }

private:
    std::size_t size_;
    std::vector<Span> places_;
    std::vector<std::string> forms_;
    std::vector<bool> told_;
};

struct Texts {
    ToldWords first;
    ToldWords second;
};

/// Raises `counts` by the words that the parts kept, added and dropped.
void check_parts(const std::vector<ChangePart>& parts, Texts& texts, ChangeCounts& counts) {
    std::uint32_t first = 0;  // how far the texts are told
    std::uint32_t second = 0;
    for (const ChangePart& part : parts) {
        require(part.first.begin >= first && part.second.begin >= second,
                "parts are in order of both texts");
        first = part.first.end;
        second = part.second.end;
        const std::vector<std::string> before = texts.first.take(part.first);
        const std::vector<std::string> after = texts.second.take(part.second);
        require(before.empty() == (part.kind == PartKind::added), "what was added is new");
        require(after.empty() == (part.kind == PartKind::dropped), "what was dropped is gone");
        const auto words = static_cast<std::uint32_t>(std::max(before.size(), after.size()));
        if (part.kind == PartKind::kept) {
            require(before == after, "what was kept is in both");
            counts.kept += words;
        } else {
            (part.kind == PartKind::added ? counts.added : counts.dropped) += words;
        }
    }
}

void check_paragraph(const ParagraphChange& paragraph) {
    require(!paragraph.parts.empty(), "paragraphs have parts");
    const ChangePart& front = paragraph.parts.front();
    const ChangePart& back = paragraph.parts.back();
    require(paragraph.first == Span{front.first.begin, back.first.end} &&
                paragraph.second == Span{front.second.begin, back.second.end},
            "a paragraph is all of its parts");
    for (std::size_t at = 1; at < paragraph.parts.size(); ++at)
        require(paragraph.parts[at].second.begin == paragraph.parts[at - 1].second.end,
                "a paragraph of the second text has no gaps");
}

void check_changes(std::string_view first, std::string_view second) {
    std::uint64_t steps = 0;
    const TextChanges changes = changes_between(first, second, &steps);
    Texts texts{ToldWords(first), ToldWords(second)};
    ChangeCounts counts;
    counts.words_of_first = texts.first.size();
    counts.words_of_second = texts.second.size();
    for (const ParagraphChange& paragraph : changes.paragraphs) {
        check_paragraph(paragraph);
        check_parts(paragraph.parts, texts, counts);
        ++counts.paragraphs[static_cast<std::size_t>(paragraph.kind)];
    }
    require(texts.first.all_told(), "kept and dropped words are the first text");
    require(texts.second.all_told(), "kept and added words are the second text");
    require(changes.counts == counts, "words and paragraphs are counted as they are told");
    require(
        steps <= 2 * most_diff_steps(std::uint64_t{counts.words_of_first} + counts.words_of_second),
        "steps grow with the words alone");
    for (const auto* values : {&changes.numbers, &changes.names})
        for (const ChangedValue& value : *values)
            require(value.first != value.second, "values that differ are told");
}

/// As of two headlines.
void check_word_changes(std::string_view first, std::string_view second) {
    Texts texts{ToldWords(first), ToldWords(second)};
    ChangeCounts counts;
    check_parts(word_changes(first, second), texts, counts);
    require(texts.first.all_told() && texts.second.all_told(), "all words of headlines are told");
}

void check_equal(std::string_view text) {
    const TextChanges changes = changes_between(text, text);
    require(changes.counts.added == 0 && changes.counts.dropped == 0 && changes.names.empty() &&
                changes.numbers.empty(),
            "equal texts have no change");
}

}  // namespace
}  // namespace dateline

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = std::min(bytes.find('|'), size);
    const std::string_view first = bytes.substr(0, cut);
    const std::string_view second = bytes.substr(std::min(cut + 1, size));
    dateline::check_changes(first, second);
    dateline::check_changes(second, first);
    dateline::check_word_changes(first, second);
    dateline::check_equal(first);
    return 0;
}
