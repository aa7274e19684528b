// SPDX-License-Identifier: GPL-2.0-or-later
// Several archives in one search, as a user asks for them.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

using Json = nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string article(const std::string& title, const std::string& outlet, const std::string& date) {
    return "---\ntitle: " + title + "\noutlet: " + outlet + "\ndate: " + date +
           "\n---\n\nA strike of dockers began.\n";
}

/// Three archives of the same folder names, so that ids may be the same.
class Newsroom {
public:
    Newsroom() {
        sandbox.write("mine/a.md", article("Strike", "NPR", "2026-01-02"));
        sandbox.write("desk/a.md", article("Strike at the docks", "Reuters", "2026-01-03"));
        sandbox.write("desk/b.md", article("Grain", "NPR", "2025-01-04"));
        sandbox.write("old/c.md", article("Strike of old", "AP", "2020-01-05"));
        for (const std::string name : {"mine", "desk", "old"})
            REQUIRE(sandbox.index({name, "--index", index(name)}).status == 0);
    }

    std::string index(const std::string& name) const {
        return (sandbox.path() / "indexes" / name).string();
    }

    /// Of all three.
    Output search(std::vector<std::string> arguments) const {
        for (const std::string name : {"mine", "desk", "old"})
            arguments.insert(arguments.begin(), {"--index", index(name)});
        return sandbox.search(arguments);
    }

    Json json(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "--json");
        return Json::parse(search(arguments).out);
    }

    Sandbox sandbox;
};

}  // namespace

TEST_CASE("which language's stop words are left out is the same however articles are dealt") {
    const auto text = [](const std::string& language, const std::string& title) {
        return "---\ntitle: " + title + "\nlanguage: " + language + "\n---\n\nA text.\n";
    };
    const Sandbox sandbox;
    sandbox.write("a/1.md", text("de", "Der neue Kanzler"));
    sandbox.write("a/2.md", text("de", "Die Wahl"));
    sandbox.write("a/3.md", text("en", "The chancellor"));
    sandbox.write("b/1.md", text("en", "War and peace"));
    sandbox.write("b/2.md", text("en", "An election"));
    for (const std::string name : {"a", "b"})
        REQUIRE(sandbox.index({name, "--index", name + ".index"}).status == 0);
    REQUIRE(sandbox.index({"a", "b"}).status == 0);
    struct Row {
        std::string query;
        std::string both;    ///< mostly English
        std::string german;  ///< a alone
    };
    const std::vector<Row> rows{
        {"wer war der kanzler", "wer, war, der", "wer, war, der"},
        {"die kanzler", "", "die"},
        {"the kanzler", "the", ""},
        {"who was the kanzler", "who, was, the", "who, was, the"},
    };
    const auto left_out = [](const std::string& words) {
        const std::string note = "left out as too common: " + words;
        return Json(words.empty() ? "" : note + " (quote a phrase to keep them)");
    };
    const auto note_of = [&](const std::vector<std::string>& where, const std::string& query) {
        std::vector<std::string> arguments{"--json", "--any", query};
        arguments.insert(arguments.begin(), where.begin(), where.end());
        const Json result = Json::parse(sandbox.search(arguments).out);
        for (const Json& note : result["notes"])
            if (contains(note, "too common")) return note;
        return Json("");
    };
    for (const Row& row : rows) {
        CAPTURE(row.query);
        CHECK(note_of({}, row.query) == left_out(row.both));
        CHECK(note_of({"--index=a.index", "--index=b.index"}, row.query) == left_out(row.both));
        CHECK(note_of({"--index=b.index", "--index=a.index"}, row.query) == left_out(row.both));
        CHECK(note_of({"--index=a.index"}, row.query) == left_out(row.german));
    }
}

TEST_CASE("each hit of several archives names its own, in every format") {
    const Newsroom room;
    const Json result = room.json({"strike"});
    CHECK(result["counts"]["articles"] == 4);
    REQUIRE(result["hits"].size() == 4);
    REQUIRE(result["archives"].size() == 3);
    for (const Json& archive : result["archives"]) {
        CHECK(archive["state"] == "searched");
        CHECK(archive["why"] == nullptr);
    }
    for (const Json& hit : result["hits"]) {
        const std::string name = hit["archive"];
        const std::string shown = name + ":" + std::string(hit["id"]);
        CHECK(contains(hit["file"], "/" + name + "/"));
        for (const std::string format : {"text", "md", "html"})
            CHECK(contains(room.search({"strike", "--format", format}).out, shown));
        CHECK(contains(room.search({"strike", "--format", "csv"}).out,
                       std::string(hit["id"]) + "," + name + ","));
        CHECK(contains(room.search({"--show", shown}).out, std::string(hit["title"])));
        CHECK(room.search({"--show", hit["file"]}).status == 0);
    }
    CHECK(room.search({"strike", "-l"}).out.find("desk/a.md") != std::string::npos);
}

