// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/sentences.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

namespace dateline {
namespace {

/// The text with a bar before each start but the first.
std::string with_bars(std::string_view text, const std::vector<std::uint32_t>& starts) {
    std::string barred(text);
    for (std::size_t i = starts.size(); i-- > 1;) barred.insert(starts[i], "|");
    return barred;
}

/// Where bars stand in `wanted`, sentences must begin, and nowhere else.
void check_sentences(std::string_view wanted) {
    std::string text(wanted);
    std::erase(text, '|');
    CHECK(with_bars(text, sentence_starts(text)) == wanted);
}

TEST_CASE("sentences begin behind full stops, question marks and exclamation marks") {
    const std::string_view rows[] = {
        "One. |Two! |Three? |Four",
        "No stop at the end",
        "Why?! |Nobody knows... |The end.",
        "It grew by 3.5 percent to $1.2 billion. |Prices fell 0.4.",
        "He asked: \"Why?\" she said. |Nobody spoke.",
        "She said “It is over.” |Then she left.",
        "(He had left.) |She had not.",
        "He left (at 5.) |She stayed.",
        "“Stop!” he cried. |“Why?” |“Because.”",
        "Read more at example.com. |Sign up.",
        "The end\nof a line. |And more",
        "Version 2.0 is out. |20 people came.",
        "the iPhone sold. |iPhone sales rose.",
    };
    for (const std::string_view row : rows) {
        CAPTURE(row);
        check_sentences(row);
    }
}

TEST_CASE("abbreviations, initials and numbers of lists end no sentence") {
    const std::string_view rows[] = {
        "Mr. Smith met Gen. Lee and Dr. J. K. Rowling. |All left.",
        "“Mr. President,” he said. |Sen. Ted Cruz, R-Texas, did not.",
        "The U.S. Army and the U.S. Senate met. |So did D.C. officials.",
        "It was in the U.S. |The army left.",
        "It happened at 5:01 p.m. ET on Jan. 5 in Springfield, Ill. near St. Paul. |It rained.",
        "They met at 8 p.m. |Nobody came.",
        "Apple Inc. Chairman Lee met Foo Corp. officers. |Acme Ltd. |He left.",
        "See No. 3 on pp. 4-6. |No. |He refused.",
        "Smith vs. Jones, i.e. the case v. the state. |It ended.",
        "George W. Bush won. |John F. Kennedy lost.",
        "1. The first thing.\n|2. The second thing.",
        "Martin Luther King Jr. Day was Monday. |He spoke with Henry Louis Gates Jr. |The judge "
        "left.",
        "Gov’t. officials and Gov't. workers met.",
        "Brown et al. Nature published it.",
    };
    for (const std::string_view row : rows) {
        CAPTURE(row);
        check_sentences(row);
    }
}

TEST_CASE("an ellipsis ends a sentence only before a new one") {
    const std::string_view rows[] = {
        "I think ... maybe not. |We shall see… |They left.",
        "It was ... Trump who said it. |Well... |He did.",
        "He said … |The rest is history.",
        "So . . . it ends . . . |They left.",
    };
    for (const std::string_view row : rows) {
        CAPTURE(row);
        check_sentences(row);
    }
}

TEST_CASE("full stops of Chinese, Japanese and Hindi need no blank") {
    const std::string_view rows[] = {
        "今天天气很好。|我们去公园！|你呢？|好。",
        "他说：「今天很好。」|我们走了。",
        "यह पहला है। |यह दूसरा है।",
    };
    for (const std::string_view row : rows) {
        CAPTURE(row);
        check_sentences(row);
    }
}

TEST_CASE("a paragraph always begins a sentence, a single line break never does") {
    check_sentences("A headline\n\n|the text goes\non here.\n \t\n|more");
    check_sentences("Mr.\n\n|Smith");
    const std::string_view text = "\n\n  One\ntwo\n\n\nthree\n \r\nfour \n";
    CHECK(paragraph_starts(text) == std::vector<std::uint32_t>{4, 14, 23});
    CHECK(sentence_starts(text) == paragraph_starts(text));
    CHECK(sentence_starts("").empty());
    CHECK(sentence_starts(" \n\n \t").empty());
    CHECK(paragraph_starts(" \n\n \t").empty());
}

TEST_CASE("any bytes give increasing starts that are no blanks, and paragraphs begin sentences") {
    std::mt19937 random(7);
    const std::string_view pieces[] = {".",      " ",
                                       "\n",     "\n\n",
                                       "!",      "?",
                                       "\u2026", "\u3002",
                                       "\u201c", "\u201d",
                                       "'",      "(",
                                       ")",      "A",
                                       "b",      "Mr",
                                       "U.S",    "5",
                                       "\xe2",   "\xe2\x80",
                                       "\xff",   std::string_view("\0", 1),
                                       "\u00a0", "The"};
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (auto count = random() % 16; count > 0; --count)
            text += pieces[random() % std::size(pieces)];
        CAPTURE(text);
        const auto sentences = sentence_starts(text);
        for (std::size_t i = 0; i < sentences.size(); ++i) {
            CHECK(sentences[i] < text.size());
            CHECK(std::string_view(" \n").find(text[sentences[i]]) == std::string_view::npos);
            if (i > 0) CHECK(sentences[i] > sentences[i - 1]);
        }
        for (const std::uint32_t start : paragraph_starts(text))
            CHECK(std::ranges::binary_search(sentences, start));
    }
}

TEST_CASE("hostile texts take time in proportion to their length") {
    const std::string_view pieces[] = {".",   ". ",    "\n",     " ",   ".)",
                                       "A. ", "\n \n", "\u3002", "1. ", ". . "};
    for (const std::string_view piece : pieces) {
        CAPTURE(piece);
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        CHECK(sentence_starts(text).size() <= text.size());
        CHECK(paragraph_starts(text).size() <= text.size());
    }
}

}  // namespace
}  // namespace dateline
