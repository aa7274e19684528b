// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/folder_defaults.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct Root {
    fs::path path;
    Root() {
        std::string pattern = (fs::temp_directory_path() / "dateline-defaults-XXXXXX").string();
        path = mkdtemp(pattern.data());
        fs::create_directories(path / "a/b");
    }
    ~Root() { fs::remove_all(path); }
    Root(const Root&) = delete;
    Root& operator=(const Root&) = delete;

    void write(const std::string& folder, const std::string& bytes) const {
        std::ofstream(path / folder / defaults_name) << bytes;
    }
    Defaults of(const std::string& folder) const { return FolderDefaults(path).of(folder); }
    std::vector<Problem> problems() const {
        FolderDefaults defaults(path);
        defaults.of("a/b");
        return defaults.problems();
    }
};

const std::string too_large(std::size_t{2} << 20U, '#');

}  // namespace

TEST_CASE("the nearest folder's defaults come first, and those above it still count") {
    const Root root;
    root.write("", "outlet: A\nsection: s\n");
    root.write("a", "outlet: B\n");
    const Defaults defaults = root.of("a/b");
    CHECK(defaults.fields ==
          std::vector<RawField>{{"outlet", {"B"}, 1}, {"outlet", {"A"}, 1}, {"section", {"s"}, 2}});
    CHECK(defaults.from == "a/.dateline.yaml");
    CHECK(root.of("").from == ".dateline.yaml");
    CHECK(root.problems().empty());
}

TEST_CASE("keys that are not heeded are problems, with the key that was meant") {
    struct Row {
        std::string file;
        std::string message;  // "" if nothing is wrong
        std::uint32_t line;
        ProblemKind kind = ProblemKind::other;
    };
    const Row rows[] = {
        {"outlt: x\n", "unknown key 'outlt', so not heeded; did you mean 'outlet'?", 1},
        {"# ours\n\nOutlets: x\n", "unknown key 'outlets', so not heeded; did you mean 'outlet'?",
         3},
        {"dte_published: 2026\n",
         "unknown key 'dte_published', so not heeded; did you mean 'datepublished'?", 1},
        {"wombat: x\n", "unknown key 'wombat', so not heeded", 1},
        {"title: x\n", "'title' is of one article, not of a folder, so not heeded", 1},
        {"author: [A, B]\nDate Published: 2026-02\nlang: en\ntags: a\nsection: s\noutlet: x\n", "",
         0},
        {"\xEF\xBB\xBFoutlet: x\r\nlang: en\r\n", "", 0},
        {"date: someday\n", "'date: someday' is no date that is understood, so not heeded", 1},
        {"lang: klingon\n", "'lang: klingon' is no language that is known, so not heeded", 1},
        {"date: 7/8/2026\nlang: German\n", "", 0},
        {"", "", 0},
        {"# nothing yet\n---\n", "", 0},
        {"TRT World\n", "no keys in it, such as 'outlet: TRT World'", 0},
        {"- outlet\n", "no keys in it, such as 'outlet: TRT World'", 0},
        {"outlet: a: b\n", "the file is not valid YAML (illegal map value)", 1,
         ProblemKind::front_matter},
        {too_large, "larger than 1 MB, so not heeded", 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.file.substr(0, 100));
        const Root root;
        root.write("a", row.file);
        std::vector<Problem> expected;
        if (!row.message.empty())
            expected = {{"a/.dateline.yaml", row.line, row.message, false, row.kind}};
        CHECK(root.problems() == expected);
    }
}

TEST_CASE("of many keys that are not heeded some are named and the others counted") {
    const Root root;
    std::string file;
    for (int number = 0; number < 1000; ++number)
        file += "wombat" + std::to_string(number) + ": x\n";
    root.write("", file);
    const std::vector<Problem> problems = root.problems();
    REQUIRE(problems.size() == 6);
    CHECK(problems.back().message == "995 more lines are not heeded");
}

TEST_CASE("a change of any defaults above an article changes their hash, whatever lies between") {
    const std::string contents[] = {"", "outlet: x\n", "outlet: y\n", "outlet: a: b\n", too_large};
    for (const std::string& between : contents) {
        CAPTURE(between.substr(0, 100));
        const Root root;
        root.write("a", between);
        std::vector<std::uint64_t> hashes{root.of("a/b").hash};
        for (const std::string& above : contents) {
            root.write("", above);
            hashes.push_back(root.of("a/b").hash);
        }
        std::sort(hashes.begin(), hashes.end());
        CHECK(std::adjacent_find(hashes.begin(), hashes.end()) == hashes.end());
    }
    const Root root;
    CHECK(root.of("a/b").hash == 0);
    root.write("a", "outlet: x\n");
    const std::uint64_t readable = root.of("a/b").hash;
    fs::remove(root.path / "a" / defaults_name);
    fs::create_directory(root.path / "a" / defaults_name);
    CHECK(root.of("a/b").hash != readable);
    CHECK(root.of("a/b").hash != 0);
    CHECK(root.problems() ==
          std::vector<Problem>{{"a/.dateline.yaml", 0, "not a file, so not heeded", false}});
}

}  // namespace dateline
