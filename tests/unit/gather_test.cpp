// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/gather/gather.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "common/error.h"
#include "common/fields.h"
#include "searcher/archives/find_article.h"
#include "searcher/gather/story_news.h"
#include "searcher/match/these_articles.h"
#include "tests/unit/dealt_index.h"
#include "tests/unit/made_copies.h"
#include "tests/unit/paged_archive.h"

namespace dateline {
namespace {

/// The index of corpus/.
const std::string& corpus() {
    static const PagedArchive made(DATELINE_SOURCE "/corpus");
    static const std::string index = made.index();
    return index;
}

SearchRequest about(SubjectKind kind, const std::string& which) {
    SearchRequest request;
    request.subject = Subject{kind, {which, ""}, 0};
    request.sort = SortOrder::oldest;
    request.some_words = false;
    request.check_files = false;
    request.today = small_index_day;
    return request;
}

/// "000 001": the articles of corpus/ in their order.
std::string numbers(const SearchResult& result) {
    std::string line;
    for (const Hit& hit : result.hits)
        line += (line.empty() ? "" : " ") + hit.article.path.substr(0, 3);
    return line;
}

std::string ids(const SearchResult& result) {
    std::string line;
    for (const Hit& hit : result.hits) line += (line.empty() ? "" : " ") + hit.article.id;
    return line;
}

std::string day_shown(const SearchResult& result, std::size_t hit) {
    return to_string(result.hits.at(hit).article.published.value());
}

constexpr const char* first_of_corpus = "001_d4cf1f06fdc1cb96.txt";

}  // namespace

TEST_CASE("the five articles of corpus/ are one story, in order of time, each with what is new") {
    std::set<std::string> orders;
    for (const char* path :
         {"000_1b0bc9f0c32a3fa6.txt", first_of_corpus, "002_9c0ad20c70d1b311.txt",
          "003_671bf0bf24d0f2cd.txt", "004_471783cd0c4da65b.txt"}) {
        CAPTURE(std::string(path));
        const SearchResult story = search(corpus(), about(SubjectKind::story, path));
        REQUIRE(story.hits.size() == 5);
        orders.insert(numbers(story));
        for (const Hit& hit : story.hits) {
            CAPTURE(hit.article.path);
            REQUIRE(hit.story.has_value());
            CHECK(hit.story->fresh.has_value() == (hit.rank > 2));
            CHECK(hit.story->fresh.value_or(.5) > 0);
            CHECK(hit.story->fresh.value_or(.5) < 1);
            CHECK((hit.story->score == 1) == (hit.article.path == path));
            if (hit.rank > 1) {
                CHECK(day_shown(story, hit.rank - 2) <= day_shown(story, hit.rank - 1));
                CHECK(hit.passages.size() == 1);
            }
        }
        REQUIRE(story.coverage.has_value());
        CHECK(story.coverage->covered.size() == 3);  // two have no outlet
        CHECK(story.coverage->not_by.empty());
        CHECK(story.related.empty());
    }
    CHECK(orders.size() == 1);
}

TEST_CASE("words, filters, counts and pages narrow a story as any list") {
    SearchRequest request = about(SubjectKind::story, first_of_corpus);
    const std::string all = numbers(search(corpus(), request));
    const auto narrowed = [&](const std::string& query) {
        SearchRequest narrower = request;
        narrower.query = query;
        return search(corpus(), narrower);
    };
    CHECK(numbers(narrowed("bloomberg OR huawei")).size() == 7);  // two of them
    CHECK(narrowed("zzzz").hits.empty());
    SearchRequest page = request;
    page.offset = 2;
    page.limit = 2;
    CHECK(numbers(search(corpus(), page)) == all.substr(8, 7));
    CHECK(search(corpus(), page).more);
    SearchRequest counted = request;
    counted.count_only = true;
    counted.counts.by = {"outlet"};
    const SearchResult counts = search(corpus(), counted);
    REQUIRE(counts.facets.size() == 1);
    std::uint64_t articles = counts.facets[0].unknown;
    for (const FacetCount& each : counts.facets[0].counts) articles += each.articles;
    CHECK(articles == 5);
    SearchRequest one_outlet = request;
    one_outlet.filters = {{"outlet", {"The Verge"}}};
    CHECK(numbers(search(corpus(), one_outlet)) == "001");
}

TEST_CASE("the story of a hit is that of its article") {
    SearchRequest by_hit = about(SubjectKind::story, "");
    by_hit.query = "surveillance pentagon";
    SearchRequest words;
    words.query = by_hit.query;
    words.today = small_index_day;
    const SearchResult list = search(corpus(), words);
    by_hit.sort = SortOrder::relevance;
    by_hit.some_words = true;
    for (std::uint32_t number = 1; number <= 3; ++number) {
        by_hit.subject->hit = number;
        const SearchResult story = search(corpus(), by_hit);
        const SearchResult by_id =
            search(corpus(), about(SubjectKind::story, list.hits[number - 1].article.id));
        CHECK(ids(story) == ids(by_id));
        for (std::size_t i = 0; i < story.hits.size(); ++i)
            CHECK(story.hits[i].story == by_id.hits[i].story);
    }
    by_hit.subject->hit = 99;
    CHECK_THROWS_WITH_AS(search(corpus(), by_hit), "there is no hit 99", Error);
}

TEST_CASE("where a quotation stands is listed in order of time") {
    const SearchResult typed =
        search(corpus(), about(SubjectKind::quotation, "these threats do not change our position"));
    CHECK(typed.hits.size() == 5);
    for (const Hit& hit : typed.hits) {
        CAPTURE(hit.article.path);
        REQUIRE(hit.passages.size() == 1);
        CHECK(hit.passages[0].said.has_value());
        CHECK(hit.passages[0].text.lit.size() == 1);
        if (hit.rank > 1) CHECK(day_shown(typed, hit.rank - 2) <= day_shown(typed, hit.rank - 1));
    }
    CHECK(numbers(search(corpus(), about(SubjectKind::quotation, "003_671bf0bf24d0f2cd.txt")))
              .size() == 19);
    CHECK(search(corpus(), about(SubjectKind::quotation, "no such words were said")).hits.empty());
}

TEST_CASE("the copies of an article are listed in order of time, those that hold it at the end") {
    const std::string text = words(1, 200);
    const std::vector<Article> articles{
        made_article("late", "Late", text, "2026-02-04"),
        made_article("digest", "Digest", words(2, 400) + text, "2026-02-01"),
        made_article("first", "First", text + words(3, 40), "2026-02-02"),
        made_article("other", "Other", words(4, 200), "2026-02-02"),
        made_article("cut", "Cut", words(1, 100), "2026-02-03"),
    };
    const SmallIndex one(articles);
    const DealtIndex three(articles, 3);
    for (const auto& archives : {std::vector<NamedFolder>{{"", one.path()}}, three.named()}) {
        const SearchResult copies = search(archives, about(SubjectKind::copies, "late"));
        CHECK(ids(copies) == "first cut late digest");
        REQUIRE(copies.hits.size() == 4);
        CHECK(copies.hits[0].copy->first);
        CHECK(copies.hits[1].copy->kind == CopyKind::cut);
        CHECK(copies.hits[2].copy->kind == CopyKind::same);
        CHECK(copies.hits[3].copy->kind == CopyKind::around);
        CHECK(ids(search(archives, about(SubjectKind::copies, "other"))) == "other");
        CHECK_THROWS_AS(search(archives, about(SubjectKind::copies, "nothing")), Error);
    }
}

TEST_CASE("a hit tells in how many outlets its text is, who was first, and what the others made") {
    std::vector<Article> articles{
        made_article("b", "Grain", words(1, 200), "2026-02-02"),
        made_article("c", "Grain", words(1, 100), "2026-02-03"),
        made_article("a", "Grain", words(1, 200) + words(2, 20), "2026-02-01"),
        made_article("d", "Grain", words(1, 200), "2026-02-04"),
        made_article("e", "Grain", words(1, 200), "2026-02-05"),
        made_article("z", "Grain", words(9, 200), "2026-02-06"),
    };
    const char* outlets[] = {"Post", "Times", "Reuters", "THE POST", "Times", "Post"};
    for (std::size_t i = 0; i < 6; ++i) articles[i].outlet = outlets[i];
    const SmallIndex index(articles);
    SearchRequest request;
    request.copies = CopyMode::fold;
    request.sort = SortOrder::newest;
    const SearchResult result = index.ask(request, "grain");
    REQUIRE(result.hits.size() == 2);
    CHECK_FALSE(result.hits[0].copies.has_value());
    CHECK(result.hits[1].article.id == "e");
    const HitCopies copies = result.hits[1].copies.value();
    CHECK(copies.ids == std::vector<std::string>{"a", "b", "c", "d"});
    CHECK(copies.outlets == 3);  // "THE POST" is another name
    CHECK(copies.first == FirstCopy{"a", "Reuters", parse_iso_date("2026-02-01")});
    CHECK_FALSE(copies.is_first);
    CHECK(copies.kinds ==
          std::map<CopyKind, std::uint64_t>{{CopyKind::same, 3}, {CopyKind::cut, 1}});
    CHECK(result.texts == 2U);
    CHECK(result.all_words.number == 6);
}

TEST_CASE("what is new is told against earlier days alone") {
    const auto article = [](const char* id, const std::string& more, const char* date) {
        return made_article(id, "Harbour strike",
                            "The harbour strike of the crane drivers began on Monday morning. "
                            "The union of the crane drivers asked for higher wages.\n\n" +
                                more,
                            date);
    };
    const std::vector<Article> articles{
        article("first", "", "2026-02-01"),
        article("second", "The mayor Hanna Lindqvist offered mediation in Rotterdam.",
                "2026-02-02"),
        article("same-day", "The mayor Hanna Lindqvist offered mediation in Rotterdam.",
                "2026-02-02"),
        article("third", "The mayor Hanna Lindqvist offered mediation in Rotterdam.", "2026-02-03"),
    };
    const SmallIndex index(articles);
    const auto shared = [&](Xapian::docid docid) { return news_in(index.archives(), docid); };
    CHECK_FALSE(shared(1).share.has_value());
    CHECK(shared(1).passages.empty());
    for (const Xapian::docid docid : {2U, 3U}) {
        CAPTURE(docid);
        REQUIRE(shared(docid).passages.size() == 1);
        CHECK(shared(docid).passages[0].text.text ==
              "The mayor Hanna Lindqvist offered mediation in Rotterdam.");
        CHECK(shared(docid).share.value() > .2);
        CHECK(shared(docid).share.value() < .5);
    }
    CHECK(shared(4).share == 0.);
    CHECK(shared(4).passages.empty());
}

TEST_CASE("a list of certain articles has these, however they are named, of several archives too") {
    const std::vector<Article> articles = many_articles(30);
    const SmallIndex one(articles);
    const DealtIndex three(articles, 3);
    for (const Archives* archives : {&one.archives(), &three.archives()}) {
        const std::vector<Xapian::docid> all = all_articles(*archives);
        const auto found = [&](const std::vector<Xapian::docid>& asked, bool with_word) {
            Xapian::Query query = these_articles(*archives, asked);
            if (with_word) query &= Xapian::Query(make_term("", "quiet"));
            Xapian::Enquire enquire(archives->all());
            enquire.set_query(query);
            enquire.set_docid_order(Xapian::Enquire::ASCENDING);
            enquire.set_weighting_scheme(Xapian::BoolWeight());
            const Xapian::MSet matches = enquire.get_mset(0, 100);
            std::vector<Xapian::docid> docids(matches.begin(), matches.end());
            std::ranges::sort(docids);
            return docids;
        };
        std::vector<Xapian::docid> some;
        for (std::size_t i = 0; i < all.size(); i += 4) some.push_back(all[i]);
        std::vector<Xapian::docid> backward(some.rbegin(), some.rend());
        backward.insert(backward.end(), some.begin(), some.end());
        for (const bool with_word : {false, true}) {
            CHECK(found(all, with_word) == all);
            CHECK(found(some, with_word) == some);
            CHECK(found(backward, with_word) == some);
            CHECK(found({}, with_word).empty());
        }
    }
}

TEST_CASE("an article is found by its id, by its archive's name and id, and by its path") {
    const DealtIndex three({made_article("one", "One", "text"), made_article("two", "Two", "text"),
                            made_article("six", "Six", "text")},
                           3);
    const Archives& archives = three.archives();
    for (const Xapian::docid docid : all_articles(archives)) {
        const Article article = display_of(archives.at(docid));
        CAPTURE(article.id);
        CHECK(find_article(archives, {article.id, ""}) == std::vector<Xapian::docid>{docid});
        CHECK(find_article(archives, {article.archive + ":" + article.id, ""}) ==
              std::vector<Xapian::docid>{docid});
        const std::string elsewhere = article.archive == "a" ? "b:" : "a:";
        CHECK(find_article(archives, {elsewhere + article.id, ""}).empty());
    }
    CHECK(find_article(archives, {"nothing", ""}).empty());
    CHECK(find_article(archives, {"", ""}).empty());
}

}  // namespace dateline
