// SPDX-License-Identifier: GPL-2.0-or-later
// outlets.toml changes, again and again: the index is always the one that a rebuild would give, and
// only what a change touches is read again.
#include <doctest/doctest.h>

#include <array>
#include <random>
#include <string>
#include <vector>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// One article for each way in which an outlet is found.
void write_articles(const Sandbox& sandbox, const std::string& name, const std::string& host) {
    const std::string text =
        "Some news of the town, in a sentence that is long enough to be one.\n";
    const auto write = [&](const std::string& file, const std::string& bytes) {
        sandbox.write("a/" + host + "/" + file, bytes);
    };
    write("stated.md", "---\ntitle: Stated\noutlet: " + name + "\n---\n" + text);
    write("host.md", "---\ntitle: Host\nurl: https://www." + host + "/2020/01/02/x\n---\n" + text);
    write("below.md", "---\ntitle: Below\nurl: https://news." + host + "/x\n---\n" + text);
    write("credit.md", "# Credit\n\n" + text + "\nSource: " + name + "\n");
    write("lead.md", "# Lead\n\nSPRINGFIELD (" + name + ") \xE2\x80\x94 " + text);
    write("author.md", "---\ntitle: Author\nauthor: " + name + "\n---\n" + text);
    write("mail.eml", "From: " + name + " <news@" + host +
                          ">\nSubject: Mail\nDate: Thu, 2 Jan 2020 "
                          "10:00:00 +0000\n\n" +
                          text);
    write("plain.md", "# Plain\n\n" + text);
    write("items.jsonl", "{\"title\": \"One\", \"text\": \"" + text.substr(0, 40) +
                             "\", \"url\": "
                             "\"https://" +
                             host + "/1\"}\n{\"title\": \"Two\", \"text\": \"" +
                             text.substr(0, 40) + "\", \"source\": \"" + name + "\"}\n");
}

const std::array<std::string, 3> names{"Badger Daily", "The Otter Post", "Stoat Wire"};
const std::array<std::string, 3> hosts{"badger.example", "otterpost.example", "stoat.example"};

std::string random_outlets(std::mt19937& random) {
    std::string toml;
    const auto one_of = [&](int n) { return static_cast<std::size_t>(random() % unsigned(n)); };
    for (std::size_t i = one_of(4); i > 0; --i) {
        const std::array<std::string, 4> called{names[one_of(3)], "Town Herald", "The Guardian",
                                                "Mustelid Press"};
        toml += "[[outlet]]\nname = \"" + called[one_of(4)] + "\"\n";
        if (one_of(2) == 0)
            toml += "hosts = [\"" + std::string(one_of(2) == 0 ? "news." : "") + hosts[one_of(3)] +
                    "\"]\n";
        if (one_of(2) == 0) toml += "aliases = [\"" + names[one_of(3)] + "\"]\n";
        if (one_of(3) == 0) toml += "agency = true\n";
    }
    return toml;
}

/// All articles with where each value came from, by file.
std::string articles(const Sandbox& sandbox, const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"--export", "jsonl", "-"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Output output = sandbox.index(arguments);
    REQUIRE(output.status == 0);
    return output.out;
}

TEST_CASE("whatever becomes of outlets.toml, the index is the one that a rebuild gives") {
    Sandbox sandbox;
    sandbox.environment["XDG_CONFIG_HOME"] = (sandbox.path() / "config").string();
    for (std::size_t i = 0; i < names.size(); ++i) write_articles(sandbox, names[i], hosts[i]);
    REQUIRE(sandbox.index({"a"}).status == 0);
    std::mt19937 random(19);
    int untouched = 0;
    for (int step = 0; step < 25; ++step) {
        const std::string toml = random_outlets(random);
        CAPTURE(toml);
        sandbox.write("config/dateline/outlets.toml", toml);
        if (step % 3 == 1)  // an item more, whose neighbours must be known again
            sandbox.write("a/badger.example/items.jsonl",
                          sandbox.read("a/badger.example/items.jsonl") + "{\"title\": \"" +
                              std::to_string(step) +
                              "\", \"text\": \"a text of one more item\"}\n");
        const Output output = sandbox.index({"--writer=xapian"});
        CHECK(output.status == 0);
        untouched += contains(output.out, "0 updated") ? 1 : 0;
        const Output again = sandbox.index({"-v"});
        CHECK(contains(again.out, " 0 added, 0 updated"));
        REQUIRE(sandbox.index({"--index=fresh", "--rebuild", "a"}).status == 0);
        // The order of the database differs after updates.
        sandbox.write("left", articles(sandbox));
        sandbox.write("right", articles(sandbox, {"--index=fresh"}));
        const Output same =
            sandbox.run("/bin/sh", {"-c", "sort left > l && sort right > r && diff l r"});
        CHECK(same.out == "");
    }
    CHECK(untouched > 0);
}

TEST_CASE("an outlet that no article has to do with has nothing read again") {
    Sandbox sandbox;
    sandbox.environment["XDG_CONFIG_HOME"] = (sandbox.path() / "config").string();
    for (std::size_t i = 0; i < names.size(); ++i) write_articles(sandbox, names[i], hosts[i]);
    sandbox.index({"a"});
    const auto summary = [&](const std::string& toml) {
        sandbox.write("config/dateline/outlets.toml", toml);
        CHECK(contains(sandbox.index({"--status"}).out, "to do"));
        return sandbox.index({}).out;
    };
    CHECK(contains(summary("[[outlet]]\nname = \"Heron Times\"\nhosts = [\"heron.example\"]\n"),
                   " 0 added, 0 updated"));
    CHECK(contains(summary("[[outlet]]\nname = \"Heron Times\"\nhosts = [\"stoat.example\"]\n"),
                   " 0 added, 5 updated"));
    CHECK(contains(summary(""), " 0 added, 5 updated"));
}

}  // namespace
}  // namespace dateline::cli