TEST_CASE("archives are filters and counts") {
    const Newsroom room;
    CHECK(room.search({"--count", "strike", "archive:desk"}).out == "2\n");
    CHECK(room.search({"--count", "strike", "--archive", "desk", "--archive", "old"}).out == "3\n");
    CHECK(room.search({"--complete", "archive", "--", "d"}).out == "desk\n");
    CHECK(contains(
        room.search({"strike", "archive:dsk"}).err + room.search({"strike", "archive:dsk"}).out,
        "no article has archive 'dsk'; perhaps 'desk'"));
    const Json counts = room.json({"--by", "archive", "strike", "--share"})["facets"][0];
    CHECK(counts["field"] == "archive");
    CHECK(counts["counts"][0] == Json{{"value", "desk"}, {"articles", 2}, {"of", 2}});
    const Json table = room.json({"--timeline=year", "--by", "archive", "strike"})["timeline"];
    CHECK(table["columns"].size() == 3);
    CHECK(room.json({"--by", "outlet", "strike"})["facets"][0]["counts"][0]["articles"] == 2);
}

TEST_CASE("an archive that cannot be searched is told with what mends it, and the others answer") {
    Newsroom room;
    std::filesystem::remove_all(room.index("desk"));
    room.sandbox.write("indexes/old/generation-1/iamglass", "not that");
    const Output output = room.search({"strike", "--json"});
    CHECK(output.status == 0);
    CHECK(contains(output.err, "archive 'desk' is left out"));
    CHECK(contains(output.err, "'dateline-index --index " + room.index("old") + " --rebuild'"));
    const Json result = Json::parse(output.out);
    CHECK(result["hits"].size() == 1);
    CHECK(result["archives"][0]["state"] == "damaged");
    CHECK(result["archives"][1]["state"] == "missing");
    CHECK(result["archives"][2]["state"] == "searched");
    CHECK(room.search({"strike", "--strict"}).status == 2);
    const Output away = room.search({"--show", "desk:1abc"});
    CHECK(away.status == 2);
    CHECK(contains(away.err, "archive 'desk' is left out"));
    CHECK(contains(room.search({"strike", "--strict"}).out, "Strike"));
    std::filesystem::remove_all(room.index("mine"));
    const Output none = room.search({"strike"});
    CHECK(none.status == 2);
    CHECK(contains(none.err, "none of the archives can be searched"));
}

TEST_CASE("the configuration names archives") {
    Newsroom room;
    room.sandbox.environment["DATELINE_INDEX"] = "";
    room.sandbox.write(".config/dateline/config", "archives = [my own = " + room.index("mine") +
                                                      ", desk = " + room.index("desk") + "]\n");
    CHECK(room.sandbox.search({"--count", "strike"}).out == "3\n");
    CHECK(room.sandbox.search({"--count", "strike", "--archive", "my own"}).out == "1\n");
    CHECK(room.sandbox.search({"--count", "strike", "--index", room.index("old")}).out == "1\n");
}

TEST_CASE("the status of several indexes is told in one run, and each is written by itself") {
    const Newsroom room;
    const std::vector<std::string> both{"--index", room.index("mine"), "--index",
                                        room.index("desk")};
    std::vector<std::string> arguments{"--status", "--json"};
    arguments.insert(arguments.end(), both.begin(), both.end());
    const Json status = Json::parse(room.sandbox.index(arguments).out);
    REQUIRE(status.size() == 2);
    CHECK(status[1]["index"] == room.index("desk"));
    CHECK(status[1]["articles"] == 2);
    const Output refused = room.sandbox.index(both);
    CHECK(refused.status == 2);
    CHECK(contains(refused.err, "several indexes go with --status only"));
    arguments.insert(arguments.end(), {"--index", room.index("nowhere")});
    const Output some = room.sandbox.index(arguments);
    CHECK(some.status == 2);
    CHECK(Json::parse(some.out).size() == 3);
    CHECK(contains(Json::parse(some.out)[2]["error"], "no such folder"));
}

}  // namespace dateline::cli
