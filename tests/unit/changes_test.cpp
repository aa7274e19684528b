// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/changes.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "common/analysis.h"
#include "common/code_points.h"
#include "searcher/pile/word_diff.h"

namespace dateline {
namespace {

std::string_view part_of(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

std::string shown(const std::vector<ChangePart>& parts, std::string_view first,
                  std::string_view second) {
    std::string text;
    for (const ChangePart& part : parts) {
        switch (part.kind) {
            case PartKind::kept:
                text += part_of(second, part.second);
                break;
            case PartKind::added:
                text.append("{").append(part_of(second, part.second)).append("}");
                break;
            case PartKind::dropped:
                text.append("[").append(part_of(first, part.first)).append("]");
                break;
        }
    }
    return text;
}

/// "same: …", "changed: a [dropped ]{added }word", a paragraph a line.
std::string shown(std::string_view first, std::string_view second) {
    std::string text;
    for (const ParagraphChange& paragraph : changes_between(first, second).paragraphs) {
        if (!text.empty()) text += '\n';
        text.append(name_of(paragraph.kind)).append(": ");
        text += shown(paragraph.parts, first, second);
    }
    return text;
}

struct Row {
    const char* first;
    const char* second;
    const char* shown;
};

const Row paragraph_rows[] = {
    {"", "", ""},
    {"", "A b.", "added: {A b.}"},
    {"A b.", "", "dropped: [A b.]"},
    {"A b.\n\nC d.", "A b.\n\nC d.", "same: A b.\nsame: C d."},
    // Case, quotes, spacing and accents are no change.
    {"He said \"no more\" caf\xC3\xA9.", "HE said  \xE2\x80\x9CNo\nmore\xE2\x80\x9D: cafe!",
     "same: HE said  \xE2\x80\x9CNo\nmore\xE2\x80\x9D: cafe!"},
    // What has no words is no paragraph.
    {"A b.\n\n* * *\n\nC d.", "A b.\n\nC d.", "same: A b.\nsame: C d."},
    {"One two three four.\n\nFive six seven eight.\n\nNine ten eleven twelve.",
     "One two three four.\n\nNine ten eleven twelve.",
     "same: One two three four.\ndropped: [Five six seven eight.]\n"
     "same: Nine ten eleven twelve."},
    {"One two three four.\n\nNine ten eleven twelve.",
     "One two three four.\n\nFive six seven eight.\n\nNine ten eleven twelve.",
     "same: One two three four.\nadded: {Five six seven eight.}\n"
     "same: Nine ten eleven twelve."},
    // What was dropped is told before what took its place.
    {"One two three four.\n\nRed green.", "Five six.\n\nOne two three four.\n\nBlue sky.",
     "added: {Five six.}\nsame: One two three four.\ndropped: [Red green.]\nadded: {Blue sky.}"},
    // A paragraph cut in two, two made one, and one that was between them dropped.
    {"One two three four five six seven eight.", "One two three four.\n\nFive six seven eight.",
     "same: One two three four.\nsame: Five six seven eight."},
    {"One two three four.\n\nFive six seven eight.", "One two three four five six seven eight.",
     "same: One two three four five six seven eight."},
    {"One two three four.\n\nRed green.\n\nFive six seven eight.",
     "One two three four five six seven eight.",
     "changed: One two three four [Red green.]five six seven eight."},
    // Moved, also if it was changed on the way; what is short is not.
    {"One two three four five six.\n\nRed green blue black white.",
     "Red green blue black white.\n\nOne two three four five six.",
     "moved: Red green blue black white.\nsame: One two three four five six."},
    {"One two three four five six seven eight nine ten.\n\nRed green blue black white dark pink.",
     "Red green blue black white pale pink.\n\nOne two three four five six seven eight nine ten.",
     "moved: Red green blue black white [dark ]{pale }pink.\n"
     "same: One two three four five six seven eight nine ten."},
    {"One two three four five six.\n\nPhoto.", "Photo.\n\nOne two three four five six.",
     "added: {Photo.}\nsame: One two three four five six.\ndropped: [Photo.]"},
    // Paragraphs of which some words happen to stand in both are not versions of each other.
    {"The mayor of the town opened a school for the children of the poor on a cold Monday.",
     "The price of oil fell as the banks of Asia sold most of what they had bought in May.",
     "dropped: [The mayor of the town opened a school for the children of the poor on a cold "
     "Monday.]\nadded: {The price of oil fell as the banks of Asia sold most of what they had "
     "bought in May.}"},
};

const Row word_rows[] = {
    {"The old man left.", "The young man left.", "The [old ]{young }man left."},
    {"It killed 40 to 50 people there.", "It killed 42 to 53 people there.",
     "It killed [40 to 50 ]{42 to 53 }people there."},
    {"Shares rose by five cents.", "Shares of Acme rose by five cents.",
     "Shares {of Acme }rose by five cents."},
    // Nothing was replaced: what stays between tells where.
    {"Mr. Trump met Mr. Xi today there.", "Trump met Xi today there.",
     "[Mr. ]Trump met [Mr. ]Xi today there."},
    {"A well-being check.", "A well-doing check.", "A [well-being ]{well-doing }check."},
    {"Funds traded at 6-3/16 pct.", "Funds traded at 6-1/2 pct.",
     "Funds traded at [6-3/16 ]{6-1/2 }pct."},
    {"He left.", "He left today.", "He left {today.}"},
    {"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E\xE6\x96\x87",
     "\xE6\x97\xA5\xE6\x9C\xAC\xE4\xBA\xBA\xE6\x96\x87",
     "\xE6\x97\xA5\xE6\x9C\xAC[\xE8\xAA\x9E]{\xE4\xBA\xBA}\xE6\x96\x87"},
};

TEST_CASE("paragraphs are told as the same, changed, moved, added or dropped") {
    for (const Row& row : paragraph_rows) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        CHECK(shown(row.first, row.second) == row.shown);
    }
}

TEST_CASE("within a paragraph, words that were replaced are one change") {
    for (const Row& row : word_rows) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        CHECK(shown(row.first, row.second) == std::string("changed: ") + row.shown);
        CHECK(shown(word_changes(row.first, row.second), row.first, row.second) == row.shown);
    }
}

TEST_CASE("headlines are compared as one paragraph, and those without anything in common, too") {
    const std::string first = "Pentagon\n\nsees threat";
    const std::string second = "Pentagon sees no threat";
    CHECK(shown(word_changes(first, second), first, second) == "Pentagon sees {no }threat");
    CHECK(shown(word_changes("Rain", "Sun today"), "Rain", "Sun today") == "[Rain]{Sun today}");
    CHECK(word_changes("", "").empty());
}

TEST_CASE("counts are of paragraphs by kind and of words") {
    const ChangeCounts counts = changes_between("One two three four.\n\nFive six seven eight nine.",
                                                "One two big four.\n\nTen.")
                                    .counts;
    CHECK(counts.of(ParagraphKind::changed) == 1);
    CHECK(counts.of(ParagraphKind::dropped) == 1);
    CHECK(counts.of(ParagraphKind::added) == 1);
    CHECK(counts.of(ParagraphKind::same) == 0);
    CHECK(counts.words_of_first == 9);
    CHECK(counts.words_of_second == 5);
    CHECK(counts.kept == 3);
    CHECK(counts.added == 2);
    CHECK(counts.dropped == 6);
}

/// "40 -> 42", "- only in the first", "+ only in the second"
std::vector<std::string> told(const std::vector<ChangedValue>& values) {
    std::vector<std::string> lines;
    for (const ChangedValue& value : values) {
        if (value.second.empty()) {
            lines.push_back("- " + value.first);
        } else if (value.first.empty()) {
            lines.push_back("+ " + value.second);
        } else {
            lines.push_back(value.first + " -> " + value.second);
        }
    }
    return lines;
}

TEST_CASE("names and numbers that changed are told apart") {
    using Lines = std::vector<std::string>;
    struct ValueRow {
        const char* first;
        const char* second;
        Lines numbers;
        Lines names;
    };
    const ValueRow rows[] = {
        {"It killed 40 people there.", "It killed 42 people there.", {"40 -> 42"}, {}},
        {"It costs $2.2 trillion now.",
         "It costs $2.2 billion now.",
         {"$2.2 trillion -> $2.2 billion"},
         {}},
        {"About 1,000 came on Nov. 7, 2019.", "About 1000 came on November 7, 2019.", {}, {}},
        {"Some three people died.", "Some 3 people died.", {}, {}},
        {"Some three people died.", "Some four people died.", {"three -> four"}, {}},
        {"Some people died.", "Some 26.4% died, two by fire.", {"+ 26.4%"}, {}},
        {"It began at 7:44 in the F-16 there.", "It began in the F-15 there.", {"- 7:44"}, {}},
        {"See it there.", "See it there at https://example.org/2018/12/a-5 now.", {}, {}},
        {"He met Jane Doe there.", "He met Jane Roe there.", {}, {"Jane Doe -> Jane Roe"}},
        {"He met the head there.",
         "He met the head, Jane de la Cruz, there.",
         {},
         {"+ Jane de la Cruz"}},
        {"Doe left. Then Doe came.", "Then it rained. He met Mr. Doe.", {}, {}},
        {"It fell on Monday in Rome. It rose.",
         "It fell. In May it rose. He said: \"No.\"",
         {},
         {"- Monday", "- Rome"}},
        {"A NEW DEAL FOR THE POOR", "It rose", {}, {}},
        // Not every noun of German is a name.
        {"Er sah das Haus und den Hund, die Stadt ist alt und die Zeit ist um.",
         "Er sah das Dach und den Hund von Angela Merkel, die Stadt ist alt und die Zeit ist um.",
         {},
         {"+ Angela Merkel"}},
        // A name that is elsewhere in the other text is only told where it took another's place.
        {"It bought shares of Acme. The seller was Bolt, it said. It was cheap.",
         "It bought shares of Bolt. The seller was Acme, it said. It was cheap.",
         {},
         {"Acme -> Bolt", "Bolt -> Acme"}},
    };
    for (const ValueRow& row : rows) {
        CAPTURE(row.first);
        CAPTURE(row.second);
        const TextChanges changes = changes_between(row.first, row.second);
        CHECK(told(changes.numbers) == row.numbers);
        CHECK(told(changes.names) == row.names);
    }
}

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

/// The forms of the words that lie in the span; all of them do or do not.
std::vector<std::string> forms_in(const std::vector<PlacedWord>& words, Span span) {
    std::vector<std::string> forms;
    auto word = std::ranges::lower_bound(words, span.begin, {},
                                         [](const PlacedWord& each) { return each.span.begin; });
    for (; word != words.end() && word->span.begin < span.end; ++word) {
        CHECK(word->span.end <= span.end);
        forms.push_back(word->form);
    }
    return forms;
}

std::vector<bool> borders_of(std::string_view text) {
    std::vector<bool> borders(text.size() + 1);
    for (std::size_t at = 0; at < text.size(); at += code_point_at(text, at).bytes)
        borders[at] = true;
    borders[text.size()] = true;
    return borders;
}

/// All that changes_between() promises of its value.
void check_changes(const std::string& first, const std::string& second) {
    std::uint64_t steps = 0;
    const TextChanges changes = changes_between(first, second, &steps);
    const std::vector<PlacedWord> here = words_of(first);
    const std::vector<PlacedWord> there = words_of(second);
    CHECK(steps <= 2 * most_diff_steps(here.size() + there.size()));
    const std::vector<bool> borders_here = borders_of(first);
    const std::vector<bool> borders_there = borders_of(second);
    std::vector<std::string> of_first;
    std::vector<std::string> of_second;
    std::uint32_t at = 0;
    std::uint32_t dropped_at = 0;
    for (const ParagraphChange& paragraph : changes.paragraphs) {
        const bool moved = paragraph.kind == ParagraphKind::moved;
        REQUIRE(!paragraph.parts.empty());
        CHECK(paragraph.second.begin >= at);
        at = paragraph.second.begin;
        std::uint32_t first_at = paragraph.first.begin;
        for (const ChangePart& part : paragraph.parts) {
            REQUIRE(part.first.begin <= part.first.end);
            REQUIRE(part.first.end <= first.size());
            REQUIRE(part.second.end <= second.size());
            for (const std::uint32_t end : {part.first.begin, part.first.end})
                CHECK(borders_here[end]);
            for (const std::uint32_t end : {part.second.begin, part.second.end})
                CHECK(borders_there[end]);
            CHECK(part.first.begin >= first_at);
            first_at = part.first.end;
            CHECK(part.second.begin == at);
            at = part.second.end;
            const std::vector<std::string> old_words = forms_in(here, part.first);
            const std::vector<std::string> new_words = forms_in(there, part.second);
            CHECK(old_words.empty() == (part.kind == PartKind::added));
            CHECK(new_words.empty() == (part.kind == PartKind::dropped));
            if (part.kind == PartKind::kept) CHECK(old_words == new_words);
            of_second.insert(of_second.end(), new_words.begin(), new_words.end());
            of_first.insert(of_first.end(), old_words.begin(), old_words.end());
        }
        CHECK(first_at == paragraph.first.end);
        CHECK(at == paragraph.second.end);
        if (!moved) CHECK(paragraph.first.begin >= dropped_at);
        if (!moved) dropped_at = paragraph.first.end;
    }
    std::vector<std::string> wanted_first;
    for (const PlacedWord& word : here) wanted_first.push_back(word.form);
    std::vector<std::string> wanted_second;
    for (const PlacedWord& word : there) wanted_second.push_back(word.form);
    CHECK(of_second == wanted_second);
    if (changes.counts.of(ParagraphKind::moved) > 0) {
        std::ranges::sort(of_first);
        std::ranges::sort(wanted_first);
    }
    CHECK(of_first == wanted_first);
    CHECK(changes.counts.kept + changes.counts.added == there.size());
    CHECK(changes.counts.kept + changes.counts.dropped == here.size());
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
            switch (all.empty() ? 0 : below(5)) {
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
