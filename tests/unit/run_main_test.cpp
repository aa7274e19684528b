// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever is thrown ends as a message, what to do next and an exit status.
#include <doctest/doctest.h>
#include <xapian.h>

#include <functional>
#include <iostream>
#include <new>
#include <sstream>
#include <stdexcept>

#include "common/error.h"
#include "common/run_main.h"
#include "indexer/inspect/run_apart.h"

namespace dateline {
namespace {

/// Status and standard error of a program that does this. In a process of its own, since run_main
/// makes the streams the program's.
std::string outcome(const std::function<int()>& work) {
    return run_apart([&] {
               std::ostringstream errors;
               std::streambuf* before = nullptr;
               const int status = run_main("program", 0, nullptr, [&](auto /*arguments*/) {
                   before = std::cerr.rdbuf(errors.rdbuf());
                   return work();
               });
               std::cerr.rdbuf(before);
               return std::to_string(status) + "\n" + errors.str();
           })
        .value_or("died");
}

}  // namespace

TEST_CASE("whatever is thrown ends as a message and a status, never in an abort") {
    const std::string rebuild = "hint: build it anew with 'dateline-index --rebuild'\n";
    struct Row {
        std::function<int()> work;
        std::string outcome;
    };
    const std::vector<Row> rows{
        {[] { return 1; }, "1\n"},
        {[]() -> int { throw Error("no", "yes", 75); }, "75\nprogram: no\nhint: yes\n"},
        {[]() -> int { throw Xapian::DatabaseCorruptError("block 3"); },
         "2\nprogram: the index is damaged: block 3\n" + rebuild},
        {[]() -> int { throw Xapian::RangeError("short"); },
         "2\nprogram: the index is damaged: short\n" + rebuild},
        {[]() -> int { throw Xapian::DatabaseOpeningError("table", EACCES); },
         "2\nprogram: the index: table: Permission denied\nhint: check the folder's permissions "
         "and the disk, then try again\n"},
        {[]() -> int { throw std::bad_alloc(); }, "2\nprogram: not enough memory\n"},
        {[]() -> int { throw std::runtime_error("odd"); }, "2\nprogram: odd\n"},
        {[]() -> int { throw 5; }, "2\nprogram: an unknown fault\n"}};
    for (const Row& row : rows) {
        CAPTURE(row.outcome);
        CHECK(outcome(row.work) == row.outcome);
    }
}

}  // namespace dateline
