// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/quote_search.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "common/error.h"
#include "searcher/passages/place_passage.h"
#include "searcher/study.h"
#include "tests/unit/paged_archive.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

constexpr std::string_view typed_words = "these threats do not change our position";

/// Articles that have one quotation in several forms.
std::vector<Article> quoting_articles() {
    struct Row {
        const char* id;
        const char* date;
        const char* body;
    };
    const std::vector<Row> rows{
        {"whole", "2026-02-10",
         "It began on Monday. “These threats do not change our position: we cannot in good "
         "conscience accede to their request,” Dario Amodei said. It went on."},
        {"cut", "2026-02-11",
         "The “threats do not change our position,” Dario Amodei said on Friday."},
        {"bracketed", "2026-02-11",
         "He was clear. “[T]hese threats do not change our position,” Dario Amodei wrote."},
        {"split", "2026-02-12",
         "“These threats do not change,” Dario Amodei said, “our position: we cannot in good "
         "conscience accede to their request.”"},
        {"ellipsis", "2026-02-12",
         "“These threats … we cannot in good conscience accede to their request,” he said."},
        {"unmarked", "2026-02-13",
         "The company let it be known that these threats do not change our position at all."},
        {"late", "2026-05-01",
         "Again: “These threats do not change our position,” Dario Amodei said in May."},
        {"undated", "", "Again “These threats do not change our position” is what was heard."},
        {"other", "2026-02-11",
         "“These talks do not change our minds, and the position is open,” Dario Amodei said."},
    };
    std::vector<Article> made;
    for (const Row& row : rows) made.push_back(made_article(row.id, row.id, row.body, row.date));
    return made;
}

std::string text_of(const std::string& body, Span span) {
    return body.substr(span.begin, span.end - span.begin);
}

/// Where it was found: "id: the words in common", in order of ids.
std::set<std::string> found(QuoteFinder& finder, const AskedQuotation& asked) {
    std::set<std::string> lines;
    for (const QuotedPlace& place : finder.places_of(asked)) {
        const Article& article = finder.article(place.docid).article;
        REQUIRE(place.shared.size() == 1);
        lines.insert(article.id + ": " + text_of(article.body, place.shared.front()));
    }
    return lines;
}

const QuotedPlace& place_in(QuoteFinder& finder, const std::vector<QuotedPlace>& places,
                            const std::string& id) {
    const auto found = std::ranges::find_if(places, [&](const QuotedPlace& place) {
        return finder.article(place.docid).article.id == id;
    });
    REQUIRE(found != places.end());
    return *found;
}

/// The archive of corpus/.
struct Corpus {
    Corpus()
        : paged(DATELINE_SOURCE "/corpus"),
          archives({{"", paged.index(), open_index(paged.index()),
                     read_info(open_index(paged.index()))}}) {}

    PagedArchive paged;
    Archives archives;
};

const Corpus& corpus() {
    static const Corpus made;
    return made;
}

}  // namespace

TEST_CASE("typed words are found as quotations, cut, in brackets, in parts and without marks") {
    const SmallIndex index(quoting_articles());
    QuoteFinder finder(index.archives());
    const std::set<std::string> whole_words{"whole: These threats do not change our position",
                                            "cut: threats do not change our position",
                                            "bracketed: T]hese threats do not change our position",
                                            "split: These threats do not change",
                                            "unmarked: these threats do not change our position",
                                            "late: These threats do not change our position",
                                            "undated: These threats do not change our position"};
    CHECK(found(finder, QuoteFinder::typed(typed_words)) == whole_words);
    CHECK(found(finder, QuoteFinder::typed("“These threats do not change our position.”")) ==
          whole_words);
    CHECK(found(finder, QuoteFinder::typed("good conscience accede")).size() == 3);
    for (const char* typed : {"", "position", "our position", "…", "no such words stand there"}) {
        CAPTURE(typed);
        CHECK(found(finder, QuoteFinder::typed(typed)).empty());
    }
}

TEST_CASE("of a place it is told who said it there, and how much of it is not there") {
    const SmallIndex index(quoting_articles());
    QuoteFinder finder(index.archives());
    const auto places = finder.places_of(QuoteFinder::typed(typed_words));
    struct Row {
        const char* id;
        const char* speaker;
        bool in_marks;
        std::uint64_t left_out;
        std::size_t longer;
        const char* marked;
    };
    const std::vector<Row> rows{
        {"whole", "Dario Amodei", true, 0, 9,
         "“These threats do not change our position: we cannot in good conscience accede to their "
         "request,”"},
        {"cut", "Dario Amodei", true, 1, 0, "“threats do not change our position,”"},
        {"bracketed", "Dario Amodei", true, 0, 0, "“[T]hese threats do not change our position,”"},
        {"unmarked", "", false, 0, 0, "these threats do not change our position"},
        {"undated", "", true, 0, 0, "“These threats do not change our position”"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.id));
        const QuotedPlace& place = place_in(finder, places, row.id);
        CHECK(place.said.speaker == row.speaker);
        CHECK(place.said.in_marks == row.in_marks);
        CHECK(place.said.left_out == row.left_out);
        if (row.in_marks) CHECK(place.longer == row.longer);
        CHECK(text_of(finder.article(place.docid).article.body, place.marked) == row.marked);
    }
}

