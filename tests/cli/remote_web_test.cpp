// SPDX-License-Identifier: GPL-2.0-or-later
// The page with archives on other machines: lists and articles as of those here, and in time where
// one of them is stuck.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "tests/cli/remote_room.h"
#include "tests/cli/web_server.h"

namespace dateline::cli {
namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// The id of the first hit that the shell lists of an archive alone.
std::string first_of(const Room& room, const std::string& index) {
    const Output output = room.ask({"--index", index}, {"--format=json", "-n1", "storm"});
    return Json::parse(output.out)["hits"][0]["id"];
}

/// Lists and articles need every machine but the one that is stuck.
void read_pages(const Room& room, bool is_stuck) {
    const WebServer server(room.sandbox);
    const Answer list = server.get("/search?q=storm");
    CHECK(list.status == 200);
    CHECK(has(list.body, "<li class=\"hit\""));
    CHECK(has(list.body, "did not answer in time") == is_stuck);
    const Answer far = server.get("/article/" + first_of(room, room.address("far", "of c")));
    CHECK(far.status == 200);
    CHECK(has(far.body, "storm"));
    CHECK(server.get("/suggest?q=outlet:").status < 500);
}

}  // namespace

TEST_CASE("the page shows archives on other machines, and comes in time without one of them") {
    Room room;
    room.sandbox.write(".config/dateline/config",
                       fmt::format("archives = [a = {}, desk = {}, far = {}]\n",
                                   (room.sandbox.path() / "of a").string(),
                                   room.address("desk", "of b"), room.address("far", "of c")));
    room.sandbox.environment["DATELINE_INDEX"] = "";  // as the configuration names them
    read_pages(room, false);
    room.fault("stall:desk:0:900");
    read_pages(room, true);
}

}  // namespace dateline::cli
