// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/pager.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace dateline {
namespace {

TEST_CASE("a text overflows when its lines and the prompt do not fit") {
    struct Row {
        std::string text;
        bool overflows;
    };
    const Row rows[] = {
        {"", false},
        {"a\nb\nc\n", false},
        {"a\nb\nc\nd\n", true},
        {"123456789\n", false},
        {"12345678901\n12345678901\n", true},
        {"\x1b[1;31mred\x1b[0m\nb\nc\n", false},
        {"\x1b]8;;http://example.org/long/long\x1b\\link\x1b]8;;\x1b\\\nb\nc\n", false},
        {"\x1b", false},
        {"\x1b]8;;", false},
        {"\n\n\n", false},
        {"\n\n\n\n", true},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(overflows(row.text, 4, 10) == row.overflows);
    }
}

TEST_CASE("the pager gets all of the text, or says that it could not be started") {
    const auto file = std::filesystem::temp_directory_path() /
                      ("dateline-pager-" + std::to_string(std::filesystem::hash_value(__FILE__)));
    std::string text;
    for (int i = 0; i < 50'000; ++i) text += "line\n";
    CHECK(show_in_pager(text, "cat > '" + file.string() + "'") == PagerEnd::shown);
    std::ifstream written(file);
    CHECK(std::string(std::istreambuf_iterator<char>(written), {}) == text);
    std::filesystem::remove(file);
    CHECK(show_in_pager(text, "true") == PagerEnd::cut);
    CHECK(show_in_pager("", "dateline-has-no-such-pager 2>/dev/null") == PagerEnd::not_started);
}

}  // namespace
}  // namespace dateline
