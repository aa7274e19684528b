// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/json.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "common/fields.h"
#include "searcher/render/lit_text.h"
#include "tests/unit/golden.h"
#include "tests/unit/json_schema.h"
#include "tests/unit/sample_result.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

std::string rendered(const SearchResult& result) {
    std::ostringstream out;
    render_json(result, out);
    return out.str();
}

SearchResult explained_result() {
    SearchResult result = sample_result();
    result.tree = {"all of", "  word pentagon"};
    result.facets = {{"outlet", {{"NPR", 3}, {"The Verge", 1}}, 2}};
    result.hits.resize(1);
    result.hits[0].parts = {{"title: pentagon", 8.1}, {"body: surveillance", 4.24567}};
    return result;
}

std::string rendered_lines(const SearchResult& result) {
    std::ostringstream out;
    render_json_lines(result, out);
    return out.str();
}

SearchResult whole_result() {
    SearchResult result = sample_result();
    result.hits.resize(1);
    Hit& hit = result.hits[0];
    hit.passages.clear();
    hit.summary = {hit.article.summary, {{0, 4}}};
    hit.text = lit("The [whole] body.\n\nIn \xFF[paragraphs].");
    return result;
}

TEST_CASE("JSON Lines are one object a line, the same as in the one object") {
    const Json whole = Json::parse(rendered(sample_result()));
    std::istringstream lines(rendered_lines(sample_result()));
    std::size_t i = 0;
    for (std::string line; std::getline(lines, line); ++i) {
        REQUIRE(i < whole["hits"].size());
        CHECK(Json::parse(line) == whole["hits"][i]);
    }
    CHECK(i == whole["hits"].size());
}

TEST_CASE("lines of counts tell what has no value, too") {
    std::istringstream lines(rendered_lines(pile_result()));
    std::vector<Json> unknown;
    std::size_t bars = 0;
    for (std::string line; std::getline(lines, line);) {
        const Json json = Json::parse(line);
        if (json.contains("period")) ++bars;
        if (json.value("period", Json("")).is_null() || json.value("value", Json("")).is_null())
            unknown.push_back(json["articles"]);
    }
    CHECK(bars == 6);
    CHECK(unknown == std::vector<Json>{4, 381, 4});
}

TEST_CASE("the JSON looks as agreed") {
    check_golden("result.json", rendered(sample_result()));
    check_golden("result-explain.json", rendered(explained_result()));
    check_golden("result-archives.json", rendered(archives_result()));
    check_golden("result-empty.json", rendered({}));
    check_golden("result-pile.json", rendered(pile_result()));
    check_golden("result-table.json", rendered(table_result()));
    check_golden("result-advice.json", rendered(empty_result()));
    check_golden("result-whole.json", rendered(whole_result()));
    check_golden("result.jsonl", rendered_lines(sample_result()));
    check_golden("pile.jsonl", rendered_lines(pile_result()));
}

TEST_CASE("the JSON can be read back, and says what the result says") {
    const SearchResult result = sample_result();
    const Json json = Json::parse(rendered(result));
    CHECK(json["schema"] == json_schema);
    CHECK(json["query"] == result.query);
    CHECK(json["hits"].size() == 3);
    const Json& hit = json["hits"][0];
    CHECK(hit["id"] == "0k3x9abcdefgh");
    CHECK(hit["match"] == "all");
    CHECK(json["hits"][1]["match"] == "some");
    CHECK(hit["outlet"] == "The Verge");
    CHECK(json["hits"][1]["outlet"].is_null());
    CHECK(hit["author"] == Json::array({"Hayden Field"}));
    CHECK(hit["date"] == "2026-02-26");
    CHECK(json["hits"][1]["date"] == "1987-03");
    CHECK(json["hits"][1]["date_precision"] == "month");
    CHECK(hit["derived"]["outlet"] == "host of the URL");
    CHECK(hit["file_exact"] == true);
    CHECK(json["hits"][2]["file_exact"] == false);
}

TEST_CASE("docs/json-output.md names every key of the schema") {
    std::ifstream file(DATELINE_SOURCE "/docs/json-output.schema.json");
    std::ifstream page(DATELINE_SOURCE "/docs/json-output.md");
    const std::string text{std::istreambuf_iterator<char>(page), {}};
    std::vector<nlohmann::json> schemas{nlohmann::json::parse(file)};
    while (!schemas.empty()) {
        const nlohmann::json schema = std::move(schemas.back());
        schemas.pop_back();
        if (!schema.is_structured()) continue;
        for (const nlohmann::json& inner : schema) schemas.push_back(inner);
        if (!schema.is_object() || !schema.contains("properties")) continue;
        for (const auto& [key, value] : schema["properties"].items()) {
            CAPTURE(key);
            CHECK(text.find("`" + key + "`") != std::string::npos);
        }
    }
}

