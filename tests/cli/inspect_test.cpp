// SPDX-License-Identifier: GPL-2.0-or-later
// Patterns, moved files, and what --status, --audit and --verify say.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string article(const std::string& word) {
    return "---\ntitle: About " + word + "\ndate: 2026-02-26\nurl: https://www.npr.org/" + word +
           "\n---\nThe " + word + " was seen in Kent. It swims.\n";
}

Json json_of(const Output& output) {
    return Json::parse(output.out);
}

}  // namespace

TEST_CASE("what a .datelineignore names later leaves the index, without --allow-removals") {
    const Sandbox sandbox;
    for (int i = 0; i < 30; ++i)
        sandbox.write("articles/drafts/" + std::to_string(i) + ".md", article("otter"));
    sandbox.write("articles/1.md", article("badger"));
    CHECK(contains(sandbox.index({"articles"}).out, "31 added"));
    sandbox.write("articles/.datelineignore", "# not yet\ndrafts/\n");
    CHECK(
        contains(sandbox.index({}).out, "1 article: 0 added, 0 updated, 1 unchanged, 30 removed"));
    CHECK(sandbox.search({"--count", "otter"}).status == 1);
}

TEST_CASE("patterns are remembered with their folder until others replace them") {
    const Sandbox sandbox;
    sandbox.write("articles/1.md", article("badger"));
    sandbox.write("articles/2.txt", "Otters.\n\nOtters swim.\n");
    sandbox.write("articles/old/3.md", article("mole"));
    CHECK(contains(sandbox.index({"--include", "*.md", "--exclude", "old/", "articles"}).out,
                   "1 added"));
    CHECK(contains(sandbox.index({}).out, "1 article: 0 added, 0 updated, 1 unchanged, 0 removed"));
    CHECK(contains(sandbox.index({"--rebuild"}).out, "1 added"));
    CHECK(contains(sandbox.index({"--status"}).out, "--include '*.md' --exclude 'old/'"));
    CHECK(contains(sandbox.index({"--exclude", "old/"}).out, "1 added"));
    CHECK(contains(sandbox.index({"--all-files"}).out, "1 added, 0 updated, 2 unchanged"));
    CHECK_FALSE(contains(sandbox.index({"--status"}).out, "--include"));
}

TEST_CASE("a renamed or moved file keeps its article, under the id of its new place") {
    const Sandbox sandbox;
    sandbox.write("articles/1.md", article("badger"));
    sandbox.write("articles/2.md", article("otter"));
    sandbox.index({"articles"});
    fs::create_directory(sandbox.path() / "articles/kent");
    fs::rename(sandbox.path() / "articles/2.md", sandbox.path() / "articles/kent/otter.md");
    const std::string folder = (sandbox.path() / "articles/").string();
    CHECK(contains(sandbox.index({"--dry-run"}).out,
                   "move      " + folder + "2.md -> " + folder + "kent/otter.md"));
    CHECK(contains(sandbox.index({}).out,
                   "2 articles: 0 added, 0 updated, 1 unchanged, 0 removed, 1 moved, 0 problems"));
    CHECK(sandbox.search({"-l", "otter"}).out.ends_with("articles/kent/otter.md\n"));
    CHECK(sandbox.search({"-l", "path:kent/otter.md"}).out.ends_with("kent/otter.md\n"));
    CHECK(sandbox.search({"--count", "path:2.md"}).status == 1);
    const Json moved = json_of(sandbox.search({"--json", "otter"}));
    sandbox.index({"--rebuild"});
    const Json fresh = json_of(sandbox.search({"--json", "otter"}));
    CHECK(moved.at("hits") == fresh.at("hits"));
    CHECK(sandbox.index({"--verify"}).status == 0);
}

TEST_CASE("a moved file is read again where its place matters") {
    const Sandbox sandbox;
    sandbox.write("articles/1.md", article("badger"));
    sandbox.write("articles/otter.txt", "Otters swim in the Thames.\n\nThey were seen there.\n");
    sandbox.write("articles/new/.dateline.yaml", "outlet: TRT World\n");
    sandbox.index({"articles"});
    CHECK(sandbox.search({"--count", "--outlet", "trt world"}).status == 1);
    fs::rename(sandbox.path() / "articles/otter.txt",
               sandbox.path() / "articles/new/2026-02-25-otter.txt");
    CHECK(contains(sandbox.index({}).out, "1 unchanged, 0 removed, 1 moved"));
    CHECK(sandbox.search({"--count", "--outlet", "trt world"}).out == "1\n");
    CHECK(sandbox.search({"--count", "date:2026-02-25"}).out == "1\n");
    CHECK(sandbox.index({"--verify"}).status == 0);
}

TEST_CASE("a renamed folder of many articles is moved, not refused") {
    const Sandbox sandbox;
    for (int i = 0; i < 40; ++i)
        sandbox.write("articles/a/" + std::to_string(i) + ".md", article("w" + std::to_string(i)));
    sandbox.index({"articles"});
    fs::rename(sandbox.path() / "articles/a", sandbox.path() / "articles/b");
    CHECK(contains(sandbox.index({}).out,
                   "40 articles: 0 added, 0 updated, 0 unchanged, 0 removed, "
                   "40 moved"));
    CHECK(sandbox.search({"--count", "kent"}).out == "40\n");
}

