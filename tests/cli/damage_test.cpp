// SPDX-License-Identifier: GPL-2.0-or-later
// Damage of every file of an index, by flipped bits, cuts, and loss: never a crash, never an answer
// that is wrong where it can be known, an error that says what to do, and a rebuild that mends it.
// DATELINE_DAMAGES=500 flips that many bits of each file, DATELINE_SEED chooses others.
#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <random>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;

using Arguments = std::vector<std::string>;

const std::vector<Arguments> questions{
    {"--format", "jsonl", "-n0", "--full", "word3"},
    {"--count", "\"the otter\" OR word1*"},
    {"--json", "-n2", "--timeline", "--by", "outlet", "--since", "2020", "badger", "-word7"}};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::size_t number_in_environment(const char* name, std::size_t usual) {
    const char* const text = std::getenv(name);
    return text == nullptr ? usual : std::stoul(text);
}

void write_articles(const Sandbox& sandbox) {
    std::mt19937 random(9);
    for (int i = 0; i < 30; ++i) {
        std::string text = "---\ntitle: Story " + std::to_string(i) + "\ndate: 2026-02-" +
                           std::to_string(10 + i % 18) + "\noutlet: Paper " +
                           std::to_string(i % 4) + "\n---\nThe otter swims, the badger sleeps.\n";
        for (int word = 0; word < 150; ++word)
            text += " word" + std::to_string(random() % 300) + (word % 20 == 19 ? ".\n\n" : "");
        sandbox.write("articles/" + std::to_string(i) + ".md", text);
    }
}

/// An index that can be had whole again, and what it answers.
class Archive {
public:
    Archive() {
        write_articles(sandbox);
        REQUIRE(sandbox.index({"articles"}).status == 0);
        fs::copy(index(), sandbox.path() / "whole", fs::copy_options::recursive);
        answers_ = ask();
        for (const Output& answer : answers_) REQUIRE(answer.status == 0);
    }

    fs::path index() const { return sandbox.path() / "index"; }

    void restore() const {
        fs::remove_all(index());
        fs::copy(sandbox.path() / "whole", index(), fs::copy_options::recursive);
    }

    /// All files, as names below the index.
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator(sandbox.path() / "whole"))
            if (entry.is_regular_file())
                names.push_back(fs::relative(entry.path(), sandbox.path() / "whole").string());
        std::ranges::sort(names);
        return names;
    }

    std::vector<Output> ask() const {
        std::vector<Output> answers;
        for (const Arguments& question : questions) answers.push_back(sandbox.search(question));
        return answers;
    }

    /// What each program says of the index with that file damaged. `exact`: an answer must be the
    /// right one.
    void examine(const std::string& name, bool exact) const {
        const bool of_database = name.starts_with("generation-");
        const std::vector<Output> answers = ask();
        for (std::size_t i = 0; i < answers.size(); ++i) {
            CAPTURE(i);
            check_said(answers[i], of_database);
            const bool same = answers[i].out == answers_[i].out;
            if (exact && answers[i].status != 2) CHECK(same);
        }
        for (const Arguments& look : {Arguments{"--status"}, {"--verify"}})
            check_said(sandbox.index(look), of_database);
        check_said(sandbox.index({}), false);
    }

    /// --rebuild makes it what it was. Which folders there are it may have to be told.
    void check_mended() const {
        const Output rebuilt = sandbox.index({"--rebuild", "articles"});
        CAPTURE(rebuilt.err);
        CHECK(rebuilt.status == 0);
        const std::vector<Output> answers = ask();
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const bool same = answers[i].out == answers_[i].out;
            CHECK(same);
        }
    }

    Sandbox sandbox;

private:
    /// Never killed, and where it fails, what to do about it.
    static void check_said(const Output& output, bool rebuilding_helps) {
        CAPTURE(output.err);
        CHECK(output.status >= 0);
        CHECK(output.status <= 2);
        if (output.status == 2) CHECK(contains(output.out + output.err, "hint: "));
        if (output.status == 2 && rebuilding_helps)
            CHECK(contains(output.out + output.err, "dateline-index --rebuild"));
    }

    std::vector<Output> answers_;
};

/// A byte that says something, in the head of a block half of the time, where it says most.
std::size_t choose_byte(const std::string& bytes, std::mt19937& random) {
    constexpr std::size_t block_bytes = 8192;
    constexpr std::size_t head_bytes = 80;
    std::size_t at = 0;
    for (int attempt = 0; attempt < 50; ++attempt) {
        at = random() % bytes.size();
        if (random() % 2 == 0)
            at = std::min(at / block_bytes * block_bytes + random() % head_bytes, bytes.size() - 1);
        if (bytes[at] != '\0') break;
    }
    return at;
}

}  // namespace

