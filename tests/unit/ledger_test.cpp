// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/ledger.h"

#include <doctest/doctest.h>

#include <map>
#include <random>

#include "common/error.h"
#include "common/stored_article.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/outlets/outlets.h"
#include "indexer/readers/readers.h"

namespace dateline {
namespace {

using Saved = std::map<std::string, std::string>;

FileRecord record(std::uint64_t size, bool container = false) {
    FileRecord made{{size, 20, 30, 40}, 50, FileOutcome::indexed, 2, container, {}};
    made.problems.add({"", 3, "odd", true});
    return made;
}

/// Saves the changes as the index would; the number of entries written.
std::size_t save(Ledger& ledger, Saved& saved) {
    std::size_t written = 0;
    ledger.save_changes([&](const std::string& key, const std::string& value) {
        ++written;
        if (value.empty())
            saved.erase(key);
        else
            saved[key] = value;
    });
    return written;
}

Ledger loaded(std::uint32_t root, const Saved& saved) {
    Ledger ledger(root);
    for (const auto& [key, value] : saved)
        if (key.starts_with(Ledger::key_prefix(root))) ledger.load(key, value);
    return ledger;
}

std::string numbered_path(std::size_t i) {
    return "folder/" + std::to_string(i / 100) + "/" + std::to_string(i % 100) + ".md";
}

}  // namespace

TEST_CASE("records come back as they were saved, whatever their paths") {
    Ledger ledger(2);
    for (const char* path : {"", "a", "a/b", "b\n\xff", "a/b/c.md"}) ledger.put(path, record(1));
    Saved saved;
    save(ledger, saved);
    CHECK(loaded(2, saved).files() == ledger.files());
    CHECK(loaded(2, saved).articles() == 10);
}

TEST_CASE("a change in a folder of many files writes a part of a few hundred") {
    Ledger ledger(1);
    for (std::size_t i = 0; i < 20'000; ++i) ledger.put("one/" + std::to_string(i), record(i));
    Saved saved;
    CHECK(save(ledger, saved) > 20);
    CHECK(save(ledger, saved) == 0);
    ledger.put("one/777", record(1));
    CHECK(save(ledger, saved) == 1);
    for (const auto& [key, value] : saved) CHECK(value.size() < Ledger::most_records * 100);
}

TEST_CASE("a ledger that has lost its first part takes records all the same") {
    Ledger whole(1);
    for (std::size_t i = 0; i < 2000; ++i) whole.put(numbered_path(i), record(i));
    Saved saved;
    save(whole, saved);
    REQUIRE(saved.size() > 2);
    Saved rest = saved;
    for (const auto& [key, value] : saved)
        if (value[0] == 0) rest.erase(key);  // it begins with the path "", so with a length of 0
    REQUIRE(rest.size() == saved.size() - 1);
    Ledger ledger = loaded(1, rest);
    ledger.put("a", record(1));
    save(ledger, rest);
    CHECK(loaded(1, rest).files() == ledger.files());
}

TEST_CASE("files with many problems make smaller parts") {
    Ledger ledger(1);
    FileRecord odd = record(1);
    for (int i = 0; i < 100; ++i) odd.problems.add({"", 1, std::string(200, 'x'), false});
    for (std::size_t i = 0; i < 500; ++i) ledger.put(numbered_path(i), odd);
    Saved saved;
    CHECK(save(ledger, saved) > 100);
    for (const auto& [key, value] : saved) CHECK(value.size() < Ledger::most_bytes * 2);
    CHECK(loaded(1, saved).files() == ledger.files());
}

TEST_CASE("the problems of a file are kept up to a number, and counted beyond it") {
    FileRecord many;
    for (std::uint32_t i = 0; i < 1'000'000; ++i) many.problems.add({"", i, "not an object", true});
    CHECK(many.problems.first.size() == FileProblems::most);
    CHECK(many.problems.size() == 1'000'000);
    std::string bytes;
    encode_record(bytes, many);
    ByteSource source(bytes);
    CHECK(decode_record(source) == many);
}

TEST_CASE("the stamps of containers stand beside the ledger, those of other files do not") {
    Ledger ledger(1);
    Saved saved;
    ledger.put("items.jsonl", record(7, true));
    ledger.put("one.md", record(8));
    save(ledger, saved);
    CHECK(saved.at(container_stamp_key(1, "items.jsonl")) == encode_stamp({7, 20, 30, 40}));
    CHECK_FALSE(saved.contains(container_stamp_key(1, "one.md")));
    ledger.put("items.jsonl", record(9));  // has only one article now
    save(ledger, saved);
    CHECK_FALSE(saved.contains(container_stamp_key(1, "items.jsonl")));
}

TEST_CASE("after any history what is saved is what the ledger holds") {
    for (unsigned seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        Saved saved;
        Ledger ledger(3);
        const std::size_t paths = 10 + random() % 3000;
        for (int step = 0; step < 40; ++step) {
            const std::size_t begin = random() % paths;
            const std::size_t end = std::min(paths, begin + random() % paths);
            const bool erases = random() % 2 == 0;
            for (std::size_t i = begin; i < end; ++i)
                if (erases)
                    ledger.erase(numbered_path(i));
                else
                    ledger.put(numbered_path(i), record(random() % 100, random() % 50 == 0));
            save(ledger, saved);
            Ledger again = loaded(3, saved);
            REQUIRE(again.files() == ledger.files());
            if (random() % 4 == 0) ledger = std::move(again);
        }
        const Ledger::Files files = ledger.files();
        for (const auto& [path, left] : files) ledger.erase(path);
        save(ledger, saved);
        CHECK(saved.empty());
    }
}

TEST_CASE("damaged parts are an error, never a crash") {
    std::mt19937 random(1);
    Ledger ledger(0);
    ledger.put("a", record(1));
    ledger.put("ab", record(2));
    Saved saved;
    save(ledger, saved);
    const auto& [key, good] = *saved.begin();
    for (int round = 0; round < 5000; ++round) {
        std::string bytes = good;
        bytes[random() % bytes.size()] = static_cast<char>(random());
        bytes.resize(random() % (bytes.size() + 1));
        try {
            Ledger(0).load(key, bytes);
        } catch (const Error&) {
        }
    }
}

TEST_CASE("what a problem is about comes back, too, from the words that its makers write") {
    std::vector<Problem> problems;
    const auto add = [&](const std::vector<Problem>& found) {
        problems.insert(problems.end(), found.begin(), found.end());
    };
    add(read_file("a.txt", "").problems);
    add(read_file("a.txt", std::string("zero\0bytes \xFF\xFE\xFD", 15)).problems);
    add(read_file("a.txt", "caf\xE9").problems);
    add(read_file("a.md", "---\ntitle: A\n\nText.\n").problems);
    add(read_file("a.md", "---\ntitle: [A\n---\nText.\n").problems);
    add(read_file("a.md", "+++\ntitle = \n+++\nText.\n").problems);
    add(read_file("a.html", "<p>").problems);
    for (const char* date : {"2026-02-30", "7/8/17", "soon"}) {
        RawArticle raw;
        raw.fields = {{"date", {date}, 1}};
        raw.text = "It rained.";
        add(resolve(raw, {}, Outlets()).problems);
    }
    problems.push_back(
        {"", 1, "the date 2099-01-01 is in the future", false, ProblemKind::future_date});
    problems.push_back({"", 1, "cut after 1000000 words", false, ProblemKind::cut});
    std::size_t told = 0;
    FileRecord record;
    for (const Problem& problem : problems) {
        told += problem.kind != ProblemKind::other;
        record.problems.add(problem);
    }
    CHECK(told >= 11);
    std::string bytes;
    encode_record(bytes, record);
    ByteSource source(bytes);
    const FileRecord back = decode_record(source);
    for (std::size_t i = 0; i < problems.size(); ++i) {
        CAPTURE(problems[i].message);
        CHECK(back.problems.first[i] == problems[i]);
    }
}

}  // namespace dateline
