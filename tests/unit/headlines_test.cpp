// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/headlines.h"

#include <doctest/doctest.h>

#include <vector>

namespace dateline {

TEST_CASE("the site's name leaves a title") {
    struct Row {
        const char* title;
        std::vector<std::string> headings;
        std::vector<std::string> sites;
        const char* headline;
    };
    const Row rows[] = {
        {"Storm hits coast | The Verge", {"Storm hits coast"}, {}, "Storm hits coast"},
        {"Storm hits coast | The Verge", {"The Verge", "STORM HITS COAST"}, {}, "Storm hits coast"},
        {"BBC - News - Storm hits coast", {"Storm hits coast"}, {}, "Storm hits coast"},
        {"Storm hits coast - Example Daily", {}, {"Example Daily"}, "Storm hits coast"},
        {"Example Daily: Storm - hits coast",
         {},
         {"Example Daily"},
         "Example Daily: Storm - hits coast"},
        {"Example | Storm hits coast", {}, {"example.org"}, "Storm hits coast"},
        {"Storm hits coast \xE2\x80\x93 exampledaily",
         {},
         {"exampledaily.co.uk"},
         "Storm hits coast"},
        {"Storm - and after", {}, {"Example"}, "Storm - and after"},
        {"Storm hits coast", {"Another heading"}, {"Example"}, "Storm hits coast"},
        {"Senator calls Biden ",
         {"Senator calls Biden \"unfit\" for office"},
         {},
         "Senator calls Biden \"unfit\" for office"},
        {"\xE6\xAD\xA6\xE6\xB1\x89\xE7\x9A\x84\xE5\xA3\xB0\xE9\x9F\xB3-"
         "\xE6\x96\xB0\xE5\x8D\x8E\xE7\xBD\x91",
         {"\xE6\xAD\xA6\xE6\xB1\x89\xE7\x9A\x84\xE5\xA3\xB0\xE9\x9F\xB3"},
         {},
         "\xE6\xAD\xA6\xE6\xB1\x89\xE7\x9A\x84\xE5\xA3\xB0\xE9\x9F\xB3"},
        {"", {}, {}, ""},
        {"|", {"|"}, {"|"}, "|"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.title);
        CHECK(headline_of(row.title, {row.headings, row.sites}) == row.headline);
    }
}

TEST_CASE("a site is told by its names and its host") {
    const std::vector<std::string> sites = {"The Example Daily", "exampledaily.com"};
    for (const char* name :
         {"The Example Daily", "the example daily", "ExampleDaily.com", "exampledaily"})
        CHECK(names_site(name, sites));
    for (const char* name : {"Ann Lee", "", "Daily", "The Ex", "Example"})
        CHECK(!names_site(name, sites));
}

}  // namespace dateline
