// SPDX-License-Identifier: GPL-2.0-or-later
// What must not hurt: strange files, sudden death, two writers, readers meanwhile, a full disk.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <random>
#include <thread>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

constexpr int archive_size = 300;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// Articles that say in which state they are: "alphastate", "betastate".
void write_articles(const Sandbox& sandbox, const std::string& state, int begin, int end) {
    std::mt19937 random(static_cast<unsigned>(begin));
    for (int i = begin; i < end; ++i) {
        std::string text = "# Title " + std::to_string(i) + "\n\nThis is the " + state + "state.\n";
        for (int word = 0; word < 300; ++word)
            text += " word" + std::to_string(random() % 5000) + (word % 20 == 19 ? ".\n" : "");
        sandbox.write("articles/" + std::to_string(i) + ".md", text + "\n");
    }
}

/// The number of articles in the state, -1 if there is no index.
int count(const Sandbox& sandbox, const std::string& state) {
    const Output output = sandbox.search({"--count", state + "state"});
    if (output.status == 2) {
        const bool no_index =
            contains(output.err, "no index in it") || contains(output.err, "no such folder");
        CHECK_MESSAGE(no_index, output.err);
        return -1;
    }
    return std::stoi(output.out);
}

/// Runs the indexer, but kills it after so many seconds.
void index_and_die(const Sandbox& sandbox, double seconds, const std::string& arguments) {
    const std::string script = "\"$0\" " + arguments + " & sleep " + std::to_string(seconds) +
                               "; kill -9 $! 2>/dev/null; wait";
    sandbox.run("/bin/sh", {"-c", script, DATELINE_INDEX_PROGRAM});
}

