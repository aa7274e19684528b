// SPDX-License-Identifier: GPL-2.0-or-later
// Connections to other machines that break, stall, drip or lie at any byte: the answer is whole, or
// it is that of the rest and says so; it comes in time, and nothing crashes.
//
// DATELINE_REMOTE_FAULTS=n tries n of them.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "tests/cli/remote_room.h"

namespace dateline::cli {
namespace {

constexpr int usual_faults = 20;
constexpr int status_of_timeout = 124;

int number_of_faults() {
    const char* asked = std::getenv("DATELINE_REMOTE_FAULTS");
    return asked == nullptr ? usual_faults : std::atoi(asked);
}

/// Gives up after 15 seconds.
Output ask_in_time(const Room& room, const std::vector<std::string>& indexes,
                   const std::vector<std::string>& words) {
    std::vector<std::string> arguments{"15", DATELINE_SEARCH_PROGRAM};
    arguments.insert(arguments.end(), indexes.begin(), indexes.end());
    arguments.insert(arguments.end(), words.begin(), words.end());
    return room.sandbox.run("/usr/bin/timeout", arguments);
}

TEST_CASE("of several machines that are stuck, none is waited for beyond the time that there is") {
    Room room;
    const std::vector<std::string> words{"--timeout=1", "--format=json", "--copies=show",
                                         "harbour"};
    const Json here = essence(room.ask({"--index", "of a"}, words));
    for (const std::string kind :
         {"stall:desk:0:30,stall:far:0:30", "stall:desk:0:900,stall:far:0:900",
          "deaf:desk:0:10,deaf:far:0:900", "deaf:desk:0:900,slow:far:0:10",
          "slow:desk:0:700,slow:far:0:700"}) {
        CAPTURE(kind);
        room.fault(kind);
        const Output output = ask_in_time(room, room.three, words);
        CAPTURE(output.err);
        CHECK(output.status == 0);
        CHECK(essence(output) == here);
    }
}

TEST_CASE("machines that are stuck do not take with them one that is well") {
    Room room;
    const std::vector<std::string> words{"--timeout=4", "--format=json", "--copies=show",
                                         "harbour"};
    const Json well = essence(room.ask({"--index", room.address("well", "of a")}, words));
    room.fault("stall:desk:0:900,deaf:far:0:900");
    const Output output =
        ask_in_time(room,
                    {"--index", room.address("desk", "of b"), "--index",
                     room.address("far", "of c"), "--index", room.address("well", "of a")},
                    words);
    CAPTURE(output.err);
    CHECK(output.status == 0);
    CHECK(essence(output) == well);
}

TEST_CASE("whatever becomes of a connection, the answer is whole or that of the rest") {
    Room room;
    const std::vector<std::string> words{"--format=json", "--copies=show", "harbour storm"};
    std::vector<std::string> impatient = words;
    impatient.insert(impatient.begin(), impatiently);
    const auto without = [&](const std::string& host) {
        std::vector<std::string> rest{"--index", "of a"};
        if (host != "desk") rest.insert(rest.end(), {"--index", room.address("desk", "of b")});
        if (host != "far") rest.insert(rest.end(), {"--index", room.address("far", "of c")});
        const Output output = room.ask(rest, words);
        REQUIRE(output.err.find("left out") == std::string::npos);
        return essence(output);
    };
    const Json whole = essence(room.ask(room.three, words));
    const Json without_desk = without("desk");
    const Json without_far = without("far");
    std::mt19937 random(11);
    for (int i = 0; i < number_of_faults(); ++i) {
        constexpr const char* kinds[] = {"cut",    "cut",  "cut",   "noise", "garble",
                                         "garble", "slow", "stall", "deaf"};
        const std::string kind = kinds[random() % std::size(kinds)];
        const std::string host = random() % 2 == 0 ? "desk" : "far";
        const unsigned connection = 1 + random() % 2;
        const auto bytes = random() % (connection == 1 ? 60000U : 3000U);
        const std::string fault = fmt::format("{}:{}:{}:{}", kind, host, connection,
                                              random() % 3 == 0 ? bytes % 200 : bytes);
        CAPTURE(fault);
        room.fault(fault);
        const Output output = ask_in_time(room, room.three, impatient);
        CAPTURE(output.err);
        CHECK(output.status != status_of_timeout);
        CHECK(output.status < 128);
        if (kind == "garble") continue;  // ssh does not let such a byte through; a server's may lie
        CHECK(output.status == 0);
        const bool told = output.err.find("did not answer") != std::string::npos;
        CHECK(essence(output) == (!told ? whole : host == "desk" ? without_desk : without_far));
    }
}

}  // namespace
}  // namespace dateline::cli
