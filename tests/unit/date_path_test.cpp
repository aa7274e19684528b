// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/dates/date_path.h"

#include <doctest/doctest.h>

using namespace dateline;

TEST_CASE("dates in paths and URLs are found") {
    struct Row {
        const char* text;
        const char* meaning;
    };
    const Row rows[] = {
        {"/2015/06/2015-06-05-name.md", "2015-06-05"},
        {"2015/06/05/", "2015-06-05"},
        {"/2015/06/", "2015-06"},
        {"2015-06.md", "2015-06"},
        {"notes-2015-06-05.md", "2015-06-05"},
        {"2015_06_05_name/index.md", "2015-06-05"},
        {"20150605-name.md", "2015-06-05"},
        {"https://example.com/world/2013/jun/06/name?x=2014-01-01", "2013-06-06"},
        {"http://example.cn/2018-04/24/c_1122.htm", "2018-04-24"},
        {"http://example.cn/n1/2018/0424/c1001.html", "2018-04-24"},
        {"http://example.cn/201804/t20180424_123.html", "2018-04-24"},
        {"https://example.com/2014/11/12/name/18900629/", "2014-11-12"},
        {"https://example.com/2018/05/name/20010203", "2018-05"},
        {"https://example.com/2015/06/10-best-phones/", "2015-06"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto found = date_in_path(row.text);
        REQUIRE(found);
        CHECK(to_string(*found) == row.meaning);
    }
    for (const char* path : {"", "/", "2015/name.md", "/2015/13/01", "https://2015-06-05.example/",
                             "12345678.md", "2010-11-season.md", "1234-05-06.md", "5/9.md"}) {
        CAPTURE(path);
        CHECK_FALSE(date_in_path(path));
    }
}