TEST_CASE("the JSON is as docs/json-output.schema.json says, and every key is documented") {
    std::ifstream file(DATELINE_SOURCE "/docs/json-output.schema.json");
    JsonSchema schema(nlohmann::json::parse(file));
    const std::vector<std::string> none;
    CHECK(schema.faults(nlohmann::json::parse(rendered(sample_result()))) == none);
    CHECK(schema.faults(nlohmann::json::parse(rendered(explained_result()))) == none);
    for (const SearchResult& result :
         {SearchResult{}, pile_result(), table_result(), empty_result(), whole_result()})
        CHECK(schema.faults(nlohmann::json::parse(rendered(result))) == none);
    nlohmann::json wrong = nlohmann::json::parse(rendered(sample_result()));
    wrong["hits"][0]["rank"] = "1";
    wrong["hits"][1]["newer"] = 1;
    wrong.erase("notes");
    CHECK(schema.faults(wrong) == std::vector<std::string>{": lacks \"notes\"",
                                                           ".hits.0.rank: not \"integer\"",
                                                           ".hits.1.newer: not documented"});
}

TEST_CASE("spans are bytes of the text beside them") {
    const Json json = Json::parse(rendered(sample_result()));
    const Json& hit = json["hits"][0];
    const std::string title = hit["title"];
    const std::size_t begin = hit["lit"]["title"][0][0];
    const std::size_t end = hit["lit"]["title"][0][1];
    CHECK(title.substr(begin, end - begin) == "Pentagon");
    const Json& passage = json["hits"][2]["passages"][0];
    const std::string text = passage["text"];
    const std::size_t lit_begin = passage["lit"][0][0];
    const std::size_t lit_end = passage["lit"][0][1];
    CHECK(text.substr(lit_begin, lit_end - lit_begin) == "ma\xEF\xBF\xBDtch");
}

TEST_CASE("JSON on a terminal is harmless, and loses nothing") {
    SearchResult result;
    result.query =
        "\x7F\xC2\x80\xC2\x9F\xC2\xA0\xE2\x80\xA9\xE2\x80\xAA\xE2\x80\xAE\xE2\x81\xA6\xE2\x81\xA9"
        "\x1b";
    const std::string json = rendered(result);
    CHECK(Json::parse(json)["query"] == result.query);
    CHECK(
        json.find("\\u007f\\u0080\\u009f\xC2\xA0\xE2\x80\xA9\\u202a\\u202e\\u2066\\u2069\\u001b") !=
        json.npos);
}

TEST_CASE("every stored field of the table is there, once, under its own name") {
    const Json json = Json::parse(rendered(sample_result()), nullptr, true);
    const Json& hit = json["hits"][0];
    std::vector<std::string> own{"id",   "rank",       "score",        "match", "date_precision",
                                 "file", "file_exact", "line",         "state", "derived",
                                 "lit",  "passages",   "more_passages"};
    for (const Field& field : fields()) {
        CAPTURE(field.name);
        const std::string name(field.name);
        CHECK(std::find(own.begin(), own.end(), name) == own.end());
        CHECK(hit.contains(name) == (field.number != 0));
        if (field.number != 0) own.push_back(name);
    }
    CHECK(hit.size() == own.size());
}

TEST_CASE("a field that can have several values is a list even with one or none") {
    const Json json = Json::parse(rendered(sample_result()));
    for (const Field& field : fields()) {
        if (field.number == 0) continue;
        CAPTURE(field.name);
        CHECK(json["hits"][1][std::string(field.name)].is_array() == field.several());
    }
}

TEST_CASE("scores that are no numbers do not break the JSON") {
    SearchResult result = sample_result();
    result.hits[0].score = std::numeric_limits<double>::quiet_NaN();
    result.hits[1].score = std::numeric_limits<double>::infinity();
    const Json json = Json::parse(rendered(result));
    CHECK(json["hits"][0]["score"].is_null());
    CHECK(json["hits"][1]["score"].is_null());
}

TEST_CASE("random bytes give valid JSON in valid UTF-8") {
    std::mt19937 random(4);
    const auto bytes = [&] {
        std::string text;
        for (auto i = random() % 60; i > 0; --i) text += static_cast<char>(random() % 256);
        return text;
    };
    for (int round = 0; round < 1000; ++round) {
        SearchResult result = sample_result();
        result.query = bytes();
        result.notes = {bytes()};
        Hit& hit = result.hits[0];
        hit.file = bytes();
        hit.article.tags = {bytes(), bytes()};
        hit.article.derived = {{bytes(), bytes()}};
        hit.passages[0].text = {bytes(), {{static_cast<std::uint32_t>(random() % 70), 50}}};
        const std::string json = rendered(result);
        CHECK(Json::accept(json));
        CHECK(valid_utf8(json) == json);
    }
}

}  // namespace
}  // namespace dateline
