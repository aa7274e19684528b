// SPDX-License-Identifier: GPL-2.0-or-later
// What a writer removes, publishes and locks in an index folder.
#include "indexer/files/generations.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/files/index_lock.h"
#include "tests/unit/index_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

}  // namespace

TEST_CASE("leftovers are removed where it is known which generation is current") {
    struct Row {
        std::string stub;  // "": none
        std::vector<std::string> left;
    };
    const std::vector<Row> rows{
        {"auto generation-2\n", {"XAPIANDB", "generation-2", "other"}},
        // Another's, cut or lost: which one is current nobody knows, so nothing is removed.
        {"auto gener", {"XAPIANDB", "generation-1", "generation-2", "generation-3", "other"}},
        {"\n", {"XAPIANDB", "generation-1", "generation-2", "generation-3", "other"}},
        {"auto generation-7\n",
         {"XAPIANDB", "generation-1", "generation-2", "generation-3", "other"}},
        // A first run that was killed, or a stub that was deleted: the last whole one stays.
        {"", {"generation-2", "other"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.stub);
        const IndexFolder folder;
        folder.make_generation(1);
        folder.make_generation(2);
        fs::create_directory(folder / "generation-3");
        folder.write("generation-3/postlist.glass", "half of it");
        fs::create_directory(folder / "other");
        fs::create_directory(folder / "probe-abcdef");
        folder.write("spill-abcdef", "x");
        if (!row.stub.empty()) folder.write("XAPIANDB", row.stub);
        remove_leftovers(folder.path());
        CHECK(folder.names() == row.left);
    }
}

TEST_CASE("a rebuild learns the folders from the generation that is left") {
    const IndexFolder folder;
    CHECK(generation_to_rebuild(folder.path()).empty());
    folder.make_generation(1);
    folder.make_generation(2);
    for (const std::string stub :
         {"", "auto generation-1\n", "auto gener", "auto generation-9\n"}) {
        CAPTURE(stub);
        fs::remove(folder / "XAPIANDB");
        if (!stub.empty()) folder.write("XAPIANDB", stub);
        const std::string wanted = stub == "auto generation-1\n" ? "generation-1" : "generation-2";
        CHECK(fs::path(generation_to_rebuild(folder.path())).filename() == wanted);
    }
}

TEST_CASE("the lock is never taken through a link, and nothing else is overwritten") {
    const std::string precious = "precious";
    const std::function<void(const IndexFolder&)> traps[] = {
        [](const IndexFolder& folder) { fs::create_symlink("precious", folder / "lock"); },
        [](const IndexFolder& folder) {
            fs::create_hard_link(folder / "precious", folder / "lock");
        },
        [](const IndexFolder& folder) { REQUIRE(mkfifo((folder / "lock").c_str(), 0600) == 0); }};
    for (const auto& set : traps) {
        const IndexFolder folder;
        folder.write("precious", precious);
        set(folder);
        const std::string message =
            message_of([&] { const IndexLock lock(folder.path(), false, nullptr, nullptr); });
        CHECK(contains(message, "is not a lock file of dateline\nremove it"));
        CHECK(folder.read("precious") == precious);
    }
}

TEST_CASE("a generation is published past a link in the way") {
    const IndexFolder folder;
    folder.write("precious", "precious");
    fs::create_symlink("precious", folder / "XAPIANDB.new");
    folder.make_generation(1);
    publish_generation(folder.path(), folder / "generation-1");
    CHECK(folder.read("precious") == "precious");
    CHECK(folder.read("XAPIANDB") == "auto generation-1\n");
    CHECK(read_stub(folder.path()) == Stub{StubState::good, "generation-1"});
}

TEST_CASE("whether another process writes a database is asked of its lock") {
    const IndexFolder folder;
    folder.make_generation(1);
    CHECK_FALSE(has_writer(folder / "generation-1"));
    CHECK_FALSE(has_writer(folder / "nothing"));
    const Xapian::WritableDatabase database(folder / "generation-1", Xapian::DB_OPEN);
    CHECK(has_writer(folder / "generation-1"));
}

}  // namespace dateline
