// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/walk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "common/error.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    Folder() {
        std::string pattern = (fs::temp_directory_path() / "dateline-walk-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& bytes = "x") const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name) << bytes;
    }
    std::vector<std::string> walked() const {
        std::vector<std::string> paths;
        for (const WalkedFile& file : walk_folder(path.string()).files)
            paths.push_back(file.path());
        return paths;
    }
};

}  // namespace

TEST_CASE("files come in order, hidden ones and indexes are left out") {
    const Folder folder;
    folder.write("b/2.txt");
    folder.write("a.txt", "four");
    folder.write("b/1.txt");
    folder.write(".hidden/x.txt");
    folder.write("b/.x.txt");
    folder.write("index/XAPIANDB");
    folder.write("index/generation-1/iamglass");
    CHECK(folder.walked() == std::vector<std::string>{"a.txt", "b/1.txt", "b/2.txt"});
    CHECK(walk_folder(folder.path.string()).files[0].stamp.size == 4);
}

TEST_CASE("links are followed once, loops end, pipes and dangling links are passed over") {
    const Folder folder;
    folder.write("a/1.txt");
    fs::create_directory_symlink(folder.path / "a", folder.path / "z");
    fs::create_directory_symlink(folder.path, folder.path / "a/loop");
    fs::create_symlink("/nowhere", folder.path / "gone.txt");
    fs::create_symlink("/dev/zero", folder.path / "zero");
    REQUIRE(mkfifo((folder.path / "pipe").c_str(), 0600) == 0);
    CHECK(folder.walked().size() == 1);
}

TEST_CASE("a root that is not there is an error") {
    CHECK_THROWS_AS(walk_folder("/nowhere/at/all"), Error);
    CHECK_THROWS_AS(read_bytes("/nowhere/at/all"), Error);
}

TEST_CASE("what a .datelineignore names is left out, the nearest one decides") {
    const Folder folder;
    folder.write(".datelineignore", "drafts/\n*.tmp\n/old.txt\n");
    folder.write("drafts/1.txt");
    folder.write("a/drafts/2.txt");
    folder.write("a/x.tmp");
    folder.write("a/old.txt");
    folder.write("old.txt");
    folder.write("b/.datelineignore", "!x.tmp\n*.txt\n");
    folder.write("b/x.tmp");
    folder.write("b/y.tmp");
    folder.write("b/3.txt");
    CHECK(folder.walked() == std::vector<std::string>{"a/old.txt", "b/x.tmp"});
    CHECK(walk_folder(folder.path.string()).ignored == 6);
}

TEST_CASE("include and exclude patterns choose among the files") {
    const Folder folder;
    folder.write("a.md");
    folder.write("b.txt");
    folder.write("drafts/c.md");
    WalkOptions options;
    options.filter = {{"*.md"}, {"drafts/"}};
    const Walk walk = walk_folder(folder.path.string(), options);
    REQUIRE(walk.files.size() == 1);
    CHECK(walk.files[0].path() == "a.md");
    CHECK(walk.ignored == 2);
}

TEST_CASE("a folder that is also reached by a link stays where it is") {
    const Folder folder;
    folder.write("z/1.txt");
    fs::create_directory_symlink(folder.path / "z", folder.path / "a");
    CHECK(folder.walked() == std::vector<std::string>{"z/1.txt"});
}

TEST_CASE("an index in the making is not entered either") {
    const Folder folder;
    folder.write("a.txt");
    folder.write("index/lock");
    WalkOptions options;
    options.index = (folder.path / "index").string();
    CHECK(walk_folder(folder.path.string(), options).files.size() == 1);
}

}  // namespace dateline
