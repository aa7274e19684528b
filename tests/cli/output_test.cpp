// SPDX-License-Identifier: GPL-2.0-or-later
// The built searcher's counts, formats, single articles and advice, end to end.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "tests/cli/harness.h"
#include "tests/unit/json_schema.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::json;

std::string article(const std::string& title, const std::string& head, const std::string& body) {
    return "---\ntitle: " + title + "\n" + head + "---\n\n" + body + "\n";
}

/// Twelve articles, two of them undated, of three outlets and none, some with several authors.
const Sandbox& archive() {
    static const Sandbox sandbox;
    static const bool once = [] {
        const char* const outlets[] = {"Harbour Press", "The Verge", "Reuters", ""};
        for (int i = 0; i < 12; ++i) {
            std::string head;
            const std::string outlet = outlets[i % 4];
            if (!outlet.empty()) head += "outlet: " + outlet + "\n";
            if (i % 3 == 0) head += "author: [Anna Lee, Bo Chen]\n";
            if (i % 6 != 5)
                head +=
                    "date: 2025-" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1) + "-15\n";
            sandbox.write("articles/a" + std::to_string(i) + ".md",
                          article("Harbour strike number " + std::to_string(i), head,
                                  "Dockers went on strike in the harbour.\n\nThe second "
                                  "paragraph is about grain" +
                                      std::string(i < 4 ? " and pentagon contracts." : ".")));
        }
        REQUIRE(sandbox.index({"articles"}).status == 0);
        return true;
    }();
    (void)once;
    return sandbox;
}

Json json_of(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "--json");
    return Json::parse(archive().search(arguments).out);
}

std::map<std::string, int> counts(const Json& facet) {
    std::map<std::string, int> numbers;
    for (const Json& count : facet["counts"]) numbers[count["value"]] = count["articles"];
    return numbers;
}

struct ByHand {
    std::map<std::string, int> outlets;
    std::map<std::string, int> authors;
    std::map<std::string, int> months;
    std::map<std::string, int> years;
    int undated = 0;
    int without_outlet = 0;
};

ByHand counted_by_hand(const Json& hits) {
    ByHand counts;
    for (const Json& hit : hits) {
        if (hit["outlet"].is_null()) {
            ++counts.without_outlet;
        } else {
            ++counts.outlets[hit["outlet"]];
        }
        for (const Json& author : hit["author"]) ++counts.authors[author];
        if (hit["date"].is_null()) {
            ++counts.undated;
            continue;
        }
        ++counts.months[hit["date"].get<std::string>().substr(0, 7)];
        ++counts.years[hit["date"].get<std::string>().substr(0, 4)];
    }
    return counts;
}

}  // namespace

TEST_CASE("counts are those of all hits, counted one by one") {
    for (const std::vector<std::string>& query :
         std::vector<std::vector<std::string>>{{"strike"},
                                               {"pentagon"},
                                               {"strike", "-pentagon"},
                                               {"dockers /s harbour"},
                                               {"--outlet", "reuters"},
                                               {"--since", "2025-04", "strike"}}) {
        CAPTURE(query.front());
        std::vector<std::string> arguments = query;
        arguments.insert(arguments.end(),
                         {"-n0", "--by=outlet", "--by=author", "--by=month", "--by=year"});
        const Json result = json_of(arguments);
        const ByHand by_hand = counted_by_hand(result["hits"]);
        REQUIRE(result["facets"].size() == 4);
        CHECK(counts(result["facets"][0]) == by_hand.outlets);
        CHECK(result["facets"][0]["unknown"] == by_hand.without_outlet);
        CHECK(counts(result["facets"][1]) == by_hand.authors);
        CHECK(counts(result["facets"][2]) == by_hand.months);
        CHECK(result["facets"][2]["unknown"] == by_hand.undated);
        CHECK(counts(result["facets"][3]) == by_hand.years);
        CHECK(result["counts"]["all"] == result["hits"].size());
    }
}

