// SPDX-License-Identifier: GPL-2.0-or-later
// Outlets, authors, sections and tags by their words, other names, hosts and whole values, end to
// end: filters, queries, counts and notes.
#include <doctest/doctest.h>

#include <cctype>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::json;
using Names = std::set<std::string>;

struct Clipping {
    std::string_view name;
    std::string_view head;
};

constexpr Clipping clippings[] = {
    {"online", "outlet: NPR Online News\nurl: https://www.npr.org/a\nauthor: Maggie Haberman\n"},
    {"npr", "outlet: NPR\nauthor: [Ann Lee Smith, Bob Ray]\nsection: US News\n"},
    {"guest", "outlet: Guest Writer\nurl: https://www.npr.org/b\nauthor: Ann Lee\n"},
    {"times", "outlet: New York Times (Online)\nurl: https://www.nytimes.com/c\n"},
    {"bbc", "outlet: BBC News\ntags: [supply chain, risk]\nsection: Opinion\n"},
    {"web", "outlet: CNN (Web News)\ntags: [chain of risk]\nsection: US\n"},
    {"loud", "outlet: OWN PAPER\nauthor: [Ann LEE, ann lee]\nsection: us\n"},
    {"own", "outlet: Own Paper\nauthor: Novruz Mamedov\n"},
    {"none", "tags: [supply]\n"},
};

const Sandbox& archive() {
    static const Sandbox sandbox;
    static const bool once = [] {
        for (const Clipping& each : clippings)
            sandbox.write("articles/" + std::string(each.name) + ".md",
                          "---\ntitle: The grain deal\ndate: 2026-02-03\n" +
                              std::string(each.head) +
                              "---\n\nThe pentagon has a demand for grain.\n");
        // Its title is made from the text.
        sandbox.write("articles/bare.md",
                      "---\ndate: 2026-02-03\nauthor: Novruz Mamedov\n---\n\n"
                      "the pentagon made a demand, and then it made another "
                      "one, which was longer than any headline would be.\n");
        REQUIRE(sandbox.index({"articles"}).status == 0);
        return true;
    }();
    (void)once;
    return sandbox;
}

Json json_of(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--json", "-n0"});
    return Json::parse(archive().search(arguments).out);
}

std::string small(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

Names found(const std::vector<std::string>& arguments) {
    Names names;
    const Json result = json_of(arguments);
    for (const Json& hit : result["hits"]) {
        const std::string path = hit["path"];
        names.insert(path.substr(0, path.find('.')));
    }
    return names;
}

}  // namespace

TEST_CASE("a filter and a field of the query find names by words, by other names and by host") {
    struct Row {
        std::string_view field;
        std::string_view typed;
        Names articles;
    };
    const Row rows[] = {
        {"outlet", "npr", {"online", "npr", "guest"}},
        {"outlet", "npr.org", {"online", "npr", "guest"}},
        {"outlet", "https://www.npr.org/", {"online", "npr", "guest"}},
        {"outlet", "NPR  Online", {"online"}},
        {"outlet", "online npr", {}},
        {"outlet", "nyt", {"times"}},
        {"outlet", "The New York Times", {"times"}},
        {"outlet", "new york t*", {"times"}},
        {"outlet", "npr.*", {"online", "npr", "guest"}},
        {"outlet", "nytimes*", {"times"}},
        {"outlet", "bbc", {"bbc"}},
        {"outlet", "cnn", {"web"}},
        {"outlet", "=NPR", {"npr"}},
        {"outlet", "=npr online news", {"online"}},
        {"outlet", "=npr*", {"npr", "online"}},
        {"section", "us", {"npr", "web", "loud"}},
        {"section", "=us", {"web", "loud"}},
        {"tag", "chain", {"bbc", "web"}},
        {"tag", "supply chain", {"bbc"}},
        {"tag", "=supply", {"none"}},
        {"tag", "chain risk", {}},
        {"author", "ann lee", {"npr", "guest", "loud"}},
        {"author", "=ann lee", {"guest", "loud"}},
        {"author", "smith bob", {}},
        {"outlet", "&", {}},
        {"author", "&", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.field);
        CAPTURE(row.typed);
        const bool whole = row.typed.starts_with('=');
        const std::string name(row.typed.substr(whole ? 1 : 0));
        CHECK(found({"--" + std::string(row.field), std::string(row.typed)}) == row.articles);
        CHECK(found({"grain", "--" + std::string(row.field), std::string(row.typed)}) ==
              row.articles);
        if (name == "&") continue;  // has no letters to look for
        CHECK(found({std::string(row.field) + ":" + (whole ? "=" : "") + "\"" + name + "\""}) ==
              row.articles);
    }
}

