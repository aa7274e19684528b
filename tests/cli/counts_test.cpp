// SPDX-License-Identifier: GPL-2.0-or-later
// Counts beside what they count: peaks and their bars, dates left out, habits of the configuration.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::json;

void write_article(const Sandbox& sandbox, const std::string& name, const std::string& date,
                   const std::string& text) {
    const std::string line = date.empty() ? "" : "date: " + date + "\n";
    sandbox.write("articles/" + name + ".md",
                  "---\ntitle: About " + name + "\n" + line + "---\n\n" + text + "\n");
}

Json json_of(const Sandbox& sandbox, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "--json");
    return Json::parse(sandbox.search(arguments).out);
}

}  // namespace

TEST_CASE("the article beside a bar is one that the bar counts") {
    const Sandbox sandbox;
    write_article(sandbox, "month", "2019-11", "Grain, grain, and again grain.");
    for (const char* day : {"01", "03", "05", "07"})
        write_article(sandbox, "day" + std::string(day), "2019-11-" + std::string(day),
                      "A ship carried some grain to the harbour in the night.");
    for (const char* name : {"a", "b", "c"})
        write_article(sandbox, name, "2019-11-05", "The grain came late to the harbour again.");
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const Json timeline = json_of(sandbox, {"--timeline=day", "grain"})["timeline"];
    CHECK(timeline["coarse"] == 1);
    int peaks = 0;
    for (const Json& bar : timeline["bars"]) {
        if (!bar.contains("peak")) continue;
        ++peaks;
        const std::string id = bar["peak"]["id"];
        CHECK(json_of(sandbox, {"--show", id})["hits"][0]["date"] == bar["first"]);
    }
    CHECK(peaks > 0);
}

TEST_CASE("articles without a date that a filter left out are told of all that are listed") {
    const Sandbox sandbox;
    write_article(sandbox, "dated", "2019-11-05", "The grain came late.");
    write_article(sandbox, "undated", "", "The grain never came.");
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const Json some = json_of(sandbox, {"--since=2018", "grain", "pentagon"});
    CHECK(some["counts"]["some"] == 1);
    CHECK(some["counts"]["undated_left_out"] == 1);
    CHECK(json_of(sandbox, {"--since=2018", "--all", "grain",
                            "pentagon"})["counts"]["undated_left_out"] == 0);
}

TEST_CASE("counts heed the configuration's any as the list does") {
    const Sandbox sandbox;
    write_article(sandbox, "one", "2019", "Only grain.");
    write_article(sandbox, "two", "2019", "Grain and prices.");
    REQUIRE(sandbox.index({"articles"}).status == 0);
    sandbox.write(".config/dateline/config", "any = yes\n");
    CHECK(sandbox.search({"--count", "grain", "prices"}).out == "2\n");
    CHECK(json_of(sandbox,
                  {"--by=year", "grain", "prices"})["facets"][0]["counts"][0]["articles"] == 2);
}

}  // namespace dateline::cli
