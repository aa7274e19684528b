// SPDX-License-Identifier: GPL-2.0-or-later
// One of two archives is rebuilt, updated, damaged and removed while both are searched: each answer
// is right, or says what is wrong. DATELINE_READS searches; more find more.
#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr int most_articles = 12;

std::string article(int number) {
    return "---\ntitle: Strike " + std::to_string(number) +
           "\n---\n\nA strike of dockers, of day " + std::to_string(number) + ".\n";
}

/// Does to the desk's archive, in turns, what can happen to one.
class Meddler {
public:
    Meddler() {
        for (int i = 0; i < most_articles / 2; ++i) write(i);
        make();
    }

    std::string index() const { return (sandbox_.path() / "desk-index").string(); }

    /// How often the archive was written.
    int done() const { return done_; }

    void meddle(int turn) {
        switch (turn % 5) {
            case 0:
                write(most_articles / 2 + turn % (most_articles / 2));
                return make();
            case 1:
                return make({"--rebuild"});
            case 2:
                fs::remove(sandbox_.path() / "desk" / name(turn % most_articles));
                return make();
            case 3:  // as a disk that loses its end
                for (const auto& file : fs::recursive_directory_iterator(index()))
                    if (file.path().filename() == "postlist.glass") fs::resize_file(file.path(), 0);
                return make({"--rebuild"});
            default:
                fs::remove_all(index());
                return make();
        }
    }

private:
    static std::string name(int number) { return std::to_string(number) + ".md"; }
    void write(int number) { sandbox_.write("desk/" + name(number), article(number)); }
    void make(std::vector<std::string> more = {}) {
        more.insert(more.end(), {"desk", "--index", index(), "--quiet", "--allow-removals"});
        done_ += sandbox_.index(more).status == 0;
    }

    Sandbox sandbox_;
    int done_ = 0;
};

}  // namespace

TEST_CASE(
    "an archive that changes while it is searched with another gives right answers or a word") {
    const char* const asked = std::getenv("DATELINE_READS");
    const int reads = asked == nullptr ? 100 : std::atoi(asked);
    Sandbox sandbox;
    sandbox.write("mine/a.md", article(100));
    REQUIRE(sandbox.index({"mine", "--index", "mine-index"}).status == 0);
    Meddler meddler;
    std::atomic<bool> done = false;
    std::thread meddling([&] {
        for (int turn = 0; !done; ++turn) meddler.meddle(turn);
    });
    int left_out = 0;
    std::set<std::string> states;
    for (int i = 0; i < reads; ++i) {
        const Output output = sandbox.search(
            {"--index", "mine-index", "--index", meddler.index(), "--json", "-n0", "strike"});
        CAPTURE(output.err);
        CHECK(output.status == 0);
        if (output.status != 0) continue;
        const Json result = Json::parse(output.out);
        const Json& desk = result["archives"][1];
        states.insert(desk["state"]);
        const bool searched = desk["state"] == "searched";
        left_out += !searched;
        const std::size_t hits = result["hits"].size();
        CHECK(hits == (searched ? desk["articles"].get<std::size_t>() + 1 : 1));
        CHECK(result["counts"]["all"] == hits);
        const bool told = output.err.find("is left out") != std::string::npos;
        CHECK(told != searched);
    }
    done = true;
    meddling.join();
    std::string all;
    for (const std::string& state : states) all += state + " ";
    CHECK(meddler.done() > 5);
    MESSAGE(reads << " reads, " << left_out << " without the archive: " << all);
}

}  // namespace dateline::cli
