// SPDX-License-Identifier: GPL-2.0-or-later
// A story as it is gathered: with the copies of its articles, and with what is new in each.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "common/fields.h"
#include "searcher/gather/gather.h"
#include "searcher/gather/story_news.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

/// Twelve words of the event, each beside one of the article's own.
std::string text_of(std::size_t event, const std::string& own) {
    std::string text;
    for (std::size_t word = 0; word < 12; ++word)
        text += fmt::format("Event{}word{} happened before aside{}{}. ", event, word, own, word);
    for (std::size_t word = 0; word < 3; ++word)
        text += fmt::format("In {}harbour{} a {}spokesman told of it. ", own, word, own);
    return text;
}

Article dated(const std::string& id, const std::string& date, const std::string& clock = "") {
    Article article = made_article(id, "Event1word0 again", text_of(1, id), date);
    article.outlet = "Outlet " + id;
    if (!clock.empty()) article.instant = date + clock;
    return article;
}

/// Other events, so that the words of one are rare.
std::vector<Article> others() {
    std::vector<Article> made;
    for (std::size_t event = 2; event < 30; ++event)
        made.push_back(made_article(fmt::format("other{}", event), "Other",
                                    text_of(event, fmt::format("o{}x", event)), "2026-02-10"));
    return made;
}

std::vector<Article> with_others(std::vector<Article> articles) {
    std::ranges::move(others(), std::back_inserter(articles));
    return articles;
}

Xapian::docid number_of(const Archives& archives, const std::string& id) {
    return *archives.all().postlist_begin(make_term(id_prefix, id));
}

Gathered story_of_id(const Archives& archives, const std::string& id) {
    CopyFinder copies(archives);
    return gather_story({archives, copies, true}, number_of(archives, id));
}

/// The ids in their order, with a + where something is told of what is new.
std::string told(const Archives& archives, const std::string& asker) {
    const Gathered story = story_of_id(archives, asker);
    std::string text;
    for (const Xapian::docid docid : story.articles)
        text += display_of(archives.at(docid)).id + (story.story.at(docid).fresh ? "+ " : " ");
    return text;
}

}  // namespace

TEST_CASE("what is new is told beside earlier days, and of one day by the time if it is stated") {
    struct Row {
        std::vector<Article> articles;
        const char* told;
    };
    const std::vector<Row> rows{
        {{dated("a", "2026-02-10"), dated("b", "2026-02-10")}, "a b "},
        {{dated("a", "2026-02-10"), dated("b", "2026-02-11"), dated("c", "2026-02-11")},
         "a b+ c+ "},
        {{dated("a", "2026-02-10", "T12:00:00"), dated("b", "2026-02-10", "T10:00:00"),
          dated("c", "2026-02-10")},
         "a+ b c "},
        {{dated("a", "2026-02"), dated("b", "2026-02-11"), dated("c", "2026-03-01")}, "a b c+ "},
        {{dated("a", ""), dated("b", "")}, "a b "},
    };
    for (const Row& row : rows) {
        CAPTURE(row.told);
        const SmallIndex index(with_others(row.articles));
        CHECK(told(index.archives(), "a") == row.told);
    }
}

TEST_CASE("--story and --new-in tell the same of the article that asks") {
    const SmallIndex index(with_others(
        {dated("a", "2026-02-10"), dated("b", "2026-02-11", "T10:00:00"), dated("c", "2026-02-11"),
         dated("d", "2026-02-11", "T11:00:00"), dated("e", "2026-02-12"), dated("f", "")}));
    const Archives& archives = index.archives();
    for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
        CAPTURE(id);
        const Xapian::docid asker = number_of(archives, id);
        const Gathered story = story_of_id(archives, id);
        const News news = news_in(archives, asker);
        CHECK(story.story.at(asker).fresh == news.share);
        if (story.passages.contains(asker) && !story.passages.at(asker).empty()) {
            const std::string shown = story.passages.at(asker).front().text.text;
            CHECK(std::ranges::any_of(news.passages, [&](const ShownPassage& passage) {
                return passage.text.text == shown;
            }));
        }
    }
}

TEST_CASE("copies of the members of a story are of it, however many there are") {
    std::string body = "A docker told it. ";
    for (std::size_t word = 0; word < 12; ++word) body += fmt::format("Event1word{} again. ", word);
    std::vector<Article> articles{dated("asker", "2026-02-10")};
    articles.front().body = body;
    for (std::size_t i = 0; i < 170; ++i) {
        Article copy = dated("first", "2026-02-11");
        copy.id = copy.path = fmt::format("copy{:03}", i);
        copy.outlet = fmt::format("Outlet {:03}", i);
        articles.push_back(copy);
    }
    const SmallIndex index(with_others(articles));
    const Archives& archives = index.archives();
    const Gathered story = story_of_id(archives, "asker");
    CHECK(story.articles.size() == 171);
    REQUIRE(story.coverage.has_value());
    CHECK(story.coverage->covered.size() == 171);
    const StoryNote& note = story.story.at(number_of(archives, "copy000"));
    CHECK(note.score > 0);
    CHECK(note.days == 1);
    for (std::size_t i = 0; i < 170; ++i)
        CHECK(story.story.at(number_of(archives, fmt::format("copy{:03}", i))) == note);
    CHECK(story.related.empty());
}

TEST_CASE("a story is gathered alike from one archive and from two, in any order") {
    std::vector<Article> articles{dated("a", "2026-02-10"), dated("b", "2026-02-11"),
                                  dated("c", "2026-02-11"), dated("d", "")};
    for (const char* id : {"k", "j", "l"}) {
        Article copy = dated("b", "2026-02-12");
        copy.id = copy.path = id;
        articles.push_back(copy);
    }
    articles = with_others(articles);
    const SmallIndex whole(articles);
    std::vector<std::vector<Article>> dealt(2);
    for (std::size_t i = 0; i < articles.size(); ++i) dealt[i % 2].push_back(articles[i]);
    std::ranges::reverse(dealt[0]);
    const SmallIndex first(dealt[0]);
    const SmallIndex second(dealt[1]);
    const Archives both({second.archives().each().front(), first.archives().each().front()});
    for (const char* id : {"a", "b", "c", "d", "j"}) {
        CAPTURE(id);
        CHECK(told(both, id) == told(whole.archives(), id));
    }
}

TEST_CASE("a story without a day has no coverage") {
    const SmallIndex index(with_others({dated("a", ""), dated("b", ""), dated("c", "2026-02")}));
    CHECK_FALSE(story_of_id(index.archives(), "a").coverage.has_value());
}

}  // namespace dateline
