// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever call to the system fails, and wherever the indexer is killed: the index is the old or
// the new one and sound, the status and the message say what happened, and the next run completes.
//
// DATELINE_FAULTS=n tries n calls for each kind of run and of fault, "all" every one.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "tests/faults/archive.h"
#include "tests/faults/fault.h"

namespace dateline {
namespace {

using cli::Output;
using cli::Sandbox;

constexpr long usual_tries = 5;
constexpr int most_complaints = 5;  // of one kind of run

struct FaultKind {
    std::string name;
    const char* calls;
    std::vector<int> statuses;  ///< with which the run may end
};

const std::vector<FaultKind>& fault_kinds() {
    static const std::vector<FaultKind> kinds{
        {"full", changing_calls, {0, 1, 2}},        {"broken", changing_calls, {0, 1, 2}},
        {"interrupted", "open,write,sync", {0, 2}}, {"short", "write", {0, 2}},
        {"kill", changing_calls, {128 + 9}},        {"sigterm", changing_calls, {0, 130}},
        {"sigint", changing_calls, {0, 130}}};
    return kinds;
}

/// A run that is disturbed: of the archive as write_archive or change_archive left it.
struct Operation {
    std::vector<std::string> before;  ///< the run that makes the old index; none: there is none
    void (*change)(const Sandbox&);   ///< what then becomes of the archive, if anything does
    std::vector<std::string> arguments;
    RootNames roots;  ///< afterwards
};

/// One sandbox for all faults of an operation.
class Trial {
public:
    explicit Trial(const Operation& operation) : operation_(operation) {
        use_shim(sandbox_);
        sandbox_.environment["XAPIAN_FLUSH_THRESHOLD"] = "5";  // to write without being asked
        write_archive(sandbox_);
        if (!operation.before.empty()) sandbox_.index(operation.before);
        old_ = index_contents(sandbox_);
        copy_folder(sandbox_, "index", "base");
        if (operation.change) operation.change(sandbox_);
        new_ = from_nothing(sandbox_, operation.roots);
    }

    /// Without a fault; the number of calls.
    long count_calls(const std::string& calls) {
        copy_folder(sandbox_, "base", "index");
        const FaultyRun run = run_with_fault(sandbox_, operation_.arguments, {.calls = calls});
        INFO(told(run.output));
        REQUIRE(run.output.status == 0);
        REQUIRE(differences(index_contents(sandbox_), new_) == "");
        REQUIRE(run.calls > 0);
        return run.calls;
    }

    /// What is wrong after the fault; "" if nothing is.
    std::string complaint(const FaultKind& kind, long at) {
        copy_folder(sandbox_, "base", "index");
        const FaultyRun run = run_with_fault(sandbox_, operation_.arguments,
                                             {.kind = kind.name, .at = at, .calls = kind.calls});
        const int status = run.output.status;
        std::string found;
        const bool died = run.calls < at;  // another order of threads: there was no such call
        if (std::ranges::find(kind.statuses, status) == kind.statuses.end() && !died)
            found += fmt::format("status {}\n", status);
        if (status == 2 && run.output.err.find("hint: ") == std::string::npos)
            found += "no hint is given\n";
        const std::string not_new = differences(index_contents(sandbox_), new_);
        const std::string not_old = differences(index_contents(sandbox_), old_);
        if (!not_new.empty() && !not_old.empty())
            found += "neither the new index:\n" + not_new + "nor the old one:\n" + not_old;
        if (status < 2 && !not_new.empty()) found += "it said that all is well\n";
        found += unsoundness(sandbox_);
        found += complaint_of_next_run(not_new.empty());
        return found.empty() ? "" : found + "the run ended with " + told(run.output);
    }

private:
    std::string complaint_of_next_run(bool is_new) {
        std::string found;
        const Output next =
            sandbox_.index(is_new ? std::vector<std::string>{} : operation_.arguments);
        if (next.status != 0) found += "the next run: " + told(next);
        if (const auto left = differences(index_contents(sandbox_), new_); !left.empty())
            found += "after the next run:\n" + left;
        found += unsoundness(sandbox_);
        return found + leftovers(sandbox_);
    }

    Operation operation_;
    Sandbox sandbox_;
    IndexContents old_;
    IndexContents new_;
};

/// Tries so many calls for each kind.
void try_faults(const Operation& operation, std::optional<long> tries,
                const std::vector<FaultKind>& kinds = fault_kinds()) {
    Trial trial(operation);
    int complaints = 0;
    double shift = 0;
    for (const FaultKind& kind : kinds) {
        const long count = trial.count_calls(kind.calls);
        shift += 1.0 / static_cast<double>(kinds.size() + 1);
        for (const long at : evenly_spaced(count, tries, shift)) {
            CAPTURE(kind.name);
            CAPTURE(at);
            CAPTURE(count);
            const std::string complaint = trial.complaint(kind, at);
            CHECK_MESSAGE(complaint.empty(), complaint);
            if (!complaint.empty() && ++complaints == most_complaints) return;
        }
    }
}

std::optional<long> tries() {
    return number_of_tries("DATELINE_FAULTS", usual_tries);
}

const RootNames a_and_b{{0, "a"}, {1, "b"}};

void rename_a(const Sandbox& sandbox) {
    std::filesystem::rename(sandbox.path() / "a", sandbox.path() / "moved");
}

}  // namespace

TEST_CASE("a first run that fails or is killed leaves no index or the whole of it") {
    try_faults({{}, nullptr, {"-j2", "a", "b"}, a_and_b}, tries());
}

TEST_CASE("an update that fails or is killed leaves the old index or the new one") {
    try_faults({{"a", "b"}, change_archive, {"-j2"}, a_and_b}, tries());
}

TEST_CASE("a rebuild that fails or is killed leaves the old index or the new one") {
    try_faults({{"a", "b"}, change_archive, {"-j2", "--rebuild"}, a_and_b}, tries());
}

TEST_CASE("a rebuild by Xapian's own writer that fails leaves the old index or the new one") {
    try_faults({{"a", "b"}, change_archive, {"-j2", "--rebuild", "--writer=xapian"}, a_and_b},
               tries());
}

TEST_CASE("forgetting one folder and adding another happens whole or not at all") {
    try_faults({{"a", "b"}, nullptr, {"-j2", "--forget", "a", "c"}, {{1, "b"}, {2, "c"}}}, tries());
}

TEST_CASE("a folder that moves has moved in the index or has not") {
    try_faults({{"a", "b"}, rename_a, {"--move-root", "a", "moved"}, {{0, "moved"}, {1, "b"}}},
               tries());
}

TEST_CASE("forgetting folders that is interrupted at any call happens whole or not at all") {
    try_faults({{"a", "b"}, change_archive, {"-j1", "--forget=a", "b"}, {{1, "b"}}}, std::nullopt,
               {{"sigint", changing_calls, {0, 130}}});
}

}  // namespace dateline
