// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/overlap.h"

#include <doctest/doctest.h>

#include <map>

#include "tests/unit/made_text.h"

namespace dateline {
namespace {

/// What a kind is when the other text asks.
CopyKind turned(CopyKind kind) {
    const std::map<CopyKind, CopyKind> others{{CopyKind::cut, CopyKind::longer},
                                              {CopyKind::longer, CopyKind::cut},
                                              {CopyKind::within, CopyKind::around},
                                              {CopyKind::around, CopyKind::within}};
    const auto found = others.find(kind);
    return found == others.end() ? kind : found->second;
}

using Kind = std::optional<CopyKind>;

/// The kind, which must be the same from the other side.
Kind kind_of(const std::string& first, const std::string& second, const PairFacts& facts = {}) {
    const ComparedText a = compared_text(first);
    const ComparedText b = compared_text(second);
    const Kind there = copy_kind(a, b, facts);
    const Kind back = copy_kind(b, a, facts);
    CHECK(there.has_value() == back.has_value());
    if (there && back) CHECK(turned(*there) == *back);
    return there;
}

constexpr PairFacts other_outlet{false, 0};
constexpr PairFacts same_day{true, 0};
constexpr PairFacts next_day{true, 1};
constexpr PairFacts undated{true, std::nullopt};
constexpr PairFacts other_title{false, 0, false};

}  // namespace

TEST_CASE("what a text is to another follows from what they share and how long they are") {
    struct Row {
        std::string_view what;
        std::string first;
        std::string second;
        Kind kind;
    };
    const std::vector<Row> rows{
        {"the same", words(1, 200), words(1, 200), CopyKind::same},
        {"a few words before it", words(1, 200), words(2, 10) + words(1, 200), CopyKind::same},
        {"a fifth is other", words(1, 200), words(1, 160) + words(2, 40), CopyKind::edited},
        {"half of it is other", words(1, 200), words(1, 110) + words(2, 90), CopyKind::edited},
        {"less is shared", words(1, 200), words(1, 80) + words(2, 120), {}},
        {"nothing is shared", words(1, 200), words(2, 200), {}},
        {"its first half", words(1, 200), words(1, 100), CopyKind::cut},
        {"its first fifth", words(1, 400), words(1, 80), CopyKind::cut},
        {"its last half", words(1, 400), words(1, 200, 200), CopyKind::within},
        {"its last two thirds", words(1, 300), words(1, 190, 110), CopyKind::cut},
        {"a part of a digest", words(2, 300) + words(1, 150) + words(3, 300), words(1, 150),
         CopyKind::within},
        {"nothing", words(1, 200), "", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(kind_of(row.first, row.second) == row.kind);
        CHECK(kind_of(row.first, row.second, other_outlet) == row.kind);
    }
}

TEST_CASE("the shorter the texts, the more they must share") {
    struct Row {
        std::size_t own;     // words
        std::size_t shared;  // of the second, which is as long
        Kind kind;
    };
    // So many words have four shingles fewer.
    const std::vector<Row> rows{
        {104, 64, CopyKind::edited},  // .6
        {64, 40, CopyKind::edited},   // 36 of 60: .6
        {63, 40, {}},                 // 36 of 59
        {63, 46, CopyKind::edited},   // 42 of 59: .71
        {24, 20, CopyKind::edited},   // 16 of 20: .8
        {24, 18, {}},                 // 14 are too few
        {23, 22, {}},                 // 18 of 19
        {23, 23, CopyKind::same},
        {8, 8, CopyKind::same},
        {5, 5, CopyKind::same},
        {4, 4, {}},  // no shingles
        {0, 0, {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.own);
        CAPTURE(row.shared);
        const std::string second = words(1, row.shared) + words(2, row.own - row.shared);
        CHECK(kind_of(words(1, row.own), second) == row.kind);
    }
    CHECK_FALSE(kind_of(words(1, 23), words(1, 200)).has_value());
}

TEST_CASE("of a few words the title must be the same too, since many pages say them") {
    CHECK(kind_of(words(1, 23), words(1, 23)) == CopyKind::same);
    CHECK_FALSE(kind_of(words(1, 23), words(1, 23), other_title).has_value());
    CHECK(kind_of(words(1, 24), words(1, 24), other_title) == CopyKind::same);
    CHECK(is_tiny(compared_text(words(1, 23))));
    CHECK(is_tiny(compared_text("")));
    CHECK_FALSE(is_tiny(compared_text(words(1, 24))));
}

TEST_CASE("pages of one outlet are no copies by the furniture behind their texts") {
    const std::string furniture = words(9, 200);
    const std::string first = words(1, 180) + furniture;
    const std::string second = words(2, 180) + furniture;
    const std::string text_too = words(1, 30) + words(2, 150) + furniture;
    CHECK(kind_of(first, second, other_outlet) == CopyKind::edited);
    CHECK_FALSE(kind_of(first, second, same_day).has_value());
    CHECK_FALSE(kind_of(first, second, undated).has_value());
    CHECK(kind_of(first, text_too, same_day) == CopyKind::edited);
    // Of an undated page it is not known that it is of those days.
    CHECK_FALSE(kind_of(first, text_too, undated).has_value());
    CHECK(kind_of(words(1, 380), words(1, 320) + words(2, 60), undated).has_value());
}

TEST_CASE("of equally long pages it does not matter which one is asked about") {
    const std::string shared = words(9, 200);
    const std::string behind = words(1, 150) + shared;
    const std::string before = shared + words(2, 150);
    const ComparedText a = compared_text(behind);
    const ComparedText b = compared_text(before);
    REQUIRE(a.shingles.size() == b.shingles.size());
    CHECK(copy_kind(a, b, same_day) == copy_kind(b, a, same_day));
}

TEST_CASE("a form of one outlet with other numbers is another form, but on the same day") {
    const auto form = [](int number) {
        std::string text;
        for (int i = 0; i < 8; ++i)
            text += words(1, 20, static_cast<std::size_t>(20 * i)) + std::to_string(number + i) +
                    "00 tons ";
        return text;
    };
    CHECK(kind_of(form(10), form(50), next_day) == std::nullopt);
    CHECK(kind_of(form(10), form(50), same_day) == CopyKind::edited);
    CHECK(kind_of(form(10), form(50), other_outlet) == CopyKind::edited);
    CHECK(kind_of(form(10), form(50), undated) == std::nullopt);
    CHECK(kind_of(form(10), form(12), next_day) == CopyKind::edited);  // six of eight are the same
    CHECK(kind_of(form(10), form(10), next_day) == CopyKind::same);
    CHECK(kind_of(words(1, 200), words(1, 200), next_day) == CopyKind::same);
}

TEST_CASE("words are compared as they are folded, and their marks and spaces are nothing") {
    const std::string text = words(1, 100);
    std::string shouted = text;
    for (char& c : shouted)
        c = c == ' ' ? '\n' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    CHECK(kind_of(text, shouted) == CopyKind::same);
    CHECK(overlap(compared_text("It’s a fine day, he said."),
                  compared_text("it's a FINE day he said"))
              .likeness() == 1);
}

TEST_CASE("the share of two texts is of the shorter, of each, and of both") {
    struct Row {
        Overlap both;
        double containment;
        double of_first;
        double of_second;
        double likeness;
    };
    const std::vector<Row> rows{
        {{50, 100, 200}, .5, .5, .25, .2}, {{50, 200, 100}, .5, .25, .5, .2},
        {{100, 100, 100}, 1, 1, 1, 1},     {{0, 100, 100}, 0, 0, 0, 0},
        {{0, 0, 100}, 0, 0, 0, 0},         {{0, 0, 0}, 0, 0, 0, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.both.first);
        CAPTURE(row.both.second);
        CHECK(row.both.containment() == doctest::Approx(row.containment));
        CHECK(row.both.of_first() == doctest::Approx(row.of_first));
        CHECK(row.both.of_second() == doctest::Approx(row.of_second));
        CHECK(row.both.likeness() == doctest::Approx(row.likeness));
    }
    const Overlap measured = overlap(compared_text(words(1, 104)), compared_text(words(1, 54)));
    CHECK(measured == Overlap{50, 100, 50});
}

TEST_CASE("a text says the same shingle once, however often it repeats it") {
    const ComparedText once = compared_text(words(1, 50) + words(1, 50));
    CHECK(once.shingles.size() == 50);  // with those across the seam
    CHECK(compared_text("1 2 3 1 2 3 a b").numbers.size() == 3);
}

}  // namespace dateline