TEST_CASE("what --by counts, the whole value finds") {
    for (const std::string field : {"outlet", "author", "section"}) {
        const Json facet = json_of({"--by=" + field, "-n1"})["facets"][0];
        REQUIRE_FALSE(facet["counts"].empty());
        Names folded;
        for (const Json& count : facet["counts"]) {
            CAPTURE(count.dump());
            const std::string value = count["value"];
            CHECK(folded.insert(small(value)).second);
            CHECK(found({"--" + field, "=" + value}).size() == count["articles"]);
            CHECK(found({field + ":=\"" + value + "\""}).size() == count["articles"]);
        }
    }
}

TEST_CASE("a note names the outlets that were meant, and those left out") {
    const auto notes = [](const std::vector<std::string>& arguments) {
        return json_of(arguments)["notes"];
    };
    CHECK(notes({"--outlet", "nyt"}) ==
          Json{"outlet 'nyt' means New York Times (Online) (1 article in all)"});
    CHECK(notes({"--outlet=npr", "grain"}) ==
          Json{"outlet 'npr' means Guest Writer (1 article in all), NPR (1), NPR Online News (1)"});
    CHECK(notes({"grain", "-outlet:bbc"}) ==
          Json{"left out with outlet 'bbc': BBC News (1 article in all)"});
    CHECK(notes({"--outlet", "BBC  News"}) == Json::array());
    CHECK(notes({"--outlet", "npr.org"}) == Json{"outlet 'npr.org' means Guest Writer (1 article "
                                                 "in all), NPR (1), NPR Online News (1)"});
    CHECK(notes({"outlet:=NPR"}) == Json::array());
    CHECK(notes({"--outlet", "own", "--outlet", "own"}).size() == 1);
    CHECK(notes({"grain", "-outlet:(npr bbc)"}) == Json::array());
    CHECK(notes({"--outlet", "=npr*"}) ==
          Json{"outlet '=npr*' means NPR (1 article in all), NPR Online News (1)"});
    CHECK(notes({"--author", "lee"}) == Json::array());
    CHECK(notes({"outlet:\"n* y*\""}) ==
          Json{"outlet 'n* y*' means New York Times (Online) (1 article in all)"});
    CHECK(notes({"--outlet", "nytimes.*"}) ==
          Json{"outlet 'nytimes.*' means New York Times (Online) (1 article in all)"});
}

TEST_CASE("a name that no article has is told, with those spelt nearly so") {
    struct Row {
        std::vector<std::string> arguments;
        std::string field;
        std::string similar;
    };
    const Row rows[] = {
        {{"--author", "habermann"}, "author", "maggie haberman"},
        {{"author:habermann"}, "author", "maggie haberman"},
        {{"--author", "Maggy Habermann", "grain"}, "author", "maggie haberman"},
        {{"outlet:nprr"}, "outlet", "npr"},
        {{"--tag", "suply"}, "tag", "supply"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments.front());
        const Json missing = json_of(row.arguments)["missing"];
        REQUIRE(missing.size() == 1);
        CHECK(missing[0]["field"] == row.field);
        REQUIRE_FALSE(missing[0]["similar"].empty());
        CHECK(missing[0]["similar"][0]["word"] == row.similar);
    }
}

TEST_CASE("a name as a bare word goes with operators on places and ranges") {
    CHECK(found({"novruz AND date:2026 AND (pentagon w/5 demand)"}) == Names{"bare", "own"});
    CHECK(found({"novruz AND (pentagon w/5 demand)"}) == Names{"bare", "own"});
    CHECK(found({"outlet:npr AND date:2026 AND (pentagon w/5 demand)"}) ==
          Names{"guest", "npr", "online"});
    CHECK(found({"section:us AND caps(x OR the)"}).empty());
    CHECK(found({"outlet:nyt AND caps(\"THE\")"}).empty());
    CHECK(found({"tag:chain AND (=nai\u0308ve OR grain)"}) == Names{"bbc", "web"});
}

}  // namespace dateline::cli
