// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/copies_text.h"

#include <doctest/doctest.h>

#include "common/terminal.h"
#include "searcher/render/story_text.h"
#include "tests/unit/golden.h"
#include "tests/unit/rendered_text.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

HitCopies many_copies() {
    HitCopies copies;
    copies.ids = std::vector<std::string>(14, "0k3x9abcdefgh");
    copies.outlets = 14;
    copies.first = FirstCopy{"1111111111111", "Reuters", parse_iso_date("2026-02-26")};
    copies.kinds = {{CopyKind::same, 9}, {CopyKind::edited, 3}, {CopyKind::cut, 2}};
    return copies;
}

CopyShare share(CopyKind kind, const Overlap& runs) {
    CopyShare made;
    made.kind = kind;
    made.runs = runs;
    return made;
}

/// Hits that stand for copies, of a long-named outlet, of none, of an outlet that wants the
/// terminal, and one that was first.
SearchResult folded_result() {
    SearchResult result = sample_result();
    result.hits.push_back(full_hit());
    result.hits.back().rank = 4;
    for (Hit& hit : result.hits) hit.copies = many_copies();
    result.hits[1].copies->first->outlet =
        "The Washington Times of yesterday and 农民日报 of the day before";
    result.hits[1].copies->kinds[CopyKind::longer] = 1200;
    result.hits[2].copies->first->outlet = "Out\x1b(1mlet";
    result.hits[3].copies->is_first = true;
    result.hits[3].copies->tied = 2;
    result.hits[3].copies->undated = 1;
    result.texts = 19;
    return result;
}

/// The copies of an article, of each kind one.
SearchResult family_result() {
    SearchResult result;
    result.articles = 12345;
    const std::vector<CopyShare> shares{{.first = true, .runs = {}},
                                        {.first = true, .tied = 2, .runs = {}},
                                        {.first = true, .undated = 1, .runs = {}},
                                        share(CopyKind::same, {90, 100, 98}),
                                        share(CopyKind::same, {100, 100, 100}),
                                        share(CopyKind::edited, {60, 100, 110}),
                                        share(CopyKind::cut, {40, 100, 44}),
                                        share(CopyKind::longer, {100, 100, 190}),
                                        share(CopyKind::within, {30, 100, 30}),
                                        share(CopyKind::around, {100, 100, 900})};
    for (const CopyShare& each : shares) {
        Hit hit = full_hit();
        hit.passages.clear();
        hit.more_passages = 0;
        hit.rank = static_cast<std::uint32_t>(result.hits.size() + 1);
        hit.copy = each;
        result.hits.push_back(hit);
    }
    result.all_words = {result.hits.size(), true};
    return result;
}

/// A story of three articles with what is new, related ones and who covered it.
SearchResult story_result() {
    SearchResult result = sample_result();
    for (Hit& hit : result.hits) hit.story = StoryNote{.5, .6, 1, .22, .3 * (hit.rank - 1)};
    result.hits[0].story->fresh.reset();
    result.hits[1].passages[0].said =
        Said{.speaker = "he", .probably = "Dario Amodei", .left_out = 3};
    result.hits[1].passages[1].said =
        Said{.speaker = "", .probably = "", .in_marks = false, .others = 4};
    result.related = {full_hit(), hostile_hit()};
    result.coverage =
        Coverage{{"NPR", "The Verge"}, {"A", "B", "NPR", "The Verge"}, {"A", "B\x1b(1m"}};
    return result;
}

const TextOptions in_home{.folder = "/home/anna"};

}  // namespace

TEST_CASE("copies, families and stories look as agreed at 80 and 40 columns") {
    for (const std::size_t width : {80, 40}) {
        TextOptions options = in_home;
        options.width = width;
        const std::string name = "-" + std::to_string(width) + ".txt";
        check_golden("folded" + name, rendered(folded_result(), options));
        check_golden("family" + name, rendered(family_result(), options));
        check_golden("story" + name, rendered(story_result(), options));
    }
}

TEST_CASE("no line of copies and stories is wider than asked") {
    for (const SearchResult& result : {folded_result(), family_result(), story_result()})
        for (std::size_t width = 40; width <= 160; ++width)
            for (const std::string& line :
                 lines_of(without_colors(rendered(result, {.color = true, .width = width})))) {
                // What cannot be broken, a word or a path, goes over.
                if (line.find('/') != line.npos) continue;
                CAPTURE(width);
                CAPTURE(line);
                CHECK(display_width(line) <= width);
            }
}

TEST_CASE("one line tells of the copies, in which a long name of an outlet is cut") {
    HitCopies copies = many_copies();
    CHECK(copies_line(copies, 76) ==
          "also in 14 outlets; first Reuters, 2026-02-26 (9 same, 3 edited, 2 cut)");
    copies.first->outlet = "The Washington Times of yesterday";
    CHECK(display_width(copies_line(copies, 76)) <= 76);
    CHECK(copies_line(copies, 76).find("first The…, 2026") != std::string::npos);
    struct Row {
        std::size_t articles;
        std::uint64_t outlets;
        std::string line;
    };
    copies.first.reset();
    copies.kinds = {{CopyKind::same, 1}};
    const std::vector<Row> rows{
        {1, 1, "also in 1 outlet (1 same)"},
        {1, 0, "also in 1 more article (1 same)"},
        {2, 0, "also in 2 more articles (1 same)"},
        {3, 2, "also in 2 outlets, 3 articles (1 same)"},
        {1200, 1100, "also in 1,100 outlets, 1,200 articles (1 same)"},
    };
    for (const Row& row : rows) {
        copies.ids = std::vector<std::string>(row.articles, "1");
        copies.outlets = row.outlets;
        CHECK(copies_line(copies, 76) == row.line);
    }
    copies.first = FirstCopy{"1111111111111", "", parse_iso_date("2026-02")};
    copies.ids = {"1"};
    copies.outlets = 0;
    copies.tied = 1;
    const std::string also = "also in 1 more article; first ";
    CHECK(copies_line(copies, 80) == also + "1111111111111 and in 1 more, 2026-02 (1 same)");
    CHECK(copies_line(copies, 70) == also + "1111111111111, 2026-02 (1 same)");
    CHECK(copies_line(copies, 50) == also + "2026-02 (1 same)");
}

TEST_CASE("what is new is said in words") {
    for (const auto& [fresh, text] : {std::pair{0.0, "nothing is new"},
                                      {.019, "hardly anything is new"},
                                      {.1, "about a tenth is new"},
                                      {.25, "about a quarter is new"},
                                      {.333, "about a third is new"},
                                      {.5, "about half is new"},
                                      {.66, "about two thirds are new"},
                                      {.75, "about three quarters are new"},
                                      {.9, "nearly all of it is new"},
                                      {1.0, "all of it is new"}}) {
        CAPTURE(fresh);
        CHECK(fresh_text(fresh) == text);
    }
}

TEST_CASE("outlets that did not cover a story are named, eight of them at most") {
    Coverage coverage{{"A"}, {"A"}, {}};
    CHECK(coverage_text(coverage) == "covered by 1 of the 1 outlet that wrote in those days");
    for (int i = 0; i < 10; ++i) coverage.not_by.push_back("N" + std::to_string(i));
    coverage.active.insert(coverage.active.end(), coverage.not_by.begin(), coverage.not_by.end());
    CHECK(coverage_text(coverage) ==
          "covered by 1 of the 11 outlets that wrote in those days; not by N0, N1, N2, N3, N4, N5, "
          "N6, N7 and 2 more");
}

}  // namespace dateline