TEST_CASE(
    "a timeline has no gaps, tells the undated, and shares are of all that pass the filters") {
    const Json timeline = json_of({"pentagon", "--timeline=month", "--share"})["timeline"];
    CHECK(timeline["period"] == "month");
    REQUIRE(timeline["bars"].size() == 4);
    for (const Json& bar : timeline["bars"]) {
        CHECK(bar["articles"] == 1);
        CHECK(bar["of"] == 1);
    }
    const Json whole = json_of({"strike", "--timeline=month"})["timeline"];
    CHECK(whole["bars"].size() == 11);
    CHECK(whole["bars"][5]["articles"] == 0);
    CHECK(whole["undated"] == 2);
    const Json shares = json_of({"pentagon", "--timeline=year", "--share", "--outlet", "reuters"});
    CHECK(shares["timeline"]["bars"][0]["articles"] == 1);
    CHECK(shares["timeline"]["bars"][0]["of"] == 3);
    const Json table = json_of({"strike", "--timeline=year", "--by=outlet"})["timeline"];
    CHECK(table["columns"] == Json::array({"Harbour Press", "Reuters", "The Verge"}));
    CHECK(table["bars"][0]["parts"] == Json::array({3, 3, 2}));
}

TEST_CASE("counts exit 0 when something matches and 1 when nothing does") {
    CHECK(archive().search({"strike", "--by", "outlet"}).status == 0);
    CHECK(archive().search({"--timeline"}).status == 0);
    CHECK(archive().search({"zzzz", "--by", "outlet"}).status == 1);
    CHECK(archive().search({"zzzz", "--timeline"}).status == 1);
}

TEST_CASE("one article is shown by its id or by its path, with the words lit") {
    const Json hit = json_of({"pentagon", "-n1", "--sort=oldest"})["hits"][0];
    const std::string id = hit["id"];
    const std::string path = hit["path"];
    const std::string file = hit["file"];
    for (const std::string& which : {id, path, "articles/" + path, "./articles/" + path, file}) {
        CAPTURE(which);
        const Json shown = json_of({"--show", which, "dockers"});
        REQUIRE(shown["hits"].size() == 1);
        CHECK(shown["hits"][0]["id"] == id);
        const std::string text = shown["hits"][0]["text"];
        CHECK(text.find("second paragraph") != text.npos);
        CHECK(shown["hits"][0]["lit"]["text"] == Json::parse("[[0, 7]]"));
    }
    const Json explained = json_of({"--show", id, "--explain", "dockers"})["hits"][0];
    CHECK_FALSE(explained.contains("parts"));           // nothing was ranked
    for (const char* words : {"", "lead:(title:x)"}) {  // the article is looked for first
        const Output missing = archive().search({"--show", "no-such-article", words});
        CHECK(missing.status == 1);
        CHECK(missing.err.find("there is no article 'no-such-article'") != std::string::npos);
    }
    const Output text = archive().search({"--show", id});
    CHECK(text.status == 0);
    CHECK(text.out.find("    Dockers went on strike in the harbour.\n\n    The second") !=
          std::string::npos);
}

TEST_CASE("where nothing is found, spellings and what to leave out are offered") {
    const Json spelt = json_of({"pentagn", "strike", "--all"});
    REQUIRE(spelt["missing"].size() == 1);
    CHECK(spelt["missing"][0]["word"] == "pentagn");
    CHECK(spelt["missing"][0]["similar"][0]["word"] == "pentagon");
    CHECK(spelt["without"] ==
          Json::parse(R"([{"left_out": "pentagn", "articles": 12, "exact": true}])"));
    const Json filtered = json_of({"pentagon", "--outlet", "harbor", "--since", "2026"});
    CHECK(filtered["missing"][0]["field"] == "outlet");
    CHECK(filtered["missing"][0]["similar"][0]["word"] == "harbour press");
    const Json dated = json_of({"pentagon", "--since", "2026"});
    CHECK(dated["without"] ==
          Json::parse(R"([{"left_out": "the date filter", "articles": 4, "exact": true}])"));
    const Output screen = archive().search({"pentagn"});
    CHECK(screen.status == 1);
    CHECK(screen.out ==
          "no article matches 'pentagn'\nno article has 'pentagn'; perhaps 'pentagon' (4 "
          "articles)\n");
    const Output some = archive().search({"pentagn", "strike", "-n1"});
    CHECK(some.err == "note: no article has 'pentagn'; perhaps 'pentagon' (4 articles)\n");
}

