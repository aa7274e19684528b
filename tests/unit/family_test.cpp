// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/family.h"

#include <doctest/doctest.h>

#include "searcher/pile/copy_notes.h"
#include "tests/unit/made_text.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

/// An article of a family: its date ("2026-02-26", "2026-02", "") or its instant, and more.
struct Member {
    const char* id;
    std::string time;
    const char* outlet = "";
    const char* source = "";
    std::size_t words = 100;
};

Article article_of(const Member& member) {
    Article made =
        made_article(member.id, "Title", words(1, member.words), member.time.substr(0, 10));
    if (member.time.size() > 10) made.instant = member.time;
    made.outlet = member.outlet;
    made.source = member.source;
    return made;
}

/// "a b c": their ids in order of time.
std::string in_time(const std::vector<Member>& members) {
    std::vector<Article> articles;
    for (const Member& member : members) articles.push_back(article_of(member));
    const SmallIndex index(articles);
    CopyFinder copies(index.archives());
    std::vector<Xapian::docid> all;
    for (std::size_t i = 0; i < members.size(); ++i)
        all.push_back(static_cast<Xapian::docid>(i + 1));
    std::string ids;
    for (const FamilyMember& member : family_in_time(index.archives(), copies, all).members)
        ids += (ids.empty() ? "" : " ") + member.article.id;
    return ids;
}

}  // namespace

