// SPDX-License-Identifier: GPL-2.0-or-later
// What changes_between() promises, of random and of hostile texts.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "common/analysis.h"
#include "common/code_points.h"
#include "searcher/pile/changes.h"
#include "searcher/pile/word_diff.h"

namespace dateline {
namespace {

/// A word with its place.
struct PlacedWord {
    Span span;
    std::string form;
};

std::vector<PlacedWord> words_of(std::string_view text) {
    std::vector<PlacedWord> words;
    Tokenizer tokenizer;
    for (const Token& token : tokenizer.tokens(text))
        if (token.kind == TokenKind::word || token.kind == TokenKind::character)
            words.push_back({{token.begin, token.end}, std::string(token.form)});
    return words;
}

/// A text with its words, and what of it was found in the changes so far.
struct Checked {
    explicit Checked(std::string_view checked)
        : text(checked), words(words_of(checked)), borders(checked.size() + 1) {
        for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).bytes)
            borders[at] = true;
        borders[text.size()] = true;
        for (const PlacedWord& word : words) wanted.push_back(word.form);
    }

    /// The forms of the words that lie in the span; all of each does.
    std::vector<std::string> take(Span span) {
        REQUIRE(span.begin <= span.end);
        REQUIRE(span.end <= text.size());
        CHECK(borders[span.begin]);
        CHECK(borders[span.end]);
        std::vector<std::string> forms;
        auto word = std::ranges::lower_bound(
            words, span.begin, {}, [](const PlacedWord& each) { return each.span.begin; });
        for (; word != words.end() && word->span.begin < span.end; ++word) {
            CHECK(word->span.end <= span.end);
            forms.push_back(word->form);
        }
        found.insert(found.end(), forms.begin(), forms.end());
        return forms;
    }

    std::string_view text;
    std::vector<PlacedWord> words;
    std::vector<bool> borders;  ///< where characters begin or end
    std::vector<std::string> wanted;
    std::vector<std::string> found;
};

/// The parts of a paragraph follow each other, and have the words that they say.
void check_paragraph(const ParagraphChange& paragraph, Checked& first, Checked& second) {
    REQUIRE(!paragraph.parts.empty());
    std::uint32_t i = paragraph.first.begin;
    std::uint32_t j = paragraph.second.begin;
    for (const ChangePart& part : paragraph.parts) {
        CHECK(part.first.begin >= i);
        CHECK(part.second.begin == j);
        i = part.first.end;
        j = part.second.end;
        const std::vector<std::string> old_words = first.take(part.first);
        const std::vector<std::string> new_words = second.take(part.second);
        CHECK(old_words.empty() == (part.kind == PartKind::added));
        CHECK(new_words.empty() == (part.kind == PartKind::dropped));
        if (part.kind == PartKind::kept) CHECK(old_words == new_words);
    }
    CHECK(i == paragraph.first.end);
    CHECK(j == paragraph.second.end);
}

void check_changes(const std::string& one, const std::string& other) {
    std::uint64_t steps = 0;
    const TextChanges changes = changes_between(one, other, &steps);
    Checked first(one);
    Checked second(other);
    CHECK(steps <= 2 * most_diff_steps(first.words.size() + second.words.size()));
    Span at;  // how far both texts are told
    for (const ParagraphChange& paragraph : changes.paragraphs) {
        CHECK(paragraph.second.begin >= at.end);
        at.end = paragraph.second.end;
        if (paragraph.kind != ParagraphKind::moved) {
            CHECK(paragraph.first.begin >= at.begin);
            at.begin = paragraph.first.end;
        }
        check_paragraph(paragraph, first, second);
    }
    CHECK(second.found == second.wanted);
    if (changes.counts.of(ParagraphKind::moved) > 0) {
        std::ranges::sort(first.found);
        std::ranges::sort(first.wanted);
    }
    CHECK(first.found == first.wanted);
    CHECK(changes.counts.kept + changes.counts.added == second.words.size());
    CHECK(changes.counts.kept + changes.counts.dropped == first.words.size());
}

class RandomTexts {
public:
    explicit RandomTexts(std::uint32_t seed) : random_(seed) {}

