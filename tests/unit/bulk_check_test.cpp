// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/check_database.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "common/error.h"
#include "indexer/writers/bulk/known_format.h"
#include "tests/unit/bulk_samples.h"

namespace dateline {
namespace {

bulk::Expectation load(const Sample& sample, const std::filesystem::path& folder) {
    return write_by_loader(sample, folder, quick_options());
}

void overwrite(const std::filesystem::path& path, std::streamoff offset, const std::string& bytes) {
    std::fstream file(path, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(offset);
    file << bytes;
}

/// No file may grow over so many bytes, as on a disk that is full.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit before_{};
    void (*signal_)(int);
};

}  // namespace

TEST_CASE("the installed library writes the format that the loader knows") {
    const TemporaryFolder folder;
    CHECK(library_writes_known_format(folder.path()));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a disk that cannot be probed is not another format") {
    const TemporaryFolder folder;
    CHECK_THROWS_AS(library_writes_known_format(folder / "missing"), Error);
    const FileSizeLimit limit(4096);
    CHECK_THROWS_AS(library_writes_known_format(folder.path()), Error);
}

TEST_CASE("a database as loaded passes the check") {
    const Sample sample = random_sample(31, sample_documents());
    const TemporaryFolder folder;
    const bulk::Expectation expected = load(sample, folder / "loader");
    CHECK(expected.documents == sample.documents.size());
    CHECK(expected.witnesses.size() >= sample.documents.size() / 64);
    CHECK(check_database(folder / "loader", expected).empty());
    CHECK(check_database(folder / "loader", expected, CheckDepth::sample).empty());
}

TEST_CASE("the check notices what is not as it was put") {
    const Sample sample = random_sample(32, sample_documents());
    const TemporaryFolder folder;
    const bulk::Expectation expected = load(sample, folder / "loader");

    bulk::Expectation other = expected;
    ++other.documents;
    CHECK(check_database(folder / "loader", other).size() == 2);
    other = expected;
    ++other.total_length;
    CHECK(check_database(folder / "loader", other).size() == 1);
    for (auto change :
         {+[](bulk::Witness& w) { ++w.length; }, +[](bulk::Witness& w) { ++w.terms; },
          +[](bulk::Witness& w) { ++w.data_hash; }, +[](bulk::Witness& w) { ++w.text_hash; },
          +[](bulk::Witness& w) { w.id = "other"; }}) {
        other = expected;
        change(other.witnesses.back());
        CHECK(check_database(folder / "loader", other).size() == 1);
    }
}

TEST_CASE("the check reports damage and does not throw") {
    const Sample sample = random_sample(33, sample_documents());
    for (const char* name : {"postlist.glass", "termlist.glass", "position.glass", "iamglass"}) {
        CAPTURE(name);
        const TemporaryFolder folder;
        const bulk::Expectation expected = load(sample, folder / "loader");
        overwrite(folder / "loader" / name, 2, std::string(60, '\x7f'));
        CHECK(!check_database(folder / "loader", expected).empty());
    }
    CHECK(!check_database("/nowhere/at/all", {}).empty());
}

TEST_CASE("a loader that is killed leaves a whole database or none") {
    const Sample sample = random_sample(35, sample_documents());
    const TemporaryFolder folder;
    const bulk::Expectation expected = load(sample, folder / "whole");
    int unfinished = 0;
    for (int i = 0; i < 20; ++i) {
        const std::filesystem::path target = folder / ("killed" + std::to_string(i));
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            write_by_loader(sample, target, quick_options(), 1000000);
            _exit(0);
        }
        usleep(static_cast<useconds_t>(1500 * i));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        if (std::filesystem::exists(target / "iamglass")) {
            CHECK(check_database(target, expected).empty());
        } else {
            ++unfinished;
            CHECK_THROWS_AS(Xapian::Database(target.string()), Xapian::Error);
        }
    }
    CHECK(unfinished > 0);
}

TEST_CASE("a full disk is an error and leaves nothing behind") {
    const Sample sample = random_sample(34, sample_documents());
    for (const std::size_t most_run_bytes : {std::size_t{1} << 30, std::size_t{1000000}}) {
        const TemporaryFolder folder;
        const FileSizeLimit limit(100000);
        CHECK_THROWS_AS(write_by_loader(sample, folder / "loader", quick_options(), most_run_bytes),
                        Error);
        CHECK(std::filesystem::is_empty(folder.path()));
    }
}

}  // namespace dateline
