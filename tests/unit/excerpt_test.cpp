// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/passages/excerpt.h"

#include <doctest/doctest.h>

#include "tests/unit/made_matchers.h"

namespace dateline {
namespace {

constexpr std::string_view port_text =
    "The strike at the port began, and later nothing happened at all until the strike ended.";

/// What is cut around the places of words.
std::string cut(const std::vector<Matcher>& words, std::uint32_t bytes,
                std::string_view text = port_text) {
    const FoundEvidence found = find_places(ask(words), with_body(std::string(text)));
    const Span all{0, static_cast<std::uint32_t>(text.size())};
    const Span span = cut_excerpt(text, all, bytes, found, found.places);
    return std::string(text.substr(span.begin, span.end - span.begin));
}

TEST_CASE("the piece is cut where it proves most, and earlier of two that prove as much") {
    struct Row {
        std::vector<Matcher> words;
        std::uint32_t bytes;
        std::string piece;
    };
    const Row rows[] = {
        {{stem("strike")}, 20, "The strike at the"},
        {{stem("strike"), exact("port")}, 30, "The strike at the port began,"},
        {{stem("strike"), exact("ended")}, 24, "until the strike ended."},
        {{exact("ended")}, 10, "ended."},
        {{exact("absent")}, 20, "The strike at the"},
        {{stem("strike")}, 1000, std::string(port_text)},
        {{row_of({"nothing", "happened", "at", "all"})}, 5, "nothing happened at all"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.piece);
        CHECK(cut(row.words, row.bytes) == row.piece);
    }
}

TEST_CASE("a piece widens at words, more behind than before, and stays in its sentence") {
    const std::string_view text = "One two three four five six seven.";
    struct Row {
        Span span;
        Span within;
        std::uint32_t bytes;
        std::string piece;
    };
    const Row rows[] = {
        {{14, 18}, {0, 34}, 4, "four"},       {{14, 18}, {0, 34}, 3, "four"},
        {{14, 18}, {0, 34}, 14, "four five"}, {{14, 18}, {8, 23}, 100, "three four five"},
        {{0, 3}, {0, 34}, 10, "One two"},     {{28, 34}, {0, 34}, 14, "six seven."},
        {{4, 4}, {4, 34}, 9, "two three"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.piece);
        const Span span = widen_at_words(text, row.span, row.within, row.bytes);
        CHECK(text.substr(span.begin, span.end - span.begin) == row.piece);
    }
}

TEST_CASE("no piece begins or ends inside a character") {
    std::string text;
    for (int i = 0; i < 100; ++i) text += "\u4eba\u6c11";
    for (std::uint32_t bytes = 1; bytes < 80; ++bytes) {
        const std::string piece = cut({exact("\u4eba\u6c11")}, bytes, text);
        CHECK(piece.size() % 3 == 0);
        CHECK(piece.starts_with("\u4eba"));
    }
}

TEST_CASE("an over-long sentence is cut at words around what is lit") {
    std::string body;
    for (int i = 0; i < 100; ++i) body += "word" + std::to_string(i) + ' ';
    body += "strike by the port ";
    for (int i = 0; i < 100; ++i) body += "word" + std::to_string(i) + ' ';
    const Article article = with_body(body);
    const PassageOptions options{.most = 1, .passage_bytes = 60};
    const Evidence evidence = find_evidence(ask({stem("strike"), stem("port")}), article, options);
    CHECK(shown(evidence, article) ==
          Shown{"word98 word99 [strike] by the [port] word0 word1 word2 word3"});
    REQUIRE(evidence.passages.size() == 1);
    CHECK(evidence.passages[0].cut_before);
    CHECK(evidence.passages[0].cut_after);
}

TEST_CASE("a phrase longer than the passage is shown whole, and what follows it is not forgotten") {
    std::string body = "It says that the committee for infrastructure and transport has met. Then ";
    for (int i = 0; i < 20; ++i) body += "word" + std::to_string(i) + ' ';
    body += "strike.";
    const Article article = with_body(body);
    const Matcher phrase =
        row_of({"the", "committee", "for", "infrastructure", "and", "transport"});
    const PassageOptions options{.most = 2, .context = Context::bytes, .passage_bytes = 25};
    CHECK(shown(find_evidence(ask({phrase}), article, options), article) ==
          Shown{"[the committee for infrastructure and transport]"});
    CHECK(shown(find_evidence(ask({phrase, stem("strike")}), article, options), article) ==
          Shown{"[the committee for infrastructure and transport]", "word18 word19 [strike]."});
}

}  // namespace
}  // namespace dateline