TEST_CASE("the first of a family was published first; of one day time, credit and length decide") {
    struct Row {
        std::string_view what;
        std::vector<Member> members;
        std::string order;
    };
    const std::vector<Row> rows{
        {"an earlier day", {{"a", "2026-02-27"}, {"b", "2026-02-26"}}, "b a"},
        {"the time of the day",
         {{"a", "2026-02-26T18:00:00Z"}, {"b", "2026-02-26T09:30:00Z"}},
         "b a"},
        {"seconds", {{"a", "2026-02-26T09:30:01Z"}, {"b", "2026-02-26T09:30:00Z"}}, "b a"},
        {"a zone to the east",
         {{"a", "2026-02-26T10:00:00Z"}, {"b", "2026-02-26T13:30:00+04:00"}},
         "b a"},
        {"a zone to the west",
         {{"a", "2026-02-26T09:00:00-05:00"}, {"b", "2026-02-26T13:59:00Z"}},
         "b a"},
        {"a zone of half an hour",
         {{"a", "2026-02-26T10:00:00Z"}, {"b", "2026-02-26T15:20:00+05:30"}},
         "b a"},
        {"a time without a zone is of Greenwich",
         {{"a", "2026-02-26T10:00:00+01:00"}, {"b", "2026-02-26T08:59:00"}},
         "b a"},
        {"a stated time before none",
         {{"a", "2026-02-26T09:00:00Z", "", "", 100}, {"b", "2026-02-26", "", "", 120}},
         "a b"},
        {"whom others credit",
         {{"a", "2026-02-26", "The Post", "Reuters", 120},
          {"b", "2026-02-26", "Reuters", "", 100},
          {"c", "2026-02-26", "The Times", "REUTERS", 120}},
         "b a c"},
        {"who credits itself is not credited by others",
         {{"a", "2026-02-26", "The Post", "The Post", 100}, {"b", "2026-02-26", "", "", 120}},
         "b a"},
        {"credit does not undo an earlier day",
         {{"a", "2026-02-25", "The Post", "Reuters"}, {"b", "2026-02-26", "Reuters"}},
         "a b"},
        {"a time does not undo credit where not all state one",
         {{"a", "2026-02-26T00:00:00Z", "The Post", "Reuters"}, {"b", "2026-02-26", "Reuters"}},
         "b a"},
        {"the longest",
         {{"a", "2026-02-26", "", "", 100},
          {"b", "2026-02-26", "", "", 140},
          {"c", "2026-02-26", "", "", 120}},
         "b a c"},
        {"of equal ones the order of ids", {{"b", "2026-02-26"}, {"a", "2026-02-26"}}, "a b"},
        {"undated ones stand behind",
         {{"a", "", "", "", 200}, {"b", "2026-02-27"}, {"c", "2026-02-26"}},
         "c b a"},
        {"an undated one is credited in vain",
         {{"a", "", "Reuters"}, {"b", "2026-02-27", "The Post", "Reuters"}},
         "b a"},
        {"what is known by the month is not before its days",
         {{"a", "2026-02"}, {"b", "2026-02-27"}},
         "b a"},
        {"but before the next month", {{"a", "2026-03-01"}, {"b", "2026-02"}}, "b a"},
        {"undated alone: credit, then length",
         {{"a", "", "The Post", "Reuters", 140}, {"b", "", "Reuters"}, {"c", "", "", "", 120}},
         "b a c"},
        {"one", {{"a", ""}}, "a"},
        {"none", {}, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        if (row.members.empty()) continue;
        CHECK(in_time(row.members) == row.order);
        CHECK(in_time({row.members.rbegin(), row.members.rend()}) == row.order);
    }
    const SmallIndex index({made_article("a", "a", "text")});
    CopyFinder copies(index.archives());
    CHECK(family_in_time(index.archives(), copies, {}).members.empty());
}

TEST_CASE("who may have been as early as the first is counted") {
    struct Row {
        std::string_view what;
        std::vector<Member> members;
        std::size_t tied;
        std::size_t undated;
    };
    const std::vector<Row> rows{
        {"other days", {{"a", "2026-02-26"}, {"b", "2026-02-27"}}, 0, 0},
        {"one day", {{"a", "2026-02-26"}, {"b", "2026-02-26"}, {"c", "2026-02-27"}}, 1, 0},
        {"one day with times",
         {{"a", "2026-02-26T01:00:00Z"}, {"b", "2026-02-26T02:00:00Z"}},
         0,
         0},
        {"some times", {{"a", "2026-02-26T01:00:00Z"}, {"b", "2026-02-26"}}, 1, 0},
        {"a credited outlet", {{"a", "2026-02-26", "Post", "AP"}, {"b", "2026-02-26", "AP"}}, 0, 0},
        {"an undated one", {{"a", "2026-02-26"}, {"b", ""}}, 0, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        std::vector<Article> articles;
        for (const Member& member : row.members) articles.push_back(article_of(member));
        const SmallIndex index(articles);
        CopyFinder copies(index.archives());
        std::vector<Xapian::docid> all;
        for (std::size_t i = 0; i < articles.size(); ++i)
            all.push_back(static_cast<Xapian::docid>(i + 1));
        const Family family = family_in_time(index.archives(), copies, all);
        CHECK(family.tied == row.tied);
        CHECK(family.undated == row.undated);
    }
}

TEST_CASE("of each member it is told what it is to the first, and how much it kept and added") {
    const std::string text = words(1, 204);
    const SmallIndex index({made_article("first", "", text, "2026-02-01"),
                            made_article("half", "", words(1, 104), "2026-02-02"),
                            made_article("more", "", text + words(2, 200), "2026-02-03"),
                            made_article("middle", "", words(1, 80, 100), "2026-02-04"),
                            made_article("around", "", words(3, 400) + text, "2026-02-05")});
    CopyFinder copies(index.archives());
    const auto family = family_in_time(index.archives(), copies, {1, 2, 3, 4, 5}).members;
    struct Row {
        CopyKind kind;
        double kept;
        double own;
    };
    // What a family holds together is no part of another text, as all of it is of one.
    const std::vector<Row> rows{{CopyKind::same, 1, 0},
                                {CopyKind::cut, .5, 0},
                                {CopyKind::longer, 1, .5},
                                {CopyKind::cut, .38, 0},
                                {CopyKind::longer, 1, 2.0 / 3}};
    REQUIRE(family.size() == rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CAPTURE(family[i].article.id);
        CHECK(family[i].kind == rows[i].kind);
        CopyShare share;
        share.first = i == 0;
        share.runs = family[i].runs;
        CHECK(share.kept() == doctest::Approx(rows[i].kept).epsilon(.01));
        CHECK(share.own() == doctest::Approx(rows[i].own).epsilon(.01));
    }
}

}  // namespace dateline
