// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/root_plan.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

constexpr std::uint64_t same_context = 7;
constexpr std::uint64_t most_bytes = 150;

FileRecord known(FileStamp stamp, std::uint64_t context = same_context,
                 FileOutcome outcome = FileOutcome::indexed) {
    return {stamp, context, outcome, 1, false, {}};
}

RootPlan plan_for(const Walk& walk, const Ledger& ledger) {
    return plan_root(walk, ledger, most_bytes, [](const std::string&) { return same_context; });
}

}  // namespace

TEST_CASE("a file is read again when anything about it differs, in either direction") {
    const FileStamp stamp{100, 200, 300, 0};
    struct Row {
        const char* what;
        FileRecord before;
        bool read;
    };
    const Row rows[] = {
        {"same", known(stamp), false},
        {"newer", known({100, 199, 300, 0}), true},
        {"older", known({100, 201, 300, 0}), true},
        {"other size", known({101, 200, 300, 0}), true},
        {"other ctime", known({100, 200, 299, 0}), true},
        {"other context", known(stamp, 8), true},
        {"unreadable then", known(stamp, same_context, FileOutcome::unreadable), true},
        {"larger than was read then", known(stamp, same_context, FileOutcome::too_large), true},
        {"skipped then", known(stamp, same_context, FileOutcome::skipped), false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Ledger ledger(0);
        ledger.put("a/f", row.before);
        Walk walk;
        walk.files = {{"a", "f", stamp}};
        const RootPlan plan = plan_for(walk, ledger);
        CHECK(plan.read.size() == (row.read ? 1 : 0));
        CHECK(plan.unchanged == (row.read ? 0 : 1));
        CHECK(plan.gone.empty());
    }
}

TEST_CASE("what is not there any more is gone, unless its folder could not be read") {
    Ledger ledger(0);
    ledger.put("a/b/f", known({}));
    ledger.put("c/f", known({}));
    Walk walk;
    CHECK(plan_for(walk, ledger).gone.size() == 2);
    walk.problems = {{"a", 0, "permission denied", true}};
    const RootPlan plan = plan_for(walk, ledger);
    REQUIRE(plan.gone.size() == 1);
    CHECK(plan.gone[0] == "c/f");
    CHECK(plan.unchanged == 1);
    CHECK(plan.unwalked == 1);
}

}  // namespace dateline
