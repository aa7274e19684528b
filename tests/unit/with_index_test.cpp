// SPDX-License-Identifier: GPL-2.0-or-later
// What a reader does again when a writer was faster, and what it says when that does not help.
#include <doctest/doctest.h>

#include <new>
#include <stdexcept>

#include "tests/unit/index_folder.h"

namespace dateline {

TEST_CASE("what fails while the index is replaced is done again, whole, on the new one") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.make_generation(2);
    folder.point_to(1);
    std::vector<std::string> seen;
    with_index(folder.path(), [&](const Xapian::Database& database) {
        seen.push_back(*database.allterms_begin());
        if (seen.size() > 1) return;
        folder.point_to(2);
        std::filesystem::remove_all(folder / "generation-1");
        throw Xapian::DatabaseNotFoundError("gone");
    });
    CHECK(seen == std::vector<std::string>{"n1", "n2"});
}

TEST_CASE("what fails on an index that stays as it is fails once, and says what to do") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.point_to(1);
    int runs = 0;
    const std::string message = message_of([&] {
        with_index(folder.path(), [&](const Xapian::Database& /*database*/) {
            ++runs;
            throw Xapian::DatabaseModifiedError("block overwritten");
        });
    });
    CHECK(runs == 1);
    CHECK(contains(message, "is damaged: block overwritten\nbuild it anew"));
}

TEST_CASE("lengths that cannot be, as damage has them read, come with what to do") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.point_to(1);
    const auto failing = [&](const std::function<void()>& fail) {
        return message_of([&] {
            with_index(folder.path(), [&](const Xapian::Database& /*database*/) { fail(); });
        });
    };
    CHECK(contains(failing([] { throw std::length_error("append"); }), "failed: append\ncheck it"));
    CHECK(contains(failing([] { throw std::bad_alloc(); }), "not enough memory\ncheck it"));
}

TEST_CASE("an index that never holds still is not called damaged") {
    const IndexFolder folder;
    folder.make_generation(1);
    folder.make_generation(2);
    folder.point_to(1);
    int runs = 0;
    const std::string message = message_of([&] {
        with_index(folder.path(), [&](const Xapian::Database& /*database*/) {
            folder.point_to(1 + ++runs % 2);
            throw Xapian::DatabaseModifiedError("block overwritten");
        });
    });
    CHECK(runs < 100);
    CHECK(contains(message, "changes faster than it can be read"));
}

}  // namespace dateline
