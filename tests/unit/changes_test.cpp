// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/changes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

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
    {"A b c d e f.\n\nRed green blue black white.\n\nG h i j k l.",
     "Red green blue black white.\n\nA b c d e f g h i j k l.",
     "moved: Red green blue black white.\nsame: A b c d e f g h i j k l."},
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

}  // namespace
}  // namespace dateline
