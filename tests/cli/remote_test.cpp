// SPDX-License-Identifier: GPL-2.0-or-later
// Archives on other machines: what they answer beside what one index of all articles does, what it
// costs, and what becomes of it where they do not answer.
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/cli/remote_room.h"

namespace dateline::cli {
namespace {

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("three archives, two of them on other machines, answer as one index of all does") {
    const Room room;
    const std::vector<std::vector<std::string>> questions{
        {"harbour"},
        {"harbour strike"},
        {"harbour strike budget river"},
        {"--all", "harbour strike budget"},
        {"\"the river was\""},
        {"river w/5 council"},
        {"harbour /s storm"},
        {"caps(The) bridge"},
        {"rail* -storm"},
        {"t*"},
        {"the* harbour"},
        {"harbour OR (storm AND market)"},
        {"--sort=newest", "storm"},
        {"--sort=oldest", "storm"},
        {"--sort=oldest", "-n0", "--since=2014", "--outlet=harbour"},
        {"--since=2016", "--until=2018-06", "storm"},
        {"--author", "Ann river", "school"},
        {"title:storm market"},
        {"date:2017 railway"},
        {"--recent=400", "--any", "storm market"},
        {"-n5", "--offset=20", "storm market"},
        {"harbuor storm"},
        {"--by=outlet", "--by=author", "--by=year", "storm"},
        {"--by=outlet", "--share", "storm"},
        {"--timeline=month", "--by=author", "storm"},
        {"--timeline=day", "bridge"},
        {"--count", "river"},
        {"-has:date school"},
    };
    for (const std::vector<std::string>& words : questions) {
        CAPTURE(fmt::format("{}", fmt::join(words, " ")));
        std::vector<std::string> all{"--format=json", "--copies=show"};
        all.insert(all.end(), words.begin(), words.end());
        const Output here = room.ask(room.one, all);
        const Output there = room.ask(room.three, all);
        CHECK(there.status == here.status);
        REQUIRE_MESSAGE(there.status < 2, there.err);
        CHECK(essence(there) == essence(here));
    }
}

TEST_CASE("a question of three words takes few round trips") {
    Room room;
    room.sandbox.environment["DATELINE_WIRE_COUNT"] = (room.sandbox.path() / "count").string();
    room.sandbox.environment["DATELINE_WIRE_DELAY_MS"] = "5";  // so that turns are told apart
    const Output output =
        room.ask({"--index", room.address("desk", "all")}, {"harbour storm market"});
    CHECK(output.status == 0);
    int turns = 0;
    const std::string counted = room.sandbox.read("count");
    for (std::size_t at = 0; (at = counted.find("turns=", at)) != counted.npos; at += 6)
        turns += std::stoi(counted.substr(at + 6));
    CAPTURE(counted);
    CHECK(turns > 10);
    CHECK(turns <= 40);
}

TEST_CASE("what an archive on another machine cannot be asked is said, and what to do") {
    const Room room;
    const std::vector<std::vector<std::string>> questions{{"--copies=only", "storm"},
                                                          {"--texts", "--by=outlet", "storm"},
                                                          {"--quote", "the river was near"},
                                                          {"--save", "storms", "storm"},
                                                          {"archive:\"of a\" storm"}};
    for (const std::vector<std::string>& words : questions) {
        CAPTURE(words.back());
        const Output output = room.ask(room.three, words);
        CHECK(output.status == 2);
        CHECK(contains(output.err, "other machine"));
        CHECK(contains(output.err, "hint: "));
    }
    CHECK(contains(room.sandbox.index({"--index=ssh://desk/x", "a"}).err, "on another machine"));
    const Output nowhere = room.ask({"--index", room.address("desk", "nowhere")}, {"storm"});
    CHECK(nowhere.status == 2);
    CHECK(contains(nowhere.err, "there is no index at 'ssh://desk"));
    CHECK(contains(nowhere.err, "(Couldn't stat"));  // the server's own word
    CHECK(contains(nowhere.err, "hint: make it on that machine"));
    CHECK(contains(room.ask({"--index=ssh://-oProxyCommand=touch x/y"}, {"storm"}).err,
                   "no address of an index"));
}

TEST_CASE("an archive that never answered is left out without a number") {
    Room room;
    room.fault("refuse:desk:0:0");
    const Output output = room.ask(room.three, {"--format=json", "harbour"});
    CHECK(contains(output.err, "archive 'of%20b' is left out: 'ssh://desk"));
    CHECK(Json::parse(output.out)["archives"][1]["articles"].is_null());
}

TEST_CASE("an archive that does not answer is left out and told, and the others answer") {
    Room room;
    REQUIRE(room.ask(room.three, {"harbour"}).status == 0);
    const Json rest = essence(room.ask({"--index", "of a", "--index", room.address("far", "of c")},
                                       {"--format=json", "--copies=show", "harbour storm"}));
    for (const std::string kind :
         {"refuse:desk:0:0", "cut:desk:0:0", "cut:desk:0:70", "cut:desk:0:400", "noise:desk:0:200",
          "stall:desk:0:500", "stall:desk:0:30"}) {
        CAPTURE(kind);
        room.fault(kind);
        const Output output =
            room.ask(room.three, {impatiently, "--format=json", "--copies=show", "harbour storm"});
        CHECK(output.status == 0);
        CHECK(contains(output.err, "did not answer"));
        if (kind.starts_with("refuse")) CHECK(contains(output.err, "Connection refused"));
        CHECK(contains(output.err, "left out with its 80 articles"));  // as it had before
        Json got = essence(output);
        CHECK(got == rest);
        const Json archives = Json::parse(output.out)["archives"];
        CHECK(std::ranges::count_if(archives, [](const Json& archive) {
                  return archive["state"] == "unreachable";
              }) == 1);
        room.fault(kind);
        CHECK(room.ask(room.three, {impatiently, "--strict", "harbour"}).status == 2);
    }
}

TEST_CASE("an archive that is named is searched alone, be it here or there") {
    const Room room;
    for (const auto& [name, index] : {std::pair{"of a", std::string("of a")},
                                      std::pair{"OF%20C", room.address("far", "of c")}}) {
        CAPTURE(name);
        const Output chosen = room.ask(room.three, {"--archive", name, "--format=json", "storm"});
        const Output alone = room.ask({"--index", index}, {"--format=json", "storm"});
        CHECK(essence(chosen) == essence(alone));
    }
    CHECK(room.ask(room.three, {"--archive=nowhere", "storm"}).status == 1);
}

TEST_CASE("a file on another machine is named with it, and not opened here") {
    const Room room;
    const std::vector<std::string> far{"--index", room.address("ann@far", "of c")};
    const Output list = room.ask(far, {"-n1", "storm"});
    CHECK(contains(list.out, "ann@far:/"));
    const Output open = room.ask(far, {"--open=1", "storm"});
    CHECK(open.status == 2);
    CHECK(contains(open.err, "the file of this hit is on 'ann@far'"));
    CHECK(Json::parse(room.ask(far, {"--format=json", "storm"}).out)["hits"][0]["machine"] ==
          "ann@far");
}

TEST_CASE("a connection that breaks once is made again, and nothing is left out") {
    Room room;
    const std::vector<std::string> words{"--format=json", "--copies=show", "harbour storm"};
    const Json whole = essence(room.ask(room.three, words));
    room.fault("cut:far:2:400");
    const Output output = room.ask(room.three, words);
    CHECK(essence(output) == whole);
    CHECK(!contains(output.err, "left out"));
}

}  // namespace
}  // namespace dateline::cli
