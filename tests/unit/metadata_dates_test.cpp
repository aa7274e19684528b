// SPDX-License-Identifier: GPL-2.0-or-later
// The day of publication, and where it is found.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "tests/unit/resolved_article.h"

namespace {

using namespace dateline;

TEST_CASE("a date line of another day than the stated one gives no instant") {
    const Article article =
        resolved({{"date", {"2026-03-01"}, 1}},
                 "27 February 2026 16:42 (UTC+04:00)\n\nThe text follows here.");
    CHECK(published(article) == "2026-03-01");
    CHECK(article.instant == "");
}

TEST_CASE("of several keys the most trusted one counts, whatever their order in the file") {
    const Article article = resolved({{"created", {"2026-03-09"}, 1},
                                      {"date", {"2026-03-08"}, 2},
                                      {"pubDate", {"2026-03-07"}, 3},
                                      {"headline", {"The headline"}, 4},
                                      {"Title", {"The title"}, 5},
                                      {"permalink", {"/2026/03/story.html"}, 6},
                                      {"source_url", {"https://example.org/a"}, 7},
                                      {"deck", {"The deck"}, 8},
                                      {"summary", {"summary"}, 9}});
    CHECK(published(article) == "2026-03-07");
    CHECK(article.title == "The title");
    CHECK(article.url == "https://example.org/a");
    CHECK(article.summary == "The deck");
}

TEST_CASE("a day of creation or of change stands in for the day of publication, and says so") {
    const Article created =
        resolved({{"published", {"false"}, 1}, {"created", {"2026-05-09"}, 2}}, "It rained.");
    CHECK(published(created) == "2026-05-09");
    CHECK(derived(created, "date") == "created");
    const Article updated = resolved({{"lastmod", {"2026-05-09"}, 1}}, "It rained.");
    CHECK(derived(updated, "date") == "last updated");
}

TEST_CASE("dates that are impossible, ambiguous or no dates are reported with their line") {
    struct Row {
        std::string date;
        std::string message;
    };
    const Row rows[] = {
        {"2026-02-30", "date '2026-02-30' does not exist"},
        {"7/8/17", "date '7/8/17' is ambiguous: day or month may come first"},
        {"soon", "date 'soon' is not understood"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.date);
        const ResolvedArticle result = resolve(raw_article({{"date", {row.date}, 4}}, "It rained."),
                                               {"a.md", {}, ""}, outlets());
        CHECK_FALSE(result.article.published);
        CHECK(result.problems ==
              std::vector<Problem>{{"", 4, row.message, false, ProblemKind::bad_date}});
    }
}

TEST_CASE("the path or the URL settles which number is the month") {
    const Article by_path = resolved({{"date", {"7/8/17"}, 1}}, "It rained.", "2017/08/07/a.md");
    CHECK(published(by_path) == "2017-08-07");
    const Article by_url =
        resolved({{"date", {"7/8/17"}, 1}, {"url", {"https://example.org/2017/07/08/a"}, 2}});
    CHECK(published(by_url) == "2017-07-08");
}

TEST_CASE("without a stated date, that of the text, the path or the URL counts, in this order") {
    const RawField url{"url", {"https://example.org/2015/06/05/story"}, 1};
    const Article of_text =
        resolved({url}, "By Jane Doe\n\nFeb. 26, 2026\n\nIt rained all day.", "2014-01-02-x.md");
    CHECK(published(of_text) == "2026-02-26");
    CHECK(derived(of_text, "date") == "first lines of the text");
    const Article of_path = resolved({url}, "It rained.", "2014/2014-01-02-x.md");
    CHECK(published(of_path) == "2014-01-02");
    CHECK(derived(of_path, "date") == "file path");
    const Article of_url = resolved({url}, "It rained.");
    CHECK(published(of_url) == "2015-06-05");
    CHECK(derived(of_url, "date") == "URL");
    const Article of_key = resolved({{"path", {"2021/08/03/story"}, 1}}, "It rained.");
    CHECK(published(of_key) == "2021-08-03");
    CHECK(derived(of_key, "date") == "path");
}

}  // namespace