    std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }

    std::string word() {
        static const char* const words[] = {"the",
                                            "of",
                                            "a",
                                            "Jane",
                                            "Doe",
                                            "40",
                                            "1,000",
                                            "U.S.",
                                            "I'm",
                                            "F-16",
                                            "well-being",
                                            "caf\xC3\xA9",
                                            "\xFF",
                                            "\xE2\x80",
                                            "\x80x",
                                            "--",
                                            "three",
                                            "\xE6\x97\xA5",
                                            "\xC2\xA0",
                                            "it's",
                                            "(said",
                                            "\"so",
                                            "$5",
                                            "said.",
                                            "\xE2\x80\x9Cno",
                                            "\xF0\x9F\x98\x80",
                                            "x\xCC\x81"};
        if (below(3) == 0) return "w" + std::to_string(below(40));
        return words[below(std::size(words))];
    }

    std::string paragraph() {
        std::string text;
        for (std::uint32_t i = below(30); i > 0; --i)
            text += word() + (below(8) == 0 ? below(2) == 0 ? "" : "\n" : " ");
        return text;
    }

    std::vector<std::string> paragraphs() {
        std::vector<std::string> all(below(9));
        for (std::string& each : all) each = paragraph();
        return all;
    }

    /// A copy as editors make them.
    std::vector<std::string> edited(std::vector<std::string> all) {
        for (std::uint32_t i = below(6); i > 0; --i) {
            const std::size_t at = all.empty() ? 0 : below(static_cast<std::uint32_t>(all.size()));
            switch (all.empty() ? 0 : below(6)) {
                case 0:
                    all.insert(all.begin() + static_cast<std::ptrdiff_t>(at), paragraph());
                    break;
                case 1:
                    all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
                    break;
                case 2:
                    std::swap(all[at], all.back());
                    break;
                case 3:
                    all[at] += " " + all.back();
                    all.pop_back();
                    break;
                case 4:
                    all[at].insert(below(static_cast<std::uint32_t>(all[at].size() + 1)),
                                   " " + word() + (below(2) == 0 ? " " : "\n\n"));
                    break;
                default:
                    all[at].erase(below(static_cast<std::uint32_t>(all[at].size() + 1)), below(20));
            }
        }
        return all;
    }

private:
    std::mt19937 random_;
};

std::string joined(const std::vector<std::string>& paragraphs) {
    std::string text;
    for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
    return text;
}

TEST_CASE("kept and added words are the second text, kept and dropped ones the first") {
    RandomTexts texts(7);
    for (int round = 0; round < 1500; ++round) {
        const std::vector<std::string> paragraphs = texts.paragraphs();
        const std::string first = joined(paragraphs);
        const std::string second =
            joined(round % 4 == 0 ? texts.paragraphs() : texts.edited(paragraphs));
        CAPTURE(first);
        CAPTURE(second);
        check_changes(first, second);
    }
}

TEST_CASE("equal texts have no change") {
    RandomTexts texts(9);
    for (int round = 0; round < 200; ++round) {
        const std::string text = joined(texts.paragraphs());
        CAPTURE(text);
        const TextChanges changes = changes_between(text, text);
        CHECK(changes.names.empty());
        CHECK(changes.numbers.empty());
        CHECK(changes.counts.added == 0);
        for (const ParagraphChange& paragraph : changes.paragraphs) {
            CHECK(paragraph.kind == ParagraphKind::same);
            CHECK(paragraph.parts.size() == 1);
        }
    }
}

TEST_CASE("hostile texts of a hundred thousand words take steps in proportion to their size") {
    constexpr int size = 100'000;
    const auto made = [](const std::vector<std::string>& pieces, int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += pieces[static_cast<std::size_t>(i) % pieces.size()];
        return text;
    };
    std::mt19937 random(1);
    std::string dice;
    std::string other_dice;
    for (int i = 0; i < size; ++i) {
        dice += random() % 2 == 0 ? "a " : "b ";
        other_dice += random() % 9 == 0 ? "a\n\n" : "b ";
    }
    const std::pair<std::string, std::string> pairs[] = {
        {made({"a "}, size), made({"a ", "a ", "b "}, size)},
        {made({"a b c d e\n\n"}, size / 5), made({"a b c d f\n\n", "a b c d e\n\n"}, size / 5)},
        {made({"a\n\n"}, size), made({"a b\n\n"}, size / 2)},
        {dice, other_dice},
        {made({"Jane 5 "}, size / 2), made({"Doe 6 "}, size / 2)},
        {made({"Jane-Doe/5:6."}, size / 4), made({"Jane "}, size)},
    };
    for (const auto& [first, second] : pairs) {
        CAPTURE(first.substr(0, 20));
        std::uint64_t steps = 0;
        const TextChanges changes = changes_between(first, second, &steps);
        CHECK(steps <= 2 * most_diff_steps(changes.counts.words_of_first +
                                           std::uint64_t{changes.counts.words_of_second}));
    }
}

}  // namespace
}  // namespace dateline
