// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/story.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "common/fields.h"
#include "searcher/pile/coverage.h"
#include "searcher/pile/story_days.h"
#include "tests/unit/paged_archive.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

using Ids = std::set<std::string>;

/// An event has words of its own; of those of its articles each has most.
std::string text_of(std::size_t event, std::size_t article) {
    std::string text;
    for (std::size_t word = 0; word < 12; ++word)
        if ((word + article) % 6 != 0)
            text += fmt::format("Event{}word{} happened before others. ", event, word);
    for (std::size_t word = 0; word < 6; ++word)
        text += fmt::format("Aside{}of{} was told. ", event * 10 + article, word);
    return text;
}

/// Of each event three articles on following days, of an outlet each.
std::vector<Article> made_events(std::size_t events) {
    std::vector<Article> made;
    for (std::size_t event = 0; event < events; ++event)
        for (std::size_t article = 0; article < 3; ++article) {
            const std::string id = fmt::format("e{}a{}", event, article);
            const std::string day = fmt::format("2026-02-{:02}", 10 + article);
            made.push_back(made_article(id, fmt::format("Event{}word0 again", event),
                                        text_of(event, article), day));
            made.back().outlet = fmt::format("Outlet {}", article);
        }
    return made;
}

Xapian::docid number_of(const Archives& archives, const std::string& id) {
    return *archives.all().postlist_begin(make_term(id_prefix, id));
}

std::string id_of(const Archives& archives, Xapian::docid docid) {
    return display_of(archives.at(docid)).id;
}

Ids ids_of(const Archives& archives, const std::vector<StoryMember>& members) {
    Ids ids;
    for (const StoryMember& member : members) ids.insert(id_of(archives, member.docid));
    return ids;
}

Ids story_ids(const Archives& archives, const std::string& id) {
    return ids_of(archives, story_of(archives, number_of(archives, id)).members);
}

/// All that is told of a story but the numbers.
std::string told(const Archives& archives, const std::string& id) {
    const Story story = story_of(archives, number_of(archives, id));
    std::string text;
    for (const auto* list : {&story.members, &story.related})
        for (const StoryMember& member : *list)
            text += fmt::format("{} {} {} {}, ", id_of(archives, member.docid), member.cosine,
                                member.days.value_or(-1), member.score);
    return text;
}

Article& with_date(std::vector<Article>& articles, const std::string& id, const std::string& date) {
    Article& found = *std::ranges::find(articles, id, &Article::id);
    found.published = parse_iso_date(date);
    return found;
}

}  // namespace

TEST_CASE("the story of an article is those that tell of the same event, whichever of them asks") {
    const SmallIndex index(made_events(8));
    for (std::size_t event = 0; event < 8; ++event)
        for (std::size_t article = 0; article < 3; ++article) {
            CAPTURE(event);
            CAPTURE(article);
            Ids others;
            for (std::size_t other = 0; other < 3; ++other)
                if (other != article) others.insert(fmt::format("e{}a{}", event, other));
            CHECK(story_ids(index.archives(), fmt::format("e{}a{}", event, article)) == others);
        }
}

TEST_CASE("an archive of five that tell one story has one story, whichever of them asks") {
    const PagedArchive corpus(DATELINE_SOURCE "/corpus");
    const Xapian::Database database = open_index(corpus.index());
    const Archives archives({{"", corpus.index(), database, read_info(database)}});
    for (Xapian::docid asker = 1; asker <= 5; ++asker) {
        CAPTURE(asker);
        CHECK(story_of(archives, asker).members.size() == 4);
    }
}

TEST_CASE("the members of a story are told best first, with the days between") {
    const SmallIndex index(made_events(8));
    const Story story = story_of(index.archives(), number_of(index.archives(), "e3a0"));
    REQUIRE(story.members.size() == 2);
    CHECK(story.members[0].score >= story.members[1].score);
    CHECK(story.members[0].days == 1);
    CHECK(story.members[1].days == 2);
    for (const StoryMember& member : story.members) {
        CHECK(member.cosine > 0.22);
        CHECK(member.cosine <= 1);
        CHECK(member.score == story_score(member.cosine, member.days));
        CHECK(member.least == StoryRules{}.same_story);
    }
}

TEST_CASE("what is told weeks later is related, and what months later is neither") {
    std::vector<Article> articles = made_events(8);
    with_date(articles, "e3a1", "2026-03-06");
    with_date(articles, "e3a2", "2026-06-01");
    const SmallIndex index(articles);
    const Story story = story_of(index.archives(), number_of(index.archives(), "e3a0"));
    CHECK(ids_of(index.archives(), story.members) == Ids{});
    CHECK(ids_of(index.archives(), story.related) == Ids{"e3a1"});
}

TEST_CASE("an article without a day must be more alike, since it may be of any year") {
    std::vector<Article> articles = made_events(8);
    with_date(articles, "e3a1", "");
    const SmallIndex index(articles);
    const Archives& archives = index.archives();
    StoryRules rules;
    const auto members = [&] {
        return ids_of(archives, story_of(archives, number_of(archives, "e3a0"), rules).members);
    };
    rules.same_half_dated = 0.1;
    CHECK(members() == Ids{"e3a1", "e3a2"});
    rules.same_half_dated = 0.99;
    CHECK(members() == Ids{"e3a2"});
}

