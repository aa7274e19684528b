// SPDX-License-Identifier: GPL-2.0-or-later
// What stands in an index folder: whose stub it is, whether a generation is whole, what is removed,
// what is done again when a writer was faster.
#include "common/index_files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <new>
#include <stdexcept>

#include "common/analysis.h"
#include "common/error.h"
#include "common/index_store.h"
#include "indexer/files/generations.h"
#include "indexer/files/index_lock.h"
#include "indexer/inspect/run_apart.h"
#include "tests/unit/bulk_samples.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* table_names[] = {"postlist", "docdata", "termlist", "position", "synonym"};

/// An index folder with tiny generations, each of one article that has its number as a word.
class IndexFolder {
public:
    std::string path() const { return folder_ / ""; }
    std::string operator/(const std::string& name) const { return (folder_ / name).string(); }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(*this / name, std::ios::binary) << bytes;
    }

    std::string read(const std::string& name) const {
        std::ifstream file(*this / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    void make_generation(int number) const {
        Xapian::WritableDatabase database(
            *this / ("generation-" + std::to_string(number)),
            Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        Xapian::Document document;
        document.add_posting("n" + std::to_string(number), 1);
        document.set_data("data");
        database.add_document(document);
        database.add_synonym("Zn", "n");
        IndexInfo info;
        info.analysis = analysis_version;
        for (const auto& [key, value] : encode_info(info)) database.set_metadata(key, value);
        database.commit();
    }

    void point_to(int number) const {
        write("XAPIANDB", "auto generation-" + std::to_string(number) + "\n");
    }

    /// What of it is there, sorted.
    std::vector<std::string> names() const {
        std::vector<std::string> names = names_in(path());
        std::ranges::sort(names);
        return names;
    }

private:
    TemporaryFolder folder_;
};

std::string message_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return std::string(error.what()) + "\n" + error.hint();
    }
    return "";
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

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

TEST_CASE("what fails while the index is replaced is done again, whole, on the new one") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.make_generation(2);
    folder.point_to(1);
    std::vector<std::string> seen;
    with_index(folder.path(), [&](const Xapian::Database& database) {
        seen.push_back(*database.allterms_begin());
        if (seen.size() > 1) return;
        folder.point_to(2);
        fs::remove_all(folder / "generation-1");
        throw Xapian::DatabaseNotFoundError("gone");
    });
    CHECK(seen == std::vector<std::string>{"n1", "n2"});
}

TEST_CASE("what fails on an index that stays as it is fails once, and says what to do") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.point_to(1);
    int runs = 0;
    const std::string message = message_of([&] {
        with_index(folder.path(), [&](const Xapian::Database& /*database*/) {
            ++runs;
            throw Xapian::DatabaseModifiedError("block overwritten");
        });
    });
    CHECK(runs == 1);
    CHECK(contains(message, "is damaged: block overwritten\nbuild it anew"));
}

TEST_CASE("lengths that cannot be, as damage has them read, come with what to do") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.point_to(1);
    const auto failing = [&](const std::function<void()>& fail) {
        return message_of([&] {
            with_index(folder.path(), [&](const Xapian::Database& /*database*/) { fail(); });
        });
    };
    CHECK(contains(failing([] { throw std::length_error("append"); }), "failed: append\ncheck it"));
    CHECK(contains(failing([] { throw std::bad_alloc(); }), "not enough memory\ncheck it"));
}

TEST_CASE("an index that never holds still is not called damaged") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.make_generation(2);
    folder.point_to(1);
    int runs = 0;
    const std::string message = message_of([&] {
        with_index(folder.path(), [&](const Xapian::Database& /*database*/) {
            folder.point_to(1 + ++runs % 2);
            throw Xapian::DatabaseModifiedError("block overwritten");
        });
    });
    CHECK(runs < 100);
    CHECK(contains(message, "changes faster than it can be read"));
}

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
