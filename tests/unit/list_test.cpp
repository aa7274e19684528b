// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/list.h"

#include <doctest/doctest.h>

#include <sstream>

#include "common/error.h"
#include "common/terminal.h"
#include "tests/unit/golden.h"
#include "tests/unit/rendered_text.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

std::string listed(const SearchResult& result, const TextOptions& options,
                   std::string_view columns = usual_list_columns) {
    std::ostringstream out;
    render_list(result, list_columns(columns), options, out);
    return out.str();
}

constexpr std::string_view all_columns = "id,rank,day,outlet,author,section,archive,title,place";

TEST_CASE("the list looks as agreed") {
    check_golden("list-80.txt", listed(sample_result(), {}));
    check_golden("list-80-color.txt", listed(sample_result(), {.color = true}));
    check_golden("list-200.txt", listed(sample_result(), {.width = 200}, all_columns));
    check_golden("list-archives.txt", listed(archives_result(), {.width = 120}, all_columns));
}

TEST_CASE("a hit is one line, as wide as asked at any width that has room for a title") {
    for (std::size_t width = 60; width <= 200; ++width) {
        const std::vector<std::string> lines =
            lines_of(without_colors(listed(sample_result(), {.color = true, .width = width})));
        CAPTURE(width);
        CHECK(lines.size() == sample_result().hits.size());
        for (const std::string& line : lines) {
            CAPTURE(line);
            CHECK(display_width(line) <= width);
            CHECK(!line.ends_with(' '));
        }
    }
}

TEST_CASE("columns stand below each other, whatever is in them") {
    SearchResult result;
    result.hits = {full_hit(), bare_hit(), full_hit()};
    result.hits[1].article.outlet = "\u6731\u9E6E\u7F51";  // characters two columns wide
    result.hits[1].outlet.text = result.hits[1].article.outlet;
    result.hits[2].rank = 1234;
    std::vector<std::size_t> places;
    for (Hit& hit : result.hits) hit.title = {"@", {}};
    for (const std::string& line : lines_of(listed(result, {})))
        places.push_back(display_width(line.substr(0, line.find('@'))));
    CHECK(places == std::vector<std::size_t>(3, places.front()));
}

TEST_CASE("copies are always told, words that are lacking where there is room") {
    SearchResult result;
    result.hits = {full_hit()};
    result.hits[0].title = {"Short", {}};
    result.hits[0].copies = HitCopies{};
    result.hits[0].copies->ids = {"a", "b"};
    result.hits[0].lacking = {"damage"};
    CHECK(listed(result, {}, "title") == "Short (+2)  without damage\n");
    CHECK(listed(result, {.width = 22}, "title") == "Short (+2)\n");
    result.hits[0].title = {"A title that is much too long for it", {{2, 7}, {22, 26}}};
    CHECK(listed(result, {.width = 24}, "title") == "A title that is\u2026 (+2)\n");
    result.hits[0].copies->ids.resize(10'499);
    CHECK(listed(result, {.width = 10}, "title") == " (+10,499)\n");
}

TEST_CASE("blanks around the names of columns do not count") {
    CHECK(list_columns("rank, day , title") == list_columns("rank,day,title"));
}

TEST_CASE("what is no list of columns is told with those there are") {
    for (const std::string_view typed : {"", "day,tile", "day,day", "day title", "*"}) {
        CAPTURE(typed);
        CHECK_THROWS_AS(list_columns(typed), Error);
    }
    CHECK(list_columns("title,day").size() == 2);
}

}  // namespace
}  // namespace dateline
