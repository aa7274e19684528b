// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/last_run.h"

#include <doctest/doctest.h>

#include <fstream>
#include <random>

#include "tests/unit/temporary_folder.h"

namespace dateline {
namespace {

void write(const TemporaryFolder& folder, const std::string& bytes) {
    std::ofstream(folder / "last-run") << bytes;
}

}  // namespace

TEST_CASE("the notes of an index's folders come back, whatever these are called") {
    const TemporaryFolder folder;
    CHECK(read_folder_notes(folder.path()) == FolderNotes{});
    const FolderNotes notes{{{{0, "/a folder"}, {}, 1'764'115'200},
                             {{3, "/b\n\\n c"}, {{"*.md"}, {"drafts/", "-x"}}, 0},
                             {{4, "/next"}, {{}, {"\xff"}}, 5}},
                            7};
    write_folder_notes(folder.path(), notes);
    CHECK(read_folder_notes(folder.path()) == notes);
    CHECK(notes.find(3)->root.path == "/b\n\\n c");
    CHECK(notes.find(1) == nullptr);
}

TEST_CASE("notes of an older version tell the times, not the folders") {
    const TemporaryFolder folder;
    write(folder, "0 1764115200 2025-11-26T00:00:00Z\n2 5 1970-01-01T00:00:05Z\n");
    const FolderNotes notes = read_folder_notes(folder.path());
    REQUIRE(notes.folders.size() == 2);
    CHECK(notes.find(0)->last_run == 1'764'115'200);
    CHECK(notes.find(0)->root.path.empty());
    CHECK(notes.next_root == 3);
}

TEST_CASE("damaged notes say less, and never crash") {
    const TemporaryFolder folder;
    const std::string good = "next 3\n0 1764115200 2025-11-26T00:00:00Z /a\n-x\n+y\n";
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        std::string bytes = good;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        bytes.resize(random() % (bytes.size() + 1));
        write(folder, bytes);
        CHECK(read_folder_notes(folder.path()).folders.size() <= 2);
    }
}

}  // namespace dateline
