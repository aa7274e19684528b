// SPDX-License-Identifier: GPL-2.0-or-later
// Articles are away while a run is interrupted, and come back: the next run finds them all. It must
// not be misled by what the interrupted one had done already.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>

#include "tests/faults/archive.h"
#include "tests/faults/fault.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using cli::Output;
using cli::Sandbox;

constexpr int most_complaints = 3;
const RootNames one_folder{{0, "t"}};

std::string words(const std::string& kind, int number) {
    return fmt::format("{} number {} stands here, {}.\n", kind, number, kind);
}

/// 60 articles that stay, and those of `away`: a folder or a file of many.
class Absence {
public:
    explicit Absence(const std::string& away) : away_("t/" + away) {
        use_shim(sandbox_);
        sandbox_.environment["XAPIAN_FLUSH_THRESHOLD"] = "10";  // to write without being asked
        std::string lines;
        for (int i = 0; i < 30; ++i) {
            lines += fmt::format(R"({{"title": "Gone {0}", "text": "Gone number {0}."}})"
                                 "\n",
                                 i);
            if (!away.ends_with(".jsonl"))
                sandbox_.write(fmt::format("{}/{}.md", away_, i), words("Gone", i));
        }
        if (away.ends_with(".jsonl")) sandbox_.write(away_, lines);
        for (int i = 0; i < 60; ++i)
            sandbox_.write(fmt::format("t/kept/{}.md", i), words("Kept", i));
        sandbox_.index({"--quiet", "t"});
        copy_folder(sandbox_, "index", "base");
        old_ = index_contents(sandbox_);
    }

    /// The number of calls of the run, which is disturbed at `fault.at`.
    long disturb(const Fault& fault) {
        copy_folder(sandbox_, "base", "index");
        fs::rename(sandbox_.path() / away_, sandbox_.path() / "elsewhere");
        sandbox_.write("t/kept/1.md", words("Changed", 1));
        sandbox_.write("t/kept/3.md", words("Changed", 3));
        if (new_.roots.empty()) new_ = from_nothing(sandbox_, one_folder);
        const FaultyRun run = run_with_fault(sandbox_, {"-j1"}, fault);
        const IndexContents contents = index_contents(sandbox_);
        fs::rename(sandbox_.path() / "elsewhere", sandbox_.path() / away_);
        const std::string not_new = differences(contents, new_);
        const std::string not_old = differences(contents, old_);
        CHECK_MESSAGE((not_new.empty() || not_old.empty()), "neither the new index:\n", not_new,
                      "nor the old one:\n", not_old, told(run.output));
        return run.calls;
    }

    /// What is wrong after the next run, with all back.
    std::string complaint_of_next_run() {
        const Output next = sandbox_.index({"-j1"});
        if (all_.roots.empty()) all_ = from_nothing(sandbox_, one_folder);
        std::string found = differences(index_contents(sandbox_), all_);
        if (next.status != 0) found += told(next);
        return found + unsoundness(sandbox_);
    }

private:
    std::string away_;
    Sandbox sandbox_;
    IndexContents old_;
    IndexContents new_;  ///< without what is away
    IndexContents all_;
};

/// At each call in turn, until there are no more.
void disturb_everywhere(Absence& absence, Fault fault) {
    int complaints = 0;
    long calls = 0;
    for (fault.at = 1; calls >= fault.at - 1 && complaints < most_complaints; ++fault.at) {
        CAPTURE(fault.kind);
        CAPTURE(fault.calls);
        CAPTURE(fault.at);
        calls = absence.disturb(fault);
        const std::string complaint = absence.complaint_of_next_run();
        CHECK_MESSAGE(complaint.empty(), complaint);
        complaints += !complaint.empty();
    }
    CHECK(fault.at > 3);
}

}  // namespace

TEST_CASE("articles that were away during an interrupted run are all found when they are back") {
    for (const std::string away : {"gone", "gone.jsonl"}) {
        CAPTURE(away);
        Absence absence(away);
        disturb_everywhere(absence, {.kind = "sigint", .calls = "read", .under = "t"});
        disturb_everywhere(absence, {.kind = "sigterm", .calls = "write,sync,rename"});
    }
}

TEST_CASE("articles that were away during a run that was killed are all found when they are back") {
    for (const std::string away : {"gone", "gone.jsonl"}) {
        CAPTURE(away);
        Absence absence(away);
        disturb_everywhere(absence, {.kind = "kill", .calls = "read", .under = "t"});
        disturb_everywhere(absence, {.kind = "kill", .calls = "write,sync,rename"});
    }
}

}  // namespace dateline