double seconds_for(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void make_deep_folders(const fs::path& folder) {
    const int here = open(folder.c_str(), O_RDONLY | O_DIRECTORY);
    int at = dup(here);
    for (int depth = 0; depth < 300; ++depth) {
        mkdirat(at, "a-folder-with-a-name", 0700);
        const int below = openat(at, "a-folder-with-a-name", O_RDONLY | O_DIRECTORY);
        close(at);
        at = below;
    }
    close(at);
    close(here);
}

void make_socket(const fs::path& path) {
    const int file = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.string().copy(address.sun_path, sizeof(address.sun_path) - 1);
    CHECK(bind(file, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
    close(file);
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("pipes, sockets, devices, odd names and deep folders are passed over or read") {
    const Sandbox sandbox;
    const fs::path folder = sandbox.path() / "articles";
    fs::create_directory(folder);
    CHECK(mkfifo((folder / "pipe.txt").c_str(), 0600) == 0);
    make_socket(folder / "socket.md");
    fs::create_symlink("/dev/zero", folder / "zero.txt");
    fs::create_symlink("itself.txt", folder / "itself.txt");
    fs::create_directory_symlink(".", folder / "loop");
    sandbox.write("articles/new\nline.txt", "Otters return.\n\nOtters in the Thames.\n");
    sandbox.write("articles/bad\xff.txt", "Badgers rejoice.\n\nBadgers in Kent.\n");
    std::string deep = "articles/";
    for (int depth = 0; depth < 300; ++depth) deep += "d/";
    sandbox.write(deep + "deep.txt", "Moles dig.\n\nMoles far below.\n");
    make_deep_folders(folder);  // deeper than a path can be long

    const Output output = sandbox.index({"articles"});
    CHECK(output.status == 1);
    CHECK(contains(output.out, "3 articles: 3 added"));
    CHECK(contains(output.out, "1 problem"));
    CHECK(contains(output.err, "File name too long"));
    CHECK(sandbox.search({"--count", "otters"}).out == "1\n");
    CHECK(sandbox.search({"--count", "badgers"}).out == "1\n");
    CHECK(sandbox.search({"--count", "moles"}).out == "1\n");
    CHECK(contains(sandbox.index({}).out, "3 unchanged"));
}

TEST_CASE("thousands of empty files are problems, not articles, and cost little") {
    const Sandbox sandbox;
    sandbox.copy_corpus("articles");
    for (int i = 0; i < 3000; ++i) sandbox.write("articles/" + std::to_string(i), "");
    const Output output = sandbox.index({"articles"});
    CHECK(contains(output.out, "5 articles: 5 added"));
    CHECK(contains(output.err, "more problems"));
    CHECK(contains(sandbox.index({}).out, "5 unchanged"));
}

TEST_CASE("an unreadable file is told in every run and read when it can be") {
    if (geteuid() == 0) return;  // root reads everything
    const Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.write("articles/closed.txt", "Closed.\n\nAn otter.\n");
    const fs::path closed = sandbox.path() / "articles/closed.txt";
    fs::permissions(closed, fs::perms::none);
    for (int run = 0; run < 2; ++run) {
        const Output output = sandbox.index({"articles"});
        CHECK(output.status == 1);
        CHECK(contains(output.err, "closed.txt: Permission denied"));
    }
    fs::permissions(closed, fs::perms::owner_read);
    CHECK(contains(sandbox.index({}).out, "1 added"));
}

namespace {

/// Of each kind of run.
int kills_wanted() {
    const char* const wanted = std::getenv("DATELINE_KILLS");
    return wanted == nullptr ? 4 : std::stoi(wanted);
}

}  // namespace

TEST_CASE("a run that is killed leaves the state before or after, and the next one completes it") {
    const Sandbox sandbox;
    std::mt19937 random(42);
    const auto fraction = [&] { return static_cast<double>(random() % 1000) / 1000; };
    write_articles(sandbox, "alpha", 0, archive_size);
    const double whole = seconds_for([&] { sandbox.index({"articles"}); });
    const int kills = kills_wanted();
    for (int round = 0; round < kills; ++round) {
        fs::remove_all(sandbox.path() / "index");
        index_and_die(sandbox, whole * fraction(), "articles");
        const int found = count(sandbox, "alpha");
        CHECK((found == -1 || found == archive_size));
        CHECK(sandbox.index({"articles"}).status == 0);
        CHECK(count(sandbox, "alpha") == archive_size);
        CHECK(names_in(sandbox.path() / "index").size() == 4);  // stub, generation, lock, last-run
    }
    std::string before = "alpha";
    std::string after = "beta";
    for (int round = 0; round < kills; ++round) {
        write_articles(sandbox, after, 0, archive_size);
        index_and_die(sandbox, whole * fraction(), "--rebuild");
        const int found = count(sandbox, before);
        CHECK((found == 0 || found == archive_size));
        CHECK(count(sandbox, after) == archive_size - found);
        CHECK(sandbox.index({}).status == 0);
        CHECK(count(sandbox, after) == archive_size);
        CHECK(names_in(sandbox.path() / "index").size() == 4);
        std::swap(before, after);
    }
    for (int round = 0; round < kills; ++round) {
        write_articles(sandbox, after, 0, 50);  // few: in place
        index_and_die(sandbox, whole * fraction(), "");
        CHECK(count(sandbox, before) + count(sandbox, after) == archive_size);
        CHECK(sandbox.index({}).status == 0);
        CHECK(count(sandbox, after) == 50);
        write_articles(sandbox, before, 0, 50);
        CHECK(sandbox.index({}).status == 0);
        CHECK(count(sandbox, before) == archive_size);
    }
}

TEST_CASE("the second writer waits and says for whom, or gives up at once") {
    const Sandbox sandbox;
    sandbox.copy_corpus("articles");
    sandbox.index({"articles"});
    const int lock = open((sandbox.path() / "index/lock").c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(flock(lock, LOCK_EX) == 0);
    const Output busy = sandbox.index({"--no-wait"});
    CHECK(busy.status == 75);
    CHECK(contains(busy.err, "is being written by process "));
    CHECK(contains(busy.err, "(since 2"));
    std::thread release([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        close(lock);
    });
    const Output waited = sandbox.index({});
    release.join();
    CHECK(waited.status == 0);
    CHECK(contains(waited.err, "is writing the index; waiting"));
    CHECK(contains(waited.out, "5 unchanged"));
}

TEST_CASE("readers never see an error while the index is rebuilt and updated") {
    Sandbox writer;
    Sandbox reader;
    reader.environment["DATELINE_INDEX"] = (writer.path() / "index").string();
    write_articles(writer, "alpha", 0, archive_size);
    writer.index({"articles"});
    std::atomic<bool> done = false;
    std::thread writing([&] {
        for (int round = 0; round < 4; ++round) {
            writer.index({"--rebuild"});
            write_articles(writer, round % 2 == 0 ? "beta" : "alpha", 0, 20);
            writer.index({});
        }
        done = true;
    });
    int searches = 0;
    for (; !done; ++searches) {
        const Output output = reader.search({"-n", "3", "word17", "OR", "state"});
        CHECK_MESSAGE(output.status == 0, output.err);
    }
    writing.join();
    CHECK(searches > 5);
    CHECK(count(writer, "alpha") == archive_size);
}

TEST_CASE("a full disk leaves the old index and says so") {
    const Sandbox sandbox;
    write_articles(sandbox, "alpha", 0, archive_size);
    const auto index_with_room = [&](const std::string& blocks,
                                     const std::vector<std::string>& arguments) {
        // A limit on the size of files fails as a full disk does.
        std::vector<std::string> words{"-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\"",
                                       DATELINE_INDEX_PROGRAM};
        words.insert(words.end(), arguments.begin(), arguments.end());
        return sandbox.run("/bin/sh", words);
    };
    const auto check_failed = [&](const Output& output) {
        CAPTURE(output.err);
        CHECK(output.status == 2);
        CHECK(contains(output.err, "File too large"));
        CHECK(contains(output.err, "hint: "));
    };
    check_failed(index_with_room("100", {"articles"}));
    CHECK(count(sandbox, "alpha") == -1);
    CHECK(sandbox.index({"articles"}).status == 0);
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--rebuild"}, {"--rebuild", "--writer=xapian"}, {}}) {
        write_articles(sandbox, "beta", 0, 50);
        check_failed(index_with_room("100", arguments));
        CHECK(count(sandbox, "alpha") == archive_size);
    }
    CHECK(contains(sandbox.index({}).out, "50 updated"));
    CHECK(count(sandbox, "beta") == 50);
    CHECK(names_in(sandbox.path() / "index").size() == 4);
}

#if !defined(DATELINE_PROGRAMS_SANITIZED)  // which takes more address space than there is
TEST_CASE("too little memory for the threads or the articles is said, and leaves the old index") {
    const Sandbox sandbox;
    write_articles(sandbox, "alpha", 0, archive_size);
    REQUIRE(sandbox.index({"articles"}).status == 0);
    const std::string reference = sandbox.search({"--json", "-n3", "word17"}).out;
    for (const char* kilobytes : {"60000", "100000", "250000", "600000", "1500000"}) {
        CAPTURE(kilobytes);
        const std::string script =
            std::string("ulimit -v ") + kilobytes + "; exec \"$0\" --rebuild -j256";
        const Output output = sandbox.run("/bin/sh", {"-c", script, DATELINE_INDEX_PROGRAM});
        CAPTURE(output.err);
        CHECK((output.status == 0 || (output.status == 2 && contains(output.err, "memory"))));
        CHECK(sandbox.search({"--json", "-n3", "word17"}).out == reference);
    }
}
#endif

}  // namespace dateline::cli