TEST_CASE("status says what is indexed, what was not read and what would change") {
    const Sandbox sandbox;
    sandbox.write("articles/1.md", article("badger"));
    sandbox.write("articles/2.md", article("otter"));
    sandbox.write("articles/3.md", article("mole"));
    sandbox.write("articles/empty.txt", "");
    for (const std::string name : {"a.png", "b.PNG", "c.xls"})
        sandbox.write("articles/" + name, std::string("\x89PNG\0\1\2\3\4\5\6", 11));
    CHECK(sandbox.index({"--status"}).status == 2);
    sandbox.index({"articles"});
    const std::string revision = sandbox.read("index/generation-1/iamglass");
    const Output calm = sandbox.index({"--status"});
    CHECK(calm.status == 0);
    CHECK(contains(calm.out, "  articles    3\n"));
    CHECK(contains(calm.out,
                   "  not read    2 .png (pictures), 1 .xls (spreadsheets; save as CSV)\n"));
    CHECK(contains(calm.out, "  to do       nothing; in step with the folder\n"));
    CHECK(contains(calm.out, "  last run    20"));

    sandbox.write("articles/4.md", article("hare"));
    sandbox.write("articles/1.md", article("badgers"));
    fs::remove(sandbox.path() / "articles/2.md");
    fs::rename(sandbox.path() / "articles/3.md", sandbox.path() / "articles/5.md");
    const Output busy = sandbox.index({"--status"});
    CHECK(contains(busy.out, "1 new, 1 changed, 1 moved, 1 gone; 'dateline-index' brings it"));
    const Json json = json_of(sandbox.index({"--status", "--json"}));
    const Json& folder = json.at("folders").at(0);
    CHECK(folder.at("changes").at("added") == 1);
    CHECK(folder.at("skipped").at("png") == 2);
    CHECK(folder.at("last_run").is_number());
    CHECK(sandbox.read("index/generation-1/iamglass") == revision);

    fs::remove_all(sandbox.path() / "articles");
    CHECK(contains(sandbox.index({"--status"}).out, "not known: cannot read folder"));
    CHECK(json_of(sandbox.index({"--status", "--json"})).at("folders").at(0).at("changes") ==
          nullptr);
}

TEST_CASE("an audit groups what is missing or wrong, with file and line") {
    const Sandbox sandbox;
    sandbox.write("articles/good.md", article("badger"));
    sandbox.index({"articles"});
    CHECK(sandbox.index({"--audit"}).status == 0);
    CHECK(sandbox.index({"--audit"}).out == "nothing to mend\n");

    sandbox.write("articles/twice.md", article("badger"));
    sandbox.write("articles/baddate.md", "---\ntitle: T\ndate: 2026-02-30\n---\nA text here.\n");
    sandbox.write("articles/future.md", "---\ntitle: T\ndate: 2999-01-01\n---\nA text here.\n");
    sandbox.write("articles/front.md", "---\ntitle: [T\ndate: 2026-02-01\n---\nA text here.\n");
    sandbox.write("articles/cut.md", "---\ntitle: T\n---\nA text [+1234 chars]\n");
    sandbox.write("articles/latin.md",
                  "---\ntitle: T\n---\nCaf\xe9 au lait, na\xefve \xe0 Paris.\n");
    sandbox.index({});
    const Output output = sandbox.index({"--audit"});
    CHECK(output.status == 1);
    const std::string folder = (sandbox.path() / "articles").string();
    CHECK(contains(output.out, "With the URL of another article: 1\n"));
    CHECK(contains(output.out, folder + "/baddate.md:3: date '2026-02-30' does not exist\n"));
    CHECK(contains(output.out, "Dates in the future: 1\n  " + folder + "/future.md: 2999-01-01\n"));
    CHECK(contains(output.out, "Front matter that is not right: 1\n"));
    CHECK(contains(output.out, "Cut off, as it seems: 1\n"));
    CHECK(contains(output.out, "Not in UTF-8: 1\n"));
    const Json json = json_of(sandbox.index({"--audit", "--json"}));
    CHECK(json.at("counts").at("future_date") == 1);
    CHECK(json.at("counts").at("same_url") == 1);
    CHECK(json.at("findings").size() > 6);
}

TEST_CASE("a sound index is verified against its files, a damaged one is told") {
    const Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.write("articles/more.jsonl",
                  "{\"title\":\"A\",\"text\":\"One text.\",\"id\":1}\n"
                  "{\"title\":\"B\",\"text\":\"Another.\",\"id\":2}\n");
    sandbox.index({"articles"});
    const Output sound = sandbox.index({"--verify"});
    CHECK(sound.status == 0);
    CHECK(sound.out == "sound: 7 articles; 7 articles of 6 files compared with what is stored\n");
    sandbox.write("articles/more.jsonl", "{\"title\":\"A\",\"text\":\"Other.\"}\n");
    CHECK(contains(sandbox.index({"--verify"}).out, "1 file changed or gone since then"));
    CHECK(json_of(sandbox.index({"--verify", "--json"})).at("sound") == true);

    const fs::path table = sandbox.path() / "index/generation-1/docdata.glass";
    const std::size_t size = fs::file_size(table);
    sandbox.write("index/generation-1/docdata.glass", std::string(size, 'x'));
    const Output damaged = sandbox.index({"--verify"});
    CHECK(damaged.status == 2);
    CHECK(contains(damaged.out + damaged.err, "--rebuild"));
}

TEST_CASE("looking does not go with changing") {
    const Sandbox sandbox;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--status", "--audit"},
          {"--status", "--rebuild"},
          {"--verify", "--include=*.md"},
          {"--json", "articles"}}) {
        const Output output = sandbox.index(arguments);
        CHECK(output.status == 2);
        CHECK(contains(output.err, "hint: "));
    }
}

}  // namespace dateline::cli