TEST_CASE("flipped bits of an index are never a crash, and a rebuild mends them") {
    const Archive archive;
    const std::size_t flips = number_in_environment("DATELINE_DAMAGES", 3);
    const std::size_t seed = number_in_environment("DATELINE_SEED", 1);
    for (const std::string& name : archive.files()) {
        CAPTURE(name);
        std::mt19937 random(static_cast<unsigned>(seed));
        for (std::size_t flip = 0; flip < flips; ++flip) {
            archive.restore();
            std::string bytes = archive.sandbox.read("index/" + name);
            if (bytes.empty()) continue;
            const std::size_t at = choose_byte(bytes, random);
            const unsigned bit = random() % 8;
            CAPTURE(at);
            CAPTURE(bit);
            bytes[at] = static_cast<char>(bytes[at] ^ (1U << bit));
            archive.sandbox.write("index/" + name, bytes);
            // Xapian's tables have no checksums, but what we store in them has.
            archive.examine(name, name.ends_with("docdata.glass"));
            archive.check_mended();
        }
    }
}

TEST_CASE("cut or lost files of an index are told, not searched around") {
    const Archive archive;
    for (const std::string& name : archive.files()) {
        CAPTURE(name);
        const fs::path file = archive.index() / name;
        const std::size_t size = fs::file_size(archive.sandbox.path() / "whole" / name);
        const std::function<void()> damages[] = {[&] { fs::remove(file); },
                                                 [&] { fs::resize_file(file, 0); },
                                                 [&] { fs::resize_file(file, size / 2); },
                                                 [&] {
                                                     fs::remove(file);
                                                     fs::create_directory(file);
                                                 }};
        for (const std::function<void()>& damage : damages) {
            const auto number = &damage - damages;
            CAPTURE(number);
            archive.restore();
            damage();
            archive.examine(name, true);
            if (number < 3 || name.starts_with("generation-")) archive.check_mended();
        }
    }
}

TEST_CASE("a stub of any kind runs no program and opens no other folder") {
    const Archive archive;
    const fs::path ran = archive.sandbox.path() / "ran";
    for (const std::string& stub :
         {"remote :touch " + ran.string() + "\n",
          "auto generation-1\nremote :touch " + ran.string(),
          "auto " + (archive.sandbox.path() / "whole/generation-1").string() + "\n",
          std::string("auto ../whole/generation-1\n"), std::string("inmemory\n"), std::string()}) {
        CAPTURE(stub);
        archive.restore();
        archive.sandbox.write("index/XAPIANDB", stub);
        CHECK(archive.sandbox.search({"--count", "otter"}).status == 2);
        for (const Arguments& look : {Arguments{"--status"}, {"--verify"}, {"--audit"}, {}})
            CHECK(archive.sandbox.index(look).status == 2);
        CHECK(fs::exists(archive.index() / "generation-1/iamglass"));
        archive.check_mended();
        CHECK_FALSE(fs::exists(ran));
    }
}

TEST_CASE("an index whose stub was lost is rebuilt from its own list of folders") {
    const Archive archive;
    fs::remove(archive.index() / "XAPIANDB");
    const Output lost = archive.sandbox.search({"--count", "otter"});
    CHECK(lost.status == 2);
    CHECK(contains(archive.sandbox.index({"--rebuild"}).out, "30 added"));
    CHECK(archive.sandbox.search({"--count", "otter"}).out == "30\n");
    CHECK(contains(archive.sandbox.index({}).out, "30 unchanged"));
}

TEST_CASE("an index that is being written is not called damaged, nor sound without reason") {
    const Archive archive;
    const std::string table = "index/generation-1/docdata.glass";
    {
        const Xapian::WritableDatabase writer((archive.index() / "generation-1").string(),
                                              Xapian::DB_OPEN);
        CHECK(archive.sandbox.index({"--verify"}).status == 0);
        std::string bytes = archive.sandbox.read(table);
        bytes[bytes.size() - 40] ^= 1;  // of an article; the table stays in order
        archive.sandbox.write(table, bytes);
        CHECK(archive.sandbox.index({"--verify"}).status == 75);
    }
    CHECK(archive.sandbox.index({"--verify"}).status == 2);
}

TEST_CASE("an index that may only be read is verified as far as that goes, not called damaged") {
    const Archive archive;
    Output output;
    if (geteuid() == 0) {  // root may write everywhere
        fs::permissions(archive.sandbox.path(), fs::perms(0755));
        const std::string open_up = "chmod -R a+rX . && exec setpriv --reuid=65534 --clear-groups ";
        output = archive.sandbox.run("/bin/sh",
                                     {"-c", open_up + "\"$0\" --verify", DATELINE_INDEX_PROGRAM});
        if (output.status == 126 || output.status == 127) return;  // no setpriv, or a hidden build
    } else {
        for (const auto& entry : fs::directory_iterator(archive.index() / "generation-1"))
            fs::permissions(entry, fs::perms::owner_read);
        output = archive.sandbox.index({"--verify"});
    }
    CAPTURE(output.err);
    CHECK(output.status == 1);
    CHECK(contains(output.out, "the tables cannot be checked: Permission denied\n"));
    CHECK(contains(output.out, "no damage found: 30 articles"));
}

}  // namespace dateline::cli
