// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/cli/remote_room.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <random>

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view subjects[] = {"harbour", "strike", "budget", "river", "council",
                                         "bridge",  "school", "market", "storm", "railway"};

/// An article of a few sentences, the same for the same number.
std::string article(unsigned number) {
    std::mt19937 random(number);
    const auto word = [&] { return std::string(subjects[random() % std::size(subjects)]); };
    std::string text = "---\ntitle: The " + word() + " and the " + word() + " " +
                       std::to_string(number) + "\nauthor: [Ann " + word() + ", Bob " + word() +
                       "]\noutlet: The " + word() + " Times\n";
    if (number % 7 != 0)
        text += fmt::format("date: 20{:02}-{:02}{}\n", 14 + number % 9, 1 + number % 12,
                            number % 5 == 0 ? "" : fmt::format("-{:02}", 1 + number % 28));
    text += "---\n";
    for (int sentence = 0; sentence < 12; ++sentence)
        text += fmt::format("The {} was near the {} when a {} of the {} began.{}", word(), word(),
                            word(), word(), sentence % 4 == 3 ? "\n\n" : " ");
    return text;
}

}  // namespace

Room::Room() {
    for (unsigned i = 0; i < 240; ++i)
        sandbox.write(fmt::format("{}/{}.md", "abc"[i % 3], i), article(i));
    REQUIRE(sandbox.index({"-q", "--index=all", "a", "b", "c"}).status == 0);
    for (const std::string name : {"a", "b", "c"})
        REQUIRE(sandbox.index({"-q", "--index=of " + name, name}).status == 0);
    three = {
        "--index", "of a", "--index", address("desk", "of b"), "--index", address("far", "of c")};
    sandbox.environment["PATH"] =
        fs::path(DATELINE_SSH_STAND_IN).parent_path().string() + ":/usr/bin:/bin";
}

std::string Room::address(const std::string& host, const std::string& index) const {
    std::string path = (sandbox.path() / index).string();
    for (std::size_t at = 0; (at = path.find(' ', at)) != path.npos;) path.replace(at, 1, "%20");
    return "ssh://" + host + path;
}

Output Room::ask(std::vector<std::string> indexes, const std::vector<std::string>& words) const {
    indexes.insert(indexes.end(), words.begin(), words.end());
    return sandbox.search(indexes);
}

void Room::fault(const std::string& kind) {
    fs::remove_all(sandbox.path() / "state");
    fs::create_directory(sandbox.path() / "state");
    sandbox.environment["DATELINE_WIRE_STATE"] = (sandbox.path() / "state").string();
    sandbox.environment["DATELINE_WIRE_FAULT"] = kind;
}

/// What must be the same wherever the articles are.
Json essence(const Output& output) {
    Json result = Json::parse(output.out);
    Json kept;
    if (result.contains("timeline"))
        for (Json& bar : result["timeline"]["bars"])
            if (bar.contains("peak")) bar["peak"] = bar["peak"]["title"];  // its id is another
    for (const char* key : {"counts", "facets", "timeline"})
        if (result.contains(key)) kept[key] = result[key];
    kept["counts"].erase("archives");
    for (Json& hit : result["hits"]) {
        Json& same = kept["hits"].emplace_back();
        for (const char* key : {"title", "file", "author", "date", "passages", "lit", "lacking"})
            if (hit.contains(key)) same[key] = hit[key];
        // The order of additions is another.
        same["score"] = std::round(hit.value("score", 0.0) * 1e6);
    }
    return kept;
}

}  // namespace dateline::cli
