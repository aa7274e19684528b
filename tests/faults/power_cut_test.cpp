// SPDX-License-Identifier: GPL-2.0-or-later
// The power may be cut behind any call: what the disk then holds is no index, the old one or the
// new one, and the next run completes. DATELINE_FAULTS=n tries the next run behind n calls, "all"
// behind every one.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <set>

#include "tests/faults/archive.h"
#include "tests/faults/disk_replay.h"
#include "tests/faults/fault.h"

namespace dateline {
namespace {

using cli::Output;
using cli::Sandbox;

constexpr long usual_tries = 6;
constexpr int most_complaints = 5;

struct Model {
    const char* name;
    Spared spared;
};

constexpr std::array<Model, 5> models{{{"all names, synced bytes", Spared::names},
                                       {"synced names, synced bytes", Spared::nothing},
                                       {"all names, half of the bytes", Spared::half},
                                       {"chance", Spared::anything},
                                       {"chance again", Spared::anything}}};

class PowerCut {
public:
    PowerCut(const std::vector<std::string>& before, const std::vector<std::string>& arguments)
        : path_((sandbox_.path() / "index").string()), arguments_(arguments) {
        use_shim(sandbox_);
        sandbox_.environment["XAPIAN_FLUSH_THRESHOLD"] = "5";
        write_archive(sandbox_);
        if (!before.empty()) {
            sandbox_.index(before);
            change_archive(sandbox_);
        }
        old_ = index_contents(sandbox_);
        copy_folder(sandbox_, "index", "base");
        std::filesystem::create_directory(sandbox_.path() / "log");
        const FaultyRun run = run_with_fault(sandbox_, arguments, {.log = "log"});
        REQUIRE(run.output.status == 0);
        new_ = index_contents(sandbox_);
        REQUIRE(differences(new_, from_nothing(sandbox_, {{0, "a"}, {1, "b"}})) == "");
    }

    void replay() {
        const auto calls = read_recorded_calls(sandbox_.path() / "log");
        REQUIRE(calls.size() > 10);
        const auto thorough = evenly_spaced(static_cast<long>(calls.size()),
                                            number_of_tries("DATELINE_FAULTS", usual_tries), 0.5);
        const std::set<long> with_next_run(thorough.begin(), thorough.end());
        Disk disk(sandbox_.path() / "base", path_);
        long number = 0;
        for (const RecordedCall& call : calls) {
            disk.apply(call);
            ++number;
            for (const Model& model : models)
                check(disk.after_power_cut(model.spared, random_),
                      fmt::format("behind call {}, {} of {}; there: {}", number, call.name,
                                  call.path, model.name),
                      with_next_run.contains(number));
            if (complaints_ >= most_complaints) return;
        }
    }

private:
    void check(const DiskState& state, const std::string& where, bool with_next_run) {
        if (!with_next_run && !seen_.insert(state).second) return;
        write_disk_state(state, path_, path_);
        const IndexContents contents = index_contents(sandbox_);
        const std::string not_new = differences(contents, new_);
        const std::string not_old = differences(contents, old_);
        std::string found;
        if (!not_new.empty() && !not_old.empty())
            found += "neither the new index:\n" + not_new + "nor the old one:\n" + not_old;
        if (with_next_run) {
            const Output next = sandbox_.index(arguments_);
            if (next.status != 0) found += "the next run: " + told(next);
            found += differences(index_contents(sandbox_), new_) + unsoundness(sandbox_);
            found += leftovers(sandbox_);
        }
        CHECK_MESSAGE(found.empty(), where, "\n", found);
        if (!found.empty()) ++complaints_;
    }

    Sandbox sandbox_;
    std::string path_;
    std::vector<std::string> arguments_;
    IndexContents old_;
    IndexContents new_;
    std::set<DiskState> seen_;
    std::mt19937 random_{7};
    int complaints_ = 0;
};

}  // namespace

TEST_CASE("a power cut in a first run leaves no index or the whole of it") {
    PowerCut({}, {"-j1", "a", "b"}).replay();
}

TEST_CASE("a power cut in an update leaves the old index or the new one") {
    PowerCut({"a", "b"}, {"-j1"}).replay();
}

TEST_CASE("a power cut in a rebuild leaves the old index or the new one") {
    PowerCut({"a", "b"}, {"-j1", "--rebuild"}).replay();
}

TEST_CASE("a power cut in a rebuild by Xapian's own writer leaves the old index or the new one") {
    PowerCut({"a", "b"}, {"-j1", "--rebuild", "--writer=xapian"}).replay();
}

}  // namespace dateline
