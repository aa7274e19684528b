// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/file_check.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "common/error.h"
#include "tests/unit/temporary_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// Files, and how often each was read.
class Files {
public:
    std::string write(const std::string& name, const std::string& bytes) {
        const fs::path path = fs::path(folder_.path()) / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }

    /// Another time, other bytes or not.
    static void touch(const std::string& path) {
        fs::last_write_time(path, fs::last_write_time(path) + std::chrono::seconds(5));
    }

    static FileStamp stamp(const std::string& path) {
        struct stat status {};
        REQUIRE(stat(path.c_str(), &status) == 0);
        FileStamp made = stamp_of(status);
        made.hash = hash_file(path);
        return made;
    }

    FileCheck::Hash counting() {
        return [this](const std::string& path) {
            ++reads[path];
            return hash_file(path);
        };
    }

    std::map<std::string, int> reads;

private:
    TemporaryFolder folder_;
};

FileState state(FileCheck& check, const std::string& path, const FileStamp& indexed) {
    return check.state_of("", path, [&] { return indexed; });
}

}  // namespace

TEST_CASE("a file is what was indexed if its size and time are, or its size and bytes") {
    Files files;
    const std::string path = files.write("a", "one");
    const FileStamp indexed = Files::stamp(path);
    const auto now = [&] {
        FileCheck check(files.counting());
        return state(check, path, indexed);
    };
    CHECK(now() == FileState::unchanged);
    CHECK(files.reads.empty());
    Files::touch(path);
    CHECK(now() == FileState::unchanged);
    CHECK(files.reads[path] == 1);
    files.write("a", "two");
    Files::touch(path);
    CHECK(now() == FileState::changed);
    files.write("a", "longer");
    CHECK(now() == FileState::changed);
    CHECK(files.reads[path] == 2);
    fs::remove(path);
    CHECK(now() == FileState::missing);
}

TEST_CASE("a file of many hits is looked at, read and its stamp asked for once") {
    Files files;
    const std::string path = files.write("many.jsonl", "{}\n{}\n");
    const FileStamp indexed = Files::stamp(path);
    Files::touch(path);
    FileCheck check(files.counting());
    int asked = 0;
    for (int hit = 0; hit < 100; ++hit)
        CHECK(check.state_of("", path, [&] {
            ++asked;
            return indexed;
        }) == FileState::unchanged);
    CHECK(files.reads[path] == 1);
    CHECK(asked == 1);
    CHECK(check.unchecked() == 0);
}

TEST_CASE("what is read in one search is bounded, and the rest unchecked") {
    Files files;
    FileCheck check(files.counting(), 10);
    std::vector<FileState> states;
    for (const std::string name : {"a", "b", "c", "d"}) {
        const std::string path = files.write(name, name == "c" ? "much longer" : "1234");
        const FileStamp indexed = Files::stamp(path);
        Files::touch(path);
        states.push_back(state(check, path, indexed));
        states.push_back(state(check, path, indexed));
    }
    using enum FileState;
    CHECK(states == std::vector{unchanged, unchanged, unchanged, unchanged, unchecked, unchecked,
                                unchecked, unchecked});
    CHECK(files.reads.size() == 2);
    CHECK(check.unchecked() == 2);
    CHECK(check.note()->starts_with("2 files may have changed: "));
    CHECK_FALSE(FileCheck().note());
}

TEST_CASE("a file that cannot be read is unchecked, and one below a file is missing") {
    Files files;
    const std::string path = files.write("a", "one");
    FileStamp indexed = Files::stamp(path);
    indexed.modified_ns = 1;
    FileCheck check([](const std::string&) -> std::uint64_t { throw Error("not allowed"); });
    CHECK(state(check, path, indexed) == FileState::unchecked);
    CHECK(state(check, path + "/below", indexed) == FileState::missing);
}

}  // namespace dateline