TEST_CASE(
    "a word of one article that is nearly a word of many is doubted, also where it is found") {
    const Sandbox sandbox;
    for (int i = 0; i < 20; ++i)
        sandbox.write("articles/" + std::to_string(i) + ".txt", "Cocoa\n\nThe cocoa harvest.\n");
    sandbox.write("articles/slip.txt", "Prices\n\nCocao prices fell in the port.\n");
    sandbox.index({"articles"});
    CHECK(sandbox.search({"cocao", "harvest"}).err ==
          "note: only 1 article has 'cocao'; perhaps 'cocoa' (20 articles)\n");
    CHECK(sandbox.search({"cocao", "prices"}).err ==
          "note: only 1 article has 'cocao'; perhaps 'cocoa' (20 articles)\n");
    CHECK(sandbox.search({"cocoa", "port"}).err == "");
    const Json rare = Json::parse(sandbox.search({"--format=json", "cocao", "port"}).out);
    CHECK(rare["rare"] == Json::parse(R"([{"word": "cocao", "field": null, "articles": 1,
                                           "similar": [{"word": "cocoa", "articles": 20}]}])"));
    CHECK_FALSE(rare.contains("missing"));
}

TEST_CASE("every JSON is as the schema says") {
    std::ifstream file(std::string(DATELINE_CORPUS) + "/../docs/json-output.schema.json");
    JsonSchema schema(Json::parse(file));
    const std::vector<std::vector<std::string>> questions{
        {"strike"},
        {"strike", "--explain"},
        {"strike", "--full"},
        {"strike", "--passages=3", "--context=paragraph"},
        {"strike", "--by=outlet", "--by=author", "--by=day", "--share"},
        {"strike", "--timeline", "--by=section"},
        {"strike", "--timeline=day", "--by=author", "-n2"},
        {"pentagn", "--outlet=npr"},
        {"--count", "strike"},
        {"--since=2025-03"}};
    for (const auto& question : questions) {
        CAPTURE(question);
        CHECK(schema.faults(json_of(question)) == std::vector<std::string>{});
    }
}

TEST_CASE("the other formats have as many entries as there are hits") {
    const auto lines = [](const std::string& text, const std::string& wanted) {
        std::size_t number = 0;
        for (std::size_t at = text.find(wanted); at != text.npos; at = text.find(wanted, at + 1))
            ++number;
        return number;
    };
    const auto printed = [](const std::string& option) {
        return archive().search({"strike", "-n0", option}).out;
    };
    CHECK(lines(printed("--format=jsonl"), "\n") == 12);
    CHECK(lines(printed("--format=csv"), "\r\n") == 13);
    CHECK(lines(printed("--format=md"), ". Harbour **strike**") == 12);
    CHECK(lines(printed("--format=html"), "<article id=") == 12);
    CHECK(lines(printed("--cite=apa"), "\n") == 12);
    CHECK(lines(printed("--cite=chicago"), "\n") == 12);
    CHECK(lines(printed("--cite=bibtex"), "@article{") == 12);
    CHECK(lines(printed("--cite=ris"), "ER  - \n") == 12);
}

TEST_CASE("operators on places do not take a word for the one whose stem it spells") {
    // environmental has the stem environment; environment has the stem environ.
    Sandbox sandbox;
    sandbox.write("articles/a.md", article("One", "", "The environment at work, an environment."));
    sandbox.write("articles/b.md", article("Two", "",
                                           "A law for the environment. " + std::string(300, '-') +
                                               " Far away it is environmental."));
    REQUIRE(sandbox.index({"articles"}).status == 0);
    CHECK(sandbox.search({"--count", "work -atleast2(environmental)"}).out == "1\n");
    CHECK(sandbox.search({"--count", "law w/4 environmental"}).out == "0\n");
    CHECK(sandbox.search({"--count", "law w/4 environment"}).out == "1\n");
}

TEST_CASE("the shell completes outlets and authors from the index") {
    CHECK(archive().search({"--complete=outlet"}).out == "Harbour Press\nReuters\nThe Verge\n");
    CHECK(archive().search({"--complete=outlet", "--", "the v"}).out == "The Verge\n");
    const Output none = archive().search({"--complete=section"});
    CHECK(none.out.empty());
    CHECK(none.status == 1);
}

}  // namespace dateline::cli