TEST_CASE("a long article must be more alike, since it may be a digest") {
    std::vector<Article> articles = made_events(8);
    const SmallIndex index(articles);
    const Archives& archives = index.archives();
    StoryRules rules;
    rules.long_words = 10;
    rules.same_long = 0.99;
    CHECK(story_of(archives, number_of(archives, "e3a0"), rules).members.empty());
}

TEST_CASE("an article without words has no story") {
    std::vector<Article> articles = made_events(2);
    articles.push_back(made_article("empty", "", ""));
    articles.push_back(made_article("stop", "", "The of and with."));
    const SmallIndex index(articles);
    for (const char* id : {"empty", "stop"}) {
        CAPTURE(id);
        CHECK(told(index.archives(), id).empty());
    }
    CHECK_THROWS_AS(story_of(index.archives(), 999), Xapian::DocNotFoundError);
}

TEST_CASE("the days between two articles are those between what they cover") {
    const auto days = [](const char* date) {
        return *date == 0 ? DateRange{} : days_of(*parse_iso_date(date));
    };
    struct Row {
        const char* a;
        const char* b;
        std::optional<int> between;
    };
    const std::vector<Row> rows{
        {"2026-02-26", "2026-02-26", 0}, {"2026-02-26", "2026-03-01", 3},
        {"2026-02", "2026-02-26", 0},    {"2026-02", "2026-03-02", 2},
        {"2025", "2026-01-02", 2},       {"", "2026-02-26", std::nullopt},
        {"", "", std::nullopt},          {"9999-12-31", "0001-01-01", 3652058},
    };
    for (const auto& [a, b, between] : rows) {
        CAPTURE(a);
        CAPTURE(b);
        CHECK(days_between(days(a), days(b)) == between);
        CHECK(days_between(days(b), days(a)) == between);
    }
    CHECK(days_around(days("2026-02-26"), 3) ==
          DateRange{make_day(2026, 2, 23), make_day(2026, 3, 1)});
    CHECK(days_around(days("0001-01-01"), 3) == DateRange{make_day(1, 1, 1), make_day(1, 1, 4)});
}

TEST_CASE("a story is the same in one archive, in another order, and dealt into three") {
    std::vector<Article> articles = made_events(12);
    articles.push_back(made_article("twin", "Event3word0 again", text_of(3, 0), "2026-02-10"));
    articles.push_back(made_article("twan", "Event3word0 again", text_of(3, 0), "2026-02-10"));
    const SmallIndex whole(articles);
    std::vector<std::vector<Article>> dealt(3);
    for (std::size_t i = 0; i < articles.size(); ++i) dealt[i * 7 % 11 % 3].push_back(articles[i]);
    std::ranges::reverse(dealt[1]);
    std::vector<std::unique_ptr<SmallIndex>> parts;
    std::vector<Archive> opened;
    for (auto& part : dealt) {
        parts.push_back(std::make_unique<SmallIndex>(part));
        opened.push_back(parts.back()->archives().each().front());
    }
    const Archives three(opened);
    std::ranges::reverse(articles);
    const SmallIndex backward(articles);
    for (const Article& article : articles) {
        CAPTURE(article.id);
        const std::string expected = told(whole.archives(), article.id);
        CHECK(told(three, article.id) == expected);
        CHECK(told(backward.archives(), article.id) == expected);
    }
    CHECK(told(three, "e3a0").find("twan") < told(three, "e3a0").find("twin"));
}

TEST_CASE("an outlet that wrote on those days and regularly did not cover the story") {
    std::vector<Article> articles = made_events(4);
    const auto add = [&](const std::string& outlet, std::size_t count, const std::string& day) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::string id = fmt::format("{}{}{}", outlet, day, i);
            articles.push_back(made_article(id, "Weather", "It rains.", day));
            articles.back().outlet = outlet;
        }
    };
    add("Daily", 1, "2026-02-14");
    add("Daily", 9, "2026-02-20");
    add("Seldom", 9, "2026-02-11");
    add("Away", 20, "2026-02-20");
    add("Monthly", 20, "2026-02");
    add("OUTLET 1", 1, "2026-02-20");
    add("", 20, "2026-02-11");
    add("Daily", 1, "");
    const SmallIndex index(articles);
    const auto story = [&](const std::vector<std::string>& ids) {
        std::vector<Xapian::docid> numbers;
        for (const std::string& id : ids) numbers.push_back(number_of(index.archives(), id));
        return coverage_of(index.archives(), numbers);
    };
    const Coverage coverage = *story({"e1a0", "e1a1", "Monthly2026-020"});
    CHECK(coverage.covered == std::vector<std::string>{"Outlet 0", "Outlet 1"});
    CHECK(coverage.active ==
          std::vector<std::string>{"Daily", "Outlet 0", "Outlet 1", "Outlet 2", "Seldom"});
    CHECK(coverage.not_by == std::vector<std::string>{"Daily"});
    CHECK_FALSE(story({"Monthly2026-020"}).has_value());
    CHECK_FALSE(story({}).has_value());
    const Coverage undated = *story({"e1a0", "e1a1", "Daily0"});  // some day it did cover it
    CHECK(undated.covered == coverage.covered);
    CHECK(undated.active == coverage.active);
    CHECK(undated.not_by.empty());
}

}  // namespace dateline
