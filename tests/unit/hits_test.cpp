// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/hits.h"

#include <doctest/doctest.h>

#include "tests/unit/made_matchers.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

std::vector<Article> articles() {
    Article one = made_article("one", "The strike", "It was cold.\n\nA strike began in Genoa.");
    one.path = "2026/one.md";
    one.summary = "On a strike.";
    one.outlet = "Strike News";
    one.authors = {"Ann Lee", "Bob Strike"};
    return {one, made_article("two", "Other", "Nothing of the kind.")};
}

/// The hits of a query in its plan, of which the folders are known or not.
class Asked {
public:
    explicit Asked(const std::string& query, SearchRequest request = {}, bool with_root = true)
        : request_(std::move(request)) {
        request_.query = query;
        request_.today = small_index_day;
        Archive archive = index_.archives().each().front();
        if (with_root) archive.info.roots = {Root{.number = 0, .path = "/srv/archive"}};
        archives_.emplace(std::vector<Archive>{std::move(archive)});
        plan_.emplace(*archives_, parse_query(query, small_index_day), request_.filters,
                      request_.days);
        const ListMode mode = list_mode(request_, *plan_);
        list_ = ranked_list(*plan_, request_, mode);
        tell_lacking(*plan_, mode, list_.articles);
    }
    Asked(const Asked&) = delete;
    Asked& operator=(const Asked&) = delete;

    Hit hit(std::size_t number = 0) {
        REQUIRE(number < list_.articles.size());
        return make_hit(*plan_, request_, list_.articles[number], files_);
    }

private:
    SmallIndex index_{articles()};
    SearchRequest request_;
    std::optional<Archives> archives_;
    std::optional<SearchPlan> plan_;
    RankedList list_;
    FileCheck files_;
};

std::string marked(const LitText& text) {
    return marked(text.text, text.lit);
}

}  // namespace

TEST_CASE("a hit has the fields of its article, and what matched in them lit") {
    const Hit hit = Asked("strike").hit();
    CHECK(hit.article.id == "one");
    CHECK(hit.lacking.empty());
    CHECK(marked(hit.title) == "The [strike]");
    CHECK(marked(hit.outlet) == "[Strike] News");
    CHECK(marked(hit.authors) == "Ann Lee, Bob [Strike]");
    CHECK(hit.article.body.empty());
    CHECK_FALSE(hit.text);
}

TEST_CASE("the file is that of its folder, where that is known") {
    CHECK(Asked("strike").hit().file == "/srv/archive/2026/one.md");
    CHECK(Asked("strike", {}, false).hit().file == "2026/one.md");
}

TEST_CASE("a file that is gone is missing, unless nobody wants to know") {
    CHECK(Asked("strike").hit().state == FileState::missing);
    SearchRequest unchecked;
    unchecked.check_files = false;
    CHECK(Asked("strike", unchecked).hit().state == FileState::unchecked);
}

TEST_CASE("passages count their spans from their own beginning") {
    SearchRequest request;
    request.passages = {.most = 1, .passage_bytes = 25};
    const Hit hit = Asked("strike", request).hit();
    REQUIRE(hit.passages.size() == 1);
    const ShownPassage& passage = hit.passages[0];
    CHECK(marked(passage.text) == "A [strike] began in Genoa.");
    CHECK((passage.span == Span{14, 38}));
    CHECK_FALSE(passage.cut_before);
    CHECK(hit.more_passages == 0);
    request.with_passages = false;
    CHECK(Asked("strike", request).hit().passages.empty());
}

TEST_CASE("a whole article comes instead of its passages, its summary too") {
    SearchRequest request;
    request.whole = true;
    const Hit hit = Asked("strike", request).hit();
    CHECK(hit.passages.empty());
    REQUIRE(hit.text);
    CHECK(marked(*hit.text) == "It was cold.\n\nA [strike] began in Genoa.");
    CHECK(marked(hit.summary) == "On a [strike].");
}

TEST_CASE("all authors are wanted where a filter asks for one") {
    SearchRequest request;
    CHECK_FALSE(Asked("strike", request).hit().all_authors);
    request.filters = {{"outlet", {"strike news"}}};
    CHECK_FALSE(Asked("strike", request).hit().all_authors);
    request.filters.push_back({"author", {"ann lee"}});
    CHECK(Asked("strike", request).hit().all_authors);
}

TEST_CASE("a hit alone has no parts of a score, since nothing was ranked") {
    SearchRequest request;
    request.explain = true;
    CHECK(Asked("strike genoa", request).hit().parts.empty());
}

TEST_CASE("a hit names what it lacks of the words") {
    Asked asked("strike kind");
    CHECK(asked.hit(0).lacking.size() == 1);
    CHECK(asked.hit(1).lacking.size() == 1);
    CHECK(asked.hit(0).lacking != asked.hit(1).lacking);
}

}  // namespace dateline
