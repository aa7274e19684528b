// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/length_column.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "tests/unit/small_index.h"

namespace dateline {
namespace {

TEST_CASE("a length is in the class that begins at it or closest below") {
    for (std::uint32_t length = 0; length < 40'000; ++length) {
        const LengthClass number = length_class(length);
        CHECK(least_length(number) <= length);
        if (number < 255) CHECK(least_length(static_cast<LengthClass>(number + 1)) > length);
    }
    CHECK(length_class(UINT32_MAX) == 255);
    CHECK(least_length(255) == 17'773);
}

TEST_CASE("a column has the articles that there are, and none behind the last") {
    LengthColumn column;
    column.set(3, 7);
    column.set(1, 5);
    CHECK(column[1] == 5);
    CHECK(column[2] == 0);
    CHECK(column[4'000'000'000] == 0);
    CHECK(LengthColumn()[0] == 0);
}

TEST_CASE("a column is stored and read again, and no byte of it may change") {
    LengthColumn column;
    for (std::uint32_t docid = 1; docid < 100; ++docid) column.set(docid, docid * docid);
    const std::string stored = column.encoded();
    CHECK(stored.size() == 100 + 4);
    CHECK(LengthColumn::decoded(stored) == column);
    CHECK(LengthColumn::decoded("") == LengthColumn());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        std::string damaged = stored;
        damaged[i] ^= 1;
        CHECK_THROWS_AS(LengthColumn::decoded(damaged), Error);
        CHECK_THROWS_AS(LengthColumn::decoded(stored.substr(0, i + (i == 0))), Error);
    }
}

TEST_CASE("the column of an index is that of its articles' lengths") {
    const SmallIndex index(many_articles(90));
    const LengthColumn column = read_length_column(index.database());
    CHECK(column == make_length_column(index.database()));
    for (Xapian::docid docid = 1; docid <= 90; ++docid)
        CHECK(column[docid] == length_class(index.database().get_doclength(docid)));
}

}  // namespace
}  // namespace dateline
