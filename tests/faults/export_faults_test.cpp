// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever call fails while an index is exported, and wherever that is killed: under the file's
// name is what was there before or the whole export, and the status says which.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "tests/faults/archive.h"
#include "tests/faults/fault.h"

namespace dateline {
namespace {

using cli::Output;
using cli::Sandbox;

constexpr const char* before = "what was exported last week\n";

struct Kind {
    const char* name;
    std::vector<int> statuses;  ///< with which the run may end
};

const std::vector<Kind> kinds{{"full", {2}},       {"broken", {0, 2}},  {"interrupted", {0, 2}},
                              {"short", {0, 2}},   {"kill", {128 + 9}}, {"sigterm", {0, 130}},
                              {"sigint", {0, 130}}};

class Trial {
public:
    explicit Trial(const std::string& file) : file_("out/" + file) {
        use_shim(sandbox_);
        write_archive(sandbox_);
        REQUIRE(sandbox_.index({"a", "b"}).status == 0);
        restore();
        REQUIRE(sandbox_.index(arguments()).status == 0);
        whole_ = sandbox_.read(file_);
        REQUIRE(whole_.size() > 500);
    }

    long count_calls() {
        restore();
        return run_with_fault(sandbox_, arguments(), {.under = "out"}).calls;
    }

    /// What is wrong after the fault; "" if nothing is.
    std::string complaint(const Kind& kind, long at) {
        restore();
        const Output output =
            run_with_fault(sandbox_, arguments(), {.kind = kind.name, .at = at, .under = "out"})
                .output;
        std::string found;
        if (std::ranges::find(kind.statuses, output.status) == kind.statuses.end())
            found += fmt::format("status {}\n", output.status);
        if (output.status == 2 && output.err.find("hint: ") == std::string::npos)
            found += "no hint is given\n";
        const std::string left = sandbox_.read(file_);
        if (left != whole_ && left != before) found += "neither the old file nor the new one\n";
        if (output.status == 0 && left != whole_) found += "it said that all is well\n";
        if (output.status < 128 + 9 && files() != 1) found += "something is left beside the file\n";
        return found.empty() ? "" : found + "the run ended with " + told(output);
    }

private:
    std::vector<std::string> arguments() const { return {"--export", "jsonl", file_}; }

    void restore() const {
        std::filesystem::remove_all(sandbox_.path() / "out");
        sandbox_.write(file_, before);
    }

    std::ptrdiff_t files() const {
        const std::filesystem::directory_iterator folder(sandbox_.path() / "out");
        return std::distance(begin(folder), end(folder));
    }

    Sandbox sandbox_;
    std::string file_;
    std::string whole_;
};

}  // namespace

TEST_CASE(
    "an export that fails or is killed at any call leaves the old file or the whole new one") {
    for (const char* file : {"archive.jsonl", "archive.jsonl.gz", "archive.jsonl.zst"}) {
        CAPTURE(file);
        Trial trial(file);
        const long count = trial.count_calls();
        REQUIRE(count >= 4);  // opened, written, synced, renamed
        for (const Kind& kind : kinds)
            for (long at = 1; at <= count; ++at) {
                CAPTURE(kind.name);
                CAPTURE(at);
                const std::string complaint = trial.complaint(kind, at);
                CHECK_MESSAGE(complaint.empty(), complaint);
            }
    }
}

}  // namespace dateline
