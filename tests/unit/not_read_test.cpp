// SPDX-License-Identifier: GPL-2.0-or-later
#include <doctest/doctest.h>

#include "indexer/readers/not_read.h"

namespace dateline {
namespace {

TEST_CASE("files that are not read are told by kind, most first, with what helps") {
    struct Row {
        FilesByEnding files;
        std::string text;
    };
    const Row rows[] = {
        {{}, ""},
        {{{"jpg", 14}, {"webarchive", 3}, {"png", 20}, {"arc", 2}},
         "20 .png, 14 .jpg (pictures), 3 .webarchive (Safari; save the page as HTML), "
         "2 .arc (older web archives; convert to WARC)"},
        {{{"", 1200}, {"xyz", 1}}, "1,200 of no known type, 1 .xyz"},
        {{{"a1", 1},
          {"a2", 1},
          {"a3", 1},
          {"a4", 1},
          {"a5", 1},
          {"a6", 1},
          {"a7", 1},
          {"a8", 1},
          {"a9", 1},
          {"b1", 1}},
         "1 .a1, 1 .a2, 1 .a3, 1 .a4, 1 .a5, 1 .a6, 1 .a7, 1 .a8, 2 of other types"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(not_read_text(row.files) == row.text);
    }
    FilesByEnding counted;
    for (const char* path : {"a/x.arc.gz", "a/y.tar.gz", "b.gz/z", "c.webarchive", "d.JPG"})
        count_file(path, counted);
    CHECK(not_read_text(counted) ==
          "1 of no known type, 1 .arc.gz (older web archives; convert to WARC), "
          "1 .jpg (pictures), 1 .tar.gz (unpack them), "
          "1 .webarchive (Safari; save the page as HTML)");
    CHECK(number_of_files({{"jpg", 14}, {"", 3}}) == 17);
}

}  // namespace
}  // namespace dateline
