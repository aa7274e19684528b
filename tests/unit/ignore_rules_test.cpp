// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/ignore_rules.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

bool ignores(std::string_view text, std::string_view path, bool is_folder) {
    return ignore_verdict(parse_ignore_rules(text), path, is_folder) == IgnoreVerdict::ignored;
}

}  // namespace

TEST_CASE("globs match as gitignore's do") {
    struct Row {
        const char* glob;
        const char* path;
        bool matches;
    };
    const Row rows[] = {
        {"a.md", "a.md", true},
        {"a.md", "b/a.md", false},
        {"*.md", "a.md", true},
        {"*.md", ".md", true},
        {"*.md", "a.mdx", false},
        {"*", "a/b", false},
        {"a*c*e", "abcde", true},
        {"a*c*e", "abcdef", false},
        {"?", "a", true},
        {"?", "", false},
        {"a?b", "a/b", false},
        {"[a-c]x", "bx", true},
        {"[a-c]x", "dx", false},
        {"[!a-c]x", "dx", true},
        {"[^a-c]x", "ax", false},
        {"[]x]", "]", true},
        {"[]x]", "x", true},
        {"[a-]", "-", true},
        {"[\\]]", "]", true},
        {"[ab", "a", false},
        {"[ab", "[ab", false},
        {"\\*", "*", true},
        {"\\*", "a", false},
        {"a\\", "a\\", true},
        {"**/a", "a", true},
        {"**/a", "x/y/a", true},
        {"**/a", "x/ya", false},
        {"a/**", "a/b/c", true},
        {"a/**", "a", false},
        {"a/**/b", "a/b", true},
        {"a/**/b", "a/x/y/b", true},
        {"a/**/b", "a/x/y/c", false},
        {"**", "a/b", true},
        {"a**b", "axxb", true},
        {"a**b", "a/b", false},
        {"**/x/**/y", "x/x/z/y", true},
        {"2026/*/x", "2026/02/x", true},
        {"2026/*/x", "2026/02/03/x", false},
        {"", "a", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.glob);
        CAPTURE(row.path);
        CHECK(glob_matches(row.glob, row.path) == row.matches);
    }
}

TEST_CASE("the lines of a .datelineignore mean what they mean in a .gitignore") {
    struct Row {
        const char* text;
        const char* path;
        bool is_folder;
        bool ignored;
    };
    const Row rows[] = {
        {"drafts", "2026/drafts", false, true},
        {"drafts/", "2026/drafts", false, false},
        {"drafts/", "2026/drafts", true, true},
        {"/drafts", "drafts", true, true},
        {"/drafts", "2026/drafts", true, false},
        {"2026/drafts", "2026/drafts", true, true},
        {"2026/drafts", "x/2026/drafts", true, false},
        {"# drafts", "# drafts", false, false},
        {"\\# drafts", "# drafts", false, true},
        {"\\!x", "!x", false, true},
        {"*.md\n!keep.md", "keep.md", false, false},
        {"*.md\n!keep.md", "other.md", false, true},
        {"!keep.md\n*.md", "keep.md", false, true},
        {"a.md   ", "a.md", false, true},
        {"a.md\\ ", "a.md ", false, true},
        {"a.md\r\nb.md\r\n", "b.md", false, true},
        {"\xEF\xBB\xBFx.md", "x.md", false, true},
        {"\n\n  \n/\n!\n", "x", false, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CAPTURE(row.path);
        CHECK(ignores(row.text, row.path, row.is_folder) == row.ignored);
    }
    CHECK(ignore_verdict(parse_ignore_rules("!x"), "x", false) == IgnoreVerdict::kept);
    CHECK(ignore_verdict(parse_ignore_rules("y"), "x", false) == IgnoreVerdict::none);
}

// Ways that multiply with each star would be tried until the runner of the tests gives up.
TEST_CASE("hostile patterns cost no more than their length and the path's, multiplied") {
    std::string stars;
    std::string folders;
    for (int i = 0; i < 1000; ++i) {
        stars += "*a";
        folders += "**/a/";
    }
    const std::string path(4000, 'a');
    std::string deep;
    for (int i = 0; i < 2000; ++i) deep += "a/";
    CHECK_FALSE(glob_matches(stars + "b", path));
    CHECK_FALSE(glob_matches(folders + "b", deep + "c"));
    CHECK_FALSE(glob_matches(std::string(4000, '['), path));
    CHECK_FALSE(glob_matches("*" + std::string(2000, '?') + "b", path));
}

TEST_CASE("a filter takes files, or all that is below folders") {
    const FilterRules rules(FileFilter{{"*.md", "/2026/"}, {"drafts/", "*~"}});
    CHECK(rules.includes_file("a.md"));
    CHECK(rules.includes_file("x/a.md"));
    CHECK(rules.includes_file("2026/02/a.txt"));
    CHECK_FALSE(rules.includes_file("x/2026/a.txt"));
    CHECK_FALSE(rules.includes_file("a.txt"));
    CHECK(rules.excludes("x/drafts", true));
    CHECK(rules.excludes("x/a.md~", false));
    CHECK_FALSE(rules.excludes("x/drafts", false));
    CHECK(FilterRules().includes_file("a.txt"));
}

TEST_CASE("a filter is kept and read back") {
    const FileFilter filter{{"*.md", "+x"}, {"-y"}};
    CHECK(decode_filter(encode_filter(filter)) == filter);
    CHECK(decode_filter("") == FileFilter{});
    CHECK(decode_filter("?\n\n+").include == std::vector<std::string>{""});
}

}  // namespace dateline
