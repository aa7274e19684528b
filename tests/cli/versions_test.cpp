// SPDX-License-Identifier: GPL-2.0-or-later
// The built searcher on versions: what one changed of another under the same URL, and which of a
// day's copies was first by the time that it states.
#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/cli/harness_json.h"
#include "tests/unit/json_schema.h"
#include "tests/unit/made_text.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::json;
using Names = std::pair<std::string, std::string>;

struct Written {
    std::string name;
    std::string outlet;
    std::string date;
    std::string url;
    std::string text;
};

void write_article(const Sandbox& sandbox, const Written& article) {
    const std::string url = article.url.empty() ? "" : "\nurl: " + article.url;
    sandbox.write("articles/" + article.name + ".md",
                  "---\ntitle: Grain\noutlet: " + article.outlet + "\ndate: " + article.date + url +
                      "\n---\n\n" + article.text + "\n");
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Ids by the names of the articles, all of which have the word.
std::map<std::string, std::string> ids_of(const Sandbox& sandbox) {
    std::map<std::string, std::string> ids;
    const Json result = json_of(sandbox, {"--copies", "show", "grain"});
    for (const Json& hit : result["hits"]) {
        const std::string path = hit["path"];
        const std::size_t begin = path.rfind('/') + 1;
        ids[path.substr(begin, path.find('.', begin) - begin)] = hit["id"];
    }
    return ids;
}

/// Under one URL a page that was corrected, under another one that was written anew, each at first
/// in the file that comes last. Under a third a page of a single day.
const Sandbox& archive() {
    static const Sandbox sandbox;
    static const bool once = [] {
        const std::string corrected = "https://post.example/corrected?id=1&page=2";
        const std::string live = "https://post.example/live";
        const std::string noon = "https://post.example/noon";
        const std::string rest = " " + words(1, 150);
        for (const Written& article : {
                 Written{"z", "The Post", "2026-02-01", corrected,
                         "The grain deal was signed by 40 states, said Jane Doe." + rest},
                 Written{"y", "The Post", "2026-02-03", corrected,
                         "The grain deal was signed by 42 states, said Jane Roe." + rest},
                 Written{"x", "The Post", "2026-02-01", live, "Three grain ships left Odesa."},
                 Written{"w", "The Post", "2026-02-02", live,
                         "By night the last of them, laden with grain, came to Istanbul."},
                 Written{"v", "The Post", "2026-02-05T08:30:00Z", noon,
                         "Grain rose. " + words(4, 150)},
                 Written{"u", "The Post", "2026-02-05T12:30:00Z", noon,
                         "Grain fell. " + words(4, 150)},
                 Written{"alone", "The Post", "2026-02-05", "https://post.example/alone",
                         "Grain was not traded at all."},
             })
            write_article(sandbox, article);
        REQUIRE(sandbox.index({"articles"}).status == 0);
        return true;
    }();
    (void)once;
    return sandbox;
}

TEST_CASE("a later version of a page is compared with the first one under its URL") {
    auto ids = ids_of(archive());
    struct Row {
        std::string first;
        std::string second;
        std::vector<std::string> told;
    };
    const std::vector<Row> rows{
        {"z", "y", {"40 -> 42", "Jane Doe -> Jane Roe", "1 paragraph changed", "[-40-] {+42+}"}},
        {"x", "w", {"1 paragraph added, 1 dropped", "only in the second: Istanbul"}},
        {"v", "u", {"[-rose.-] {+fell.+}"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.second);
        const Output alone = archive().search({"--changes", ids[row.second]});
        CAPTURE(alone.out);
        CHECK(alone.status == 0);
        CHECK(alone.err.empty());
        for (const std::string& told : row.told) CHECK(contains(alone.out, told));
        const Output named = archive().search({"--changes", ids[row.first], ids[row.second]});
        CHECK(named.out == alone.out);
        const Output turned = archive().search({"--changes", ids[row.second], ids[row.first]});
        CHECK(turned.status == 0);
        CHECK(turned.out != alone.out);
        const Output equal = archive().search({"--changes", ids[row.first], ids[row.first]});
        CHECK(contains(equal.out, "no word is new"));
    }
}

TEST_CASE("the JSON of two versions names both and tells each word of them once") {
    auto ids = ids_of(archive());
    std::ifstream file(std::string(DATELINE_CORPUS) + "/../docs/json-output.schema.json");
    JsonSchema schema(Json::parse(file));
    for (const auto& [first, second] : {Names{"z", "y"}, Names{"x", "w"}, Names{"v", "u"}}) {
        CAPTURE(second);
        const Json result = json_of(archive(), {"--changes", ids[second]});
        const bool as_named = result == json_of(archive(), {"--changes", ids[first], ids[second]});
        CHECK(as_named);
        CHECK(schema.faults(result) == std::vector<std::string>{});
        CHECK(result["hits"].empty());
        const Json& changes = result["changes"];
        CHECK(changes["first"]["id"] == ids[first]);
        CHECK(changes["second"]["id"] == ids[second]);
        CHECK(changes["first"]["date"] <= changes["second"]["date"]);
        const Json& words = changes["counts"]["words"];
        CHECK(int{words["kept"]} + int{words["dropped"]} == int{words["first"]});
        CHECK(int{words["kept"]} + int{words["added"]} == int{words["second"]});
    }
    const Json corrected = json_of(archive(), {"--changes", ids["y"]})["changes"];
    CHECK(corrected["numbers"] == Json::parse(R"([{"first": "40", "second": "42"}])"));
    CHECK(corrected["counts"]["words"]["added"] == 2);
    const Json anew = json_of(archive(), {"--changes", ids["w"]})["changes"];
    CHECK(anew["counts"]["words"]["kept"] == 0);
    CHECK(anew["names"][0] == Json::parse(R"({"first": "Odesa", "second": null})"));
}

TEST_CASE("the first version has nothing before it, which is told with where the others are") {
    auto ids = ids_of(archive());
    const Output copied = archive().search({"--changes", ids["v"]});
    CHECK(copied.status == 1);
    CHECK(contains(copied.err, "is the first of its copies"));
    CHECK(contains(copied.err, "--copies-of " + ids["v"]));
    // These have no copies: what lists them would list the article alone. A page of another day
    // that has other numbers is taken for a form that was filled in anew.
    const std::vector<Names> versions{{"x", "url:\"https://post.example/live\""},
                                      {"z", "url:\"https://post.example/corrected?id=1&page=2\""}};
    for (const auto& [name, query] : versions) {
        CAPTURE(query);
        CHECK(json_of(archive(), {"--copies-of", ids[name]})["hits"].size() == 1);
        const Output anew = archive().search({"--changes", ids[name]});
        CHECK(anew.status == 1);
        CHECK(contains(anew.err, "is the first under its URL"));
        CHECK(contains(anew.err, "dateline-search '" + query + "' lists them"));
        CHECK(json_of(archive(), {query})["hits"].size() == 2);
    }
    const Output alone = archive().search({"--changes", ids["alone"]});
    CHECK(alone.status == 1);
    CHECK(contains(alone.err, "has no copy"));
}

TEST_CASE("of copies of one day the one that states the earlier time is the first") {
    struct Row {
        std::string what;
        std::string early;
        std::string late;
        bool known;  ///< the order of the two
    };
    const std::vector<Row> rows{
        {"in Greenwich", "2026-02-24T09:00:00Z", "2026-02-24T18:00:00Z", true},
        {"in other zones", "2026-02-24T18:00:00+09:00", "2026-02-24T10:00:00Z", true},
        {"one states none", "2026-02-24T23:00:00Z", "2026-02-24", false},
    };
    for (const Row& row : rows)
        // Neither the names of the files nor that the later one is longer decide.
        for (const auto& [early, late] : {Names{"a", "b"}, Names{"b", "a"}}) {
            CAPTURE(row.what);
            CAPTURE(early);
            const Sandbox sandbox;
            const std::string text = "Grain was dear. " + words(2, 120);
            write_article(sandbox, {early, "The Early Post", row.early, "", text});
            write_article(sandbox, {late, "The Late Post", row.late, "", text + words(3, 5)});
            REQUIRE(sandbox.index({"articles"}).status == 0);
            auto ids = ids_of(sandbox);

            const Json copies = json_of(sandbox, {"--copies-of", ids[late]});
            REQUIRE(copies["hits"].size() == 2);
            CHECK(copies["hits"][0]["id"] == ids[early]);
            CHECK(copies["hits"][0]["copy"]["kind"] == "first");
            CHECK(copies["hits"][1]["copy"]["kind"] == "same");
            const Output listed = sandbox.search({"--copies-of", ids[late]});
            CHECK(contains(listed.out, row.known ? "the first in this archive"
                                                 : "of the first day in this archive, as 1 other"));

            const std::string others = row.known ? "" : " and in 1 more";
            const Output later = sandbox.search({"--outlet", "The Late Post", "grain"});
            CHECK(contains(later.out, "; first The Early Post" + others + ", 2026-02-24"));
            const Output earlier = sandbox.search({"--outlet", "The Early Post", "grain"});
            CHECK(contains(earlier.out, "; first here" + others + ", 2026-02-24"));
            const Json hit = json_of(sandbox, {"--copies", "fold", "grain"})["hits"][0];
            CHECK(hit["copies"]["first"]["id"] == ids[early]);
            CHECK(hit["copies"]["is_first"] == (hit["id"] == ids[early]));
        }
}

}  // namespace
}  // namespace dateline::cli
