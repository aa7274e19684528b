// SPDX-License-Identifier: GPL-2.0-or-later
// What saved searches tell, whatever goes wrong. DATELINE_HISTORIES=n lives n lives,
// DATELINE_HISTORY_SEED=s begins with that of seed s.
#include <doctest/doctest.h>

#include "tests/faults/archive.h"
#include "tests/faults/fault.h"
#include "tests/faults/followed_life.h"

namespace dateline {
namespace {

using cli::Output;
using cli::Sandbox;

constexpr const char* state = ".local/state/dateline";

/// A search that has told all, and an article that is new for it.
class Followed {
public:
    Followed() {
        use_shim(sandbox_);
        write_archive(sandbox_);
        sandbox_.index({"--quiet", "a", "b"});
        sandbox_.search({"--save", "ships", "ships"});
        sandbox_.search({"--save", "cargo", "cargo OR pilots"});
        sandbox_.write("a/90.md", "---\ntitle: Report new\n---\n\nShips and pilots of today.\n");
        sandbox_.index({"--quiet"});
        copy_folder(sandbox_, state, "before");
    }

    Sandbox& sandbox() { return sandbox_; }

private:
    Sandbox sandbox_;
};

}  // namespace

TEST_CASE("a run that is killed or fails at any call tells again what it did not remember") {
    Followed followed;
    Sandbox& sandbox = followed.sandbox();
    const std::vector<std::string> arguments{"--new", "--format", "jsonl"};
    const auto told_of = [](const std::string& out) {
        return (out.find("\"ships\"") != out.npos ? 1 : 0) +
               (out.find("\"cargo\"") != out.npos ? 2 : 0);
    };
    const auto ask = [&](const Fault& fault) {
        copy_folder(sandbox, "before", state);
        return search_with_fault(sandbox, arguments, fault);
    };
    const Fault none{.under = ".local"};
    const FaultyRun whole = ask(none);
    REQUIRE(whole.output.status == 0);
    REQUIRE(told_of(whole.output.out) == 3);
    REQUIRE(whole.calls > 5);
    CHECK(sandbox.search(arguments).status == 1);
    for (const char* kind : {"kill", "broken", "full", "interrupted", "short", "sigterm"})
        for (long at = 1; at <= whole.calls; ++at) {
            CAPTURE(kind);
            CAPTURE(at);
            const FaultyRun run = ask({.kind = kind, .at = at, .under = ".local"});
            const Output next = sandbox.search(arguments);
            CHECK((told_of(run.output.out) | told_of(next.out)) == 3);
            if (run.output.status == 0) CHECK(next.status == 1);
            CHECK(sandbox.search(arguments).status == 1);
        }
}

TEST_CASE("a search that cannot be saved is not there, and one that cannot be forgotten stays") {
    Followed followed;
    Sandbox& sandbox = followed.sandbox();
    copy_folder(sandbox, ".config", "config-before");
    const auto run = [&](const std::vector<std::string>& arguments, const Fault& fault) {
        copy_folder(sandbox, "before", state);
        copy_folder(sandbox, "config-before", ".config");
        return search_with_fault(sandbox, arguments, fault);
    };
    const auto saved = [&] { return sandbox.search({"--saved"}).out; };
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--save", "more", "report"}, {"--forget", "cargo"}}) {
        copy_folder(sandbox, "before", state);
        copy_folder(sandbox, "config-before", ".config");
        const std::string before = saved();
        const long calls = run(arguments, {.under = ""}).calls;
        const std::string after = saved();
        REQUIRE(before != after);
        for (const char* kind : {"kill", "broken", "full"})
            for (long at = 1; at <= calls; ++at) {
                CAPTURE(kind);
                CAPTURE(at);
                const FaultyRun fault = run(arguments, {.kind = kind, .at = at, .under = ""});
                const std::string now = saved();
                CHECK_MESSAGE((now == before || now == after), now);
                if (fault.output.status == 0) CHECK(now == after);
            }
    }
}

TEST_CASE("in any life of two archives each article is told, once where nothing crashed") {
    constexpr long usual_lives = 6;
    constexpr int steps = 12;
    const long first = number_of_tries("DATELINE_HISTORY_SEED", 1).value_or(1);
    const long many = number_of_tries("DATELINE_HISTORIES", usual_lives).value_or(1000);
    int complaints = 0;
    for (long seed = first; seed < first + many && complaints < 3; ++seed) {
        CAPTURE(seed);
        const std::string complaint = followed_life_complaint(static_cast<unsigned>(seed), steps);
        CHECK_MESSAGE(complaint.empty(), complaint);
        complaints += !complaint.empty();
    }
}

}  // namespace dateline
