// SPDX-License-Identifier: GPL-2.0-or-later
// An archive just too large for every match to be counted.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/cli/harness_json.h"

namespace dateline::cli {
namespace {

/// 10,050 articles with harbour, every other one without a date; 7 with tariff, and US in a dozen.
void write_articles(const Sandbox& sandbox) {
    std::string lines;
    for (int i = 0; i < 10'050; ++i) {
        lines +=
            R"({"title": "Report )" + std::to_string(i) + R"(", "text": "The harbour was quiet)";
        if (i % 1500 == 1) lines += " until the tariff";
        if (i % 800 == 3) lines += " in the US";
        lines += R"(.")";
        if (i % 2 == 0) lines += R"(, "date": "2026-01-)" + std::to_string(10 + i % 20) + '"';
        lines += "}\n";
    }
    sandbox.write("articles/all.jsonl", lines);
    const Output output = sandbox.index({"articles"});
    CAPTURE(output.err);
    REQUIRE(output.status == 0);
}

/// What stands below the hits.
std::string last_line(const Sandbox& sandbox, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--passages", "0", "-n2"});
    const std::string out = sandbox.search(arguments).out;
    return out.substr(out.rfind('\n', out.size() - 2) + 1);
}

}  // namespace

TEST_CASE("in a large archive matches are counted to a thousand, and all if asked") {
    const Sandbox sandbox;
    write_articles(sandbox);
    struct Row {
        std::vector<std::string> arguments;
        std::string line;
    };
    const Row rows[] = {
        {{"harbour"}, "1-2 of more than 1,000 articles; the next: --offset 2\n"},
        {{"harbour", "--exact"}, "1-2 of 10,050 articles; the next: --offset 2\n"},
        {{"tariff"}, "1-2 of 7 articles; the next: --offset 2\n"},
        {{"harbour", "tariff"},
         "1-2 of more than 1,000 articles, 7 with all words; the next: --offset 2\n"},
        {{"harbour", "quiet"},
         "1-2 of more than 1,000 articles, as many with all words; the next: --offset 2\n"},
        {{"harbour", "quiet", "--exact"}, "1-2 of 10,050 articles; the next: --offset 2\n"},
        {{"\"the harbour\""}, "1-2 of more than 1,000 articles; the next: --offset 2\n"},
        {{"\"harbour was quiet\"", "--exact"}, "1-2 of 10,050 articles; the next: --offset 2\n"},
        {{"harbour", "--offset", "4000"},
         "4,001-4,002 of more than 4,002 articles; the next: --offset 4002\n"},
        {{"harbour", "--offset", "10048"}, "10,049-10,050 of 10,050 articles\n"},
        {{"harbour", "--since", "2026"}, "1-2 of more than 1,000 articles; the next: --offset 2\n"},
        {{"harbour", "--sort", "newest"}, "1-2 of 10,050 articles; the next: --offset 2\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(last_line(sandbox, row.arguments) == row.line);
    }
    CHECK(sandbox.search({"--count", "harbour"}).out == "10050\n");
    CHECK(sandbox.search({"harbour", "--since", "2026"})
              .err.find("more than 1,000 articles without a date were left out") !=
          std::string::npos);

    const nlohmann::json counts = json_of(sandbox, {"harbour", "tariff"})["counts"];
    CHECK(counts["at_least"] == 1000);
    CHECK(counts["all"] == 7);
    CHECK(counts["all_exact"] == true);
    CHECK(counts["some_exact"] == false);

    const nlohmann::json without = nlohmann::json::parse(
        sandbox.search({"--json", "--all", "harbour", "zebra"}).out)["without"][0];
    CHECK(without["articles"] == 1000);
    CHECK(without["exact"] == false);

    sandbox.write(".config/dateline/config", "exact = yes\n");
    CHECK(last_line(sandbox, {"harbour"}) == "1-2 of 10,050 articles; the next: --offset 2\n");
}

TEST_CASE(
    "a list that is to be counted whole comes without its number, where that costs too much") {
    const Sandbox sandbox;
    std::string lines;
    for (int i = 0; i < 12'010; ++i) {
        lines += R"({"title": "Report", "text": "In the US.)";
        for (int word = 0; word < i % 90; ++word) lines += " port";
        lines += "\"}\n";
    }
    sandbox.write("articles/all.jsonl", lines);
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const Output output = sandbox.search({"--exact", "--passages", "0", "-n2", "caps(US)"});
    CHECK(output.status == 0);
    CHECK(output.out.find("1-2 of more than 1,000 articles") != std::string::npos);
    CHECK(output.err.find("not all matches are counted: ") != std::string::npos);
    CHECK(sandbox.search({"--count", "caps(US)"}).status == 2);
}

}  // namespace dateline::cli