TEST_CASE("a quotation of an article is found where it is quoted too, within two weeks") {
    const SmallIndex index(quoting_articles());
    QuoteFinder finder(index.archives());
    CHECK(found(finder, finder.of_article(1, 0)) ==
          std::set<std::string>{
              "whole: These threats do not change our position: we cannot in good conscience "
              "accede to their request",
              "cut: threats do not change our position",
              "bracketed: T]hese threats do not change our position",
              "split: our position: we cannot in good conscience accede to their request",
              "ellipsis: we cannot in good conscience accede to their request"});
    const std::set<std::string> in_parts = found(finder, finder.of_article(4, 0));
    CHECK(
        in_parts.contains("whole: our position: we cannot in good conscience accede to their "
                          "request"));
    const QuotedPlace own = finder.place_in(4, 0);
    CHECK(own.words == 16);
    CHECK(own.shared.size() == 2);
    CHECK(own.said.speaker == "Dario Amodei");
    CHECK(own.marked.begin == 0);
    CHECK(own.marked.end == finder.article(4).article.body.size());
}

TEST_CASE("the five articles of corpus/ have one quotation in four forms, whoever of them asks") {
    const Archives& archives = corpus().archives;
    QuoteFinder finder(archives);
    const auto typed = finder.places_of(QuoteFinder::typed(typed_words));
    CHECK(typed.size() == 5);
    for (const QuotedPlace& place : typed) {
        const QuotingArticle& quoting = finder.article(place.docid);
        CAPTURE(quoting.article.path);
        CHECK(place.said.in_marks);
        CHECK(text_of(quoting.article.body, place.shared.front()).find("change our position") !=
              std::string::npos);
        std::size_t number = 0;
        while (quoting.utterances[number].marked != place.marked) ++number;
        CHECK(finder.places_of(finder.of_article(place.docid, number)).size() == 5);
    }
}

TEST_CASE("the quotations of an article are told with who said them and where else they stand") {
    const SmallIndex index(quoting_articles());
    SearchRequest request;
    request.today = small_index_day;
    const auto study = [&](const char* id) {
        return study_article({{"", index.path()}}, request, {StudyKind::quotations, {id, ""}, {}});
    };
    const SearchResult whole = study("whole");
    REQUIRE(whole.hits.size() == 1);
    REQUIRE(whole.hits[0].passages.size() == 1);
    const Said said = whole.hits[0].passages[0].said.value();
    CHECK(said.speaker == "Dario Amodei");
    CHECK(said.named);
    CHECK(said.others.value_or(99) == 4);
    CHECK(said.left_out == 0);
    const Said cut = study("cut").hits.at(0).passages.at(0).said.value();
    CHECK(cut.others.value_or(99) == 2);  // not in parts, nor far in time
    CHECK(cut.left_out == 10U);           // "these" before it, nine words behind it
    CHECK(study("unmarked").hits.at(0).passages.empty());
    CHECK(study("unmarked").all_words.number == 1);
    CHECK_THROWS_WITH_AS(study("nothing"), "there is no article 'nothing' in the index", Error);
}

TEST_CASE("the quotations of an article do not count where they stand in its own copies") {
    std::vector<Article> articles = quoting_articles();
    std::string body = articles[0].body;
    for (int i = 0; i < 40; ++i) body += " Word" + std::to_string(i) + " stood here.";
    articles[0].body = body;
    articles.push_back(made_article("copy", "copy", body, "2026-02-11"));
    const SmallIndex index(articles);
    SearchRequest request;
    request.today = small_index_day;
    const SearchResult studied =
        study_article({{"", index.path()}}, request, {StudyKind::quotations, {"whole", ""}, {}});
    CHECK(studied.hits.at(0).passages.at(0).said->others.value_or(99) == 4);
}

TEST_CASE("a place is shown in its sentences, of long ones a piece around it") {
    Article article;
    article.body = "One is here. Two “is quoted. And goes” on. Three is there.";
    const auto place_of = [&](const std::string& text) {
        const auto begin = static_cast<std::uint32_t>(article.body.find(text));
        return Span{begin, begin + static_cast<std::uint32_t>(text.size())};
    };
    const auto shown = [&](const std::string& text) {
        return text_of(article.body, passage_around(article, place_of(text), {}).span);
    };
    CHECK(shown("is here") == "One is here.");
    CHECK(shown("“is quoted. And goes”") == "Two “is quoted. And goes” on.");
    CHECK(shown("there.") == "Three is there.");
    CHECK(shown(article.body) == article.body);
    const Passage lit = passage_around(article, place_of("quoted"), {place_of("is")});
    CHECK(lit.lit == std::vector<Span>{place_of("is")});
    CHECK_FALSE(lit.cut_before);
    CHECK_FALSE(lit.cut_after);

    article.body.clear();
    for (int i = 0; i < 300; ++i) article.body += "word" + std::to_string(i) + " ";
    const Passage piece = passage_around(article, place_of("word150 word151"), {});
    CHECK(piece.cut_before);
    CHECK(piece.cut_after);
    CHECK(piece.span.end - piece.span.begin <= 600);
    CHECK(shown("word150 word151").find(" word150 word151 ") != std::string::npos);
}

}  // namespace dateline
