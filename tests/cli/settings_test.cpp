// SPDX-License-Identifier: GPL-2.0-or-later
// The files of settings: habits, and what is no file.
#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

std::string article(const std::string& title) {
    return "---\ntitle: " + title + "\n---\n\nA strike.\n";
}

}  // namespace

TEST_CASE("the configuration file holds habits, and says where it is wrong") {
    Sandbox sandbox;
    sandbox.write("articles/a.md", article("One"));
    sandbox.write("articles/b.md", article("Two"));
    REQUIRE(sandbox.index({"articles"}).status == 0);
    sandbox.write(".config/dateline/config", "# habits\nlimit = 1\nformat = jsonl\n");
    const auto lines = [&](const std::vector<std::string>& arguments) {
        const std::string out = sandbox.search(arguments).out;
        return std::count(out.begin(), out.end(), '\n');
    };
    CHECK(lines({"strike"}) == 1);
    CHECK(lines({"strike", "-n2"}) == 2);
    CHECK(lines({"strike", "--no-config", "-l"}) == 2);
    CHECK(sandbox.search({"--config-show"})
              .out.find("index = " + (sandbox.path() / "index").string()) != std::string::npos);
    sandbox.write(".config/dateline/config", "limit = lots\n");
    const Output wrong = sandbox.search({"strike"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("config, line 1: option '--limit' cannot be 'lots'") != std::string::npos);
}

TEST_CASE("settings that are no file are named, and a pipe is not waited for") {
    Sandbox sandbox;
    sandbox.write("articles/a.md", article("One"));
    REQUIRE(sandbox.index({"articles"}).status == 0);
    namespace fs = std::filesystem;
    for (const std::string name : {"config", "outlets.toml"}) {
        const fs::path path = sandbox.path() / ".config/dateline" / name;
        fs::create_directories(path.parent_path());
        const auto check = [&] {
            const Output output = name == "config" ? sandbox.search({"strike"}) : sandbox.index({});
            CAPTURE(output.err);
            CHECK(output.status == 2);
            CHECK(output.err.find("cannot read '" + path.string() + "': not a regular file") !=
                  std::string::npos);
            CHECK(output.err.find("hint: ") != std::string::npos);
            if (name == "config") CHECK(sandbox.search({"--no-config", "strike"}).status == 0);
        };
        fs::create_directory(path);
        check();
        fs::remove(path);
        REQUIRE(mkfifo(path.c_str(), 0600) == 0);
        check();
        fs::remove(path);
    }
}

}  // namespace dateline::cli
