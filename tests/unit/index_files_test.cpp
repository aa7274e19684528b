// SPDX-License-Identifier: GPL-2.0-or-later
// What stands in an index folder: whose stub it is, and whether a generation is whole.
#include "common/index_files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/files/generations.h"
#include "indexer/inspect/run_apart.h"
#include "tests/unit/index_folder.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* table_names[] = {"postlist", "docdata", "termlist", "position", "synonym"};

}  // namespace

TEST_CASE("a generation has a number without leading zeros") {
    CHECK(generation_number("generation-1") == 1);
    CHECK(generation_number("generation-1234567890123") == 1234567890123);
    for (const char* name : {"", "generation-", "generation-0", "generation-01", "generation-1x",
                             "generation--1", "generation-1/../..", "generation-1\n",
                             "generation-99999999999999999999", "Generation-1"}) {
        CAPTURE(name);
        CHECK(generation_number(name) == 0);
    }
}

TEST_CASE("a stub is one line that names a generation, and anything else is never followed") {
    const IndexFolder folder;
    CHECK(read_stub(folder.path()) == Stub{});
    const std::vector<std::string> foreign{"",
                                           "auto generation-1",
                                           "auto generation-1\n\n",
                                           "auto generation-1\nremote :touch x\n",
                                           "remote :touch x\n",
                                           "remote localhost:1\n",
                                           "auto ../generation-1\n",
                                           "auto /etc\n",
                                           "auto  generation-1\n",
                                           " auto generation-1\n",
                                           "glass generation-1\n",
                                           std::string("auto generation-1\0\n", 19),
                                           "auto generation-1\n" + std::string(100'000, ' ')};
    for (const std::string& text : foreign) {
        CAPTURE(text);
        folder.write("XAPIANDB", text);
        CHECK(read_stub(folder.path()).state == StubState::foreign);
        CHECK(contains(message_of([&] { current_generation(folder.path()); }),
                       "is not an index of dateline\nname another folder"));
    }
    folder.write("XAPIANDB", "auto generation-12\n");
    CHECK(read_stub(folder.path()) == Stub{StubState::good, "generation-12"});

    folder.make_generation(1);
    for (const std::string& text : foreign) {
        CAPTURE(text);
        folder.write("XAPIANDB", text);
        CHECK(read_stub(folder.path()).state == StubState::damaged);
        CHECK(contains(message_of([&] { open_index(folder.path()); }), "--rebuild"));
    }
    fs::remove(folder / "XAPIANDB");
    fs::create_symlink("/etc/passwd", folder / "XAPIANDB");
    CHECK(contains(message_of([&] { open_index(folder.path()); }), "not a regular file"));
    fs::remove(folder / "XAPIANDB");
    REQUIRE(mkfifo((folder / "XAPIANDB").c_str(), 0600) == 0);
    CHECK(contains(message_of([&] { open_index(folder.path()); }), "not a regular file"));
}

TEST_CASE("a generation opens only if it is whole") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.point_to(1);
    CHECK(message_of([&] { open_index(folder.path()); }).empty());
    const auto file = [&](const std::string& name) { return folder / ("generation-1/" + name); };
    for (const std::string table : table_names) {
        CAPTURE(table);
        const std::string path = file(table + ".glass");
        fs::rename(path, folder / "aside");
        CHECK(contains(message_of([&] { open_index(folder.path()); }), "is missing\nbuild it"));
        fs::create_directory(path);
        CHECK(contains(message_of([&] { open_index(folder.path()); }), "not a regular file"));
        fs::remove(path);
        REQUIRE(mkfifo(path.c_str(), 0600) == 0);
        CHECK(contains(message_of([&] { open_index(folder.path()); }), "not a regular file"));
        fs::remove(path);
        fs::rename(folder / "aside", path);
    }
    CHECK(message_of([&] { open_index(folder.path()); }).empty());
    fs::rename(file("iamglass"), folder / "aside");
    // A stub within the generation is not followed either.
    folder.write("generation-1/XAPIANDB", "remote :touch x\n");
    CHECK(contains(message_of([&] { open_index(folder.path()); }), "is missing\nbuild it"));
    fs::rename(folder / "generation-1", folder / "elsewhere");
    CHECK(contains(message_of([&] { open_index(folder.path()); }), "is missing\nbuild it"));
    fs::create_directory_symlink("elsewhere", folder / "generation-1");
    CHECK(contains(message_of([&] { open_index(folder.path()); }), "is missing\nbuild it"));
}

TEST_CASE("no version file makes an index open that Xapian would take wrongly, or cut") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.point_to(1);
    const std::string whole = folder.read("generation-1/iamglass");
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        folder.write("generation-1/iamglass", whole.substr(0, size));
        CHECK(contains(message_of([&] { open_index(folder.path()); }), "--rebuild"));
    }
    std::string changed = whole;
    changed[32] = 0;  // the revision
    folder.write("generation-1/iamglass", changed);
    CHECK(contains(message_of([&] { open_index(folder.path()); }), "cannot be understood"));
    changed = whole;
    changed[15] ^= 1;  // the format
    folder.write("generation-1/iamglass", changed);
    CHECK(contains(message_of([&] { open_index(folder.path()); }), "another Xapian"));
}

TEST_CASE("no flipped bit of the version file makes a reader crash") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.point_to(1);
    const std::string whole = folder.read("generation-1/iamglass");
    for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
        CAPTURE(bit);
        std::string changed = whole;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        folder.write("generation-1/iamglass", changed);
        const auto read = run_apart([&] {
            return message_of([&] {
                with_index(folder.path(), [](const Xapian::Database& database) {
                    for (auto term = database.allterms_begin(); term != database.allterms_end();
                         ++term)
                        for (auto post = database.postlist_begin(*term);
                             post != database.postlist_end(*term); ++post)
                            database.get_document(*post).get_data();
                });
            });
        });
        REQUIRE(read.has_value());
        CHECK((read->empty() || contains(*read, "--rebuild") || contains(*read, "permissions")));
    }
}

TEST_CASE("an empty index has few tables and is whole") {
    const IndexFolder folder;
    {
        Xapian::WritableDatabase database(folder / "generation-1", Xapian::DB_CREATE |
                                                                       Xapian::DB_BACKEND_GLASS |
                                                                       Xapian::DB_NO_SYNC);
        IndexInfo info;
        info.analysis = analysis_version;
        for (const auto& [key, value] : encode_info(info)) database.set_metadata(key, value);
        database.commit();
    }
    folder.point_to(1);
    CHECK_FALSE(fs::exists(folder / "generation-1/position.glass"));
    CHECK(message_of([&] { open_index(folder.path()); }).empty());
}

}  // namespace dateline
