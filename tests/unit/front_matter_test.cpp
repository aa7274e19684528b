// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/front_matter/front_matter.h"

#include <doctest/doctest.h>

#include <array>
#include <random>

#include "indexer/readers/front_matter/yaml_full.h"
#include "indexer/readers/front_matter/yaml_simple.h"

namespace dateline {

namespace {

struct Result {
    std::vector<RawField> fields;
    std::vector<Problem> problems;
    std::string text;  // behind the front matter
    std::uint32_t text_line = 0;
};

Result read(std::string_view text) {
    Result result;
    const FrontMatter front = split_front_matter(text);
    result.text = front.text;
    result.text_line = front.text_line;
    result.fields = read_front_matter(front, result.problems);
    return result;
}

using Fields = std::vector<RawField>;

}  // namespace

TEST_CASE("YAML front matter gives its keys with their lines, as people write them") {
    struct Row {
        std::string block;
        Fields fields;
    };
    const Row rows[] = {
        {"Title: A headline\n", {{"title", {"A headline"}, 2}}},
        {"title: \"Say \\\"no\\\"\"\n", {{"title", {"Say \"no\""}, 2}}},
        {"title: \"Übel \\Nno\\_yes\"\n", {{"title", {"Übel  no yes"}, 2}}},
        {"title: 'It''s'\ndate: 2026-02-26\n",
         {{"title", {"It's"}, 2}, {"date", {"2026-02-26"}, 3}}},
        {"\ntags:\n- a\n- b\n", {{"tags", {"a", "b"}, 3}}},
        {"tags: [a, \"b c\", 'd']\n", {{"tags", {"a", "b c", "d"}, 2}}},
        {"author:\n  - \"[[Sam Lijin]]\"\n", {{"author", {"Sam Lijin"}, 2}}},
        {"author: \"[[people/sam|Sam Lijin]]\"\n", {{"author", {"Sam Lijin"}, 2}}},
        {"author: [[Sam Lijin]]\n", {{"author", {"Sam Lijin"}, 2}}},
        {"published:\nsummary: ~\ntitle: x\n", {{"title", {"x"}, 4}}},
        {"summary: >\n  one\n  two\n\ndeck: |\n  three\n  four\n",
         {{"summary", {"one two"}, 2}, {"deck", {"three\nfour"}, 6}}},
        {"authors:\n  - name: Ann\n    url: x\n  - name: Bob\n", {{"authors", {"Ann", "Bob"}, 2}}},
        {"author:\n  name: Ann\n  mail: a@b\n",
         {{"author", {"Ann"}, 2}, {"author.mail", {"a@b"}, 4}}},
        {"taxonomies:\n  tags: [x]\n", {{"tags", {"x"}, 3}}},
        {"title: x\ntitle: y\n", {{"title", {"x"}, 2}, {"title", {"y"}, 3}}},
        {"descrition: “full” # a note\n", {{"descrition", {"“full”"}, 2}}},
        {"a: &x one\nb: *x\n", {{"a", {"one"}, 2}, {"b", {"one"}, 3}}},
        {"title: a &ldquo;front door&rdquo; & more\nurl: http://e.org?a=1&copy=2\n",
         {{"title", {"a “front door” & more"}, 2}, {"url", {"http://e.org?a=1&copy=2"}, 3}}},
        {"draft: false\nweight: 10\n", {{"draft", {"false"}, 2}, {"weight", {"10"}, 3}}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.block);
        const Result result = read("---\n" + row.block + "---\ntext");
        CHECK(result.fields == row.fields);
        CHECK(result.problems.empty());
        CHECK(result.text == "text");
    }
}

TEST_CASE("front matter that is not valid YAML is read line by line and reported") {
    struct Row {
        std::string block;
        Fields fields;
        std::uint32_t line;
    };
    const Row rows[] = {
        {"title: Rust: a history\ndate: 2020\n",
         {{"title", {"Rust: a history"}, 2}, {"date", {"2020"}, 3}},
         2},
        {"title: \"no end\ndate: 2020\n", {{"title", {"no end"}, 2}, {"date", {"2020"}, 3}}, 2},
        {"title: \"A\" and \"B\"\n", {{"title", {"\"A\" and \"B\""}, 2}}, 2},
        {"title：标题\ndate: 2018-04-23\n",
         {{"title", {"标题"}, 2}, {"date", {"2018-04-23"}, 3}},
         2},
        {"title: x\n\ttags: y: z\n", {{"title", {"x tags: y: z"}, 2}}, 2},
        {"title: @home\ntags: [a, b\n", {{"title", {"@home"}, 2}, {"tags", {"[a, b"}, 3}}, 2},
        {"tags:\n- a: b: c\n- d\ntitle: e\n",
         {{"tags", {"a: b: c", "d"}, 2}, {"title", {"e"}, 5}},
         3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.block);
        const Result result = read("---\n" + row.block + "---\ntext");
        CHECK(result.fields == row.fields);
        REQUIRE(result.problems.size() == 1);
        CHECK(result.problems[0].message.starts_with("front matter is not valid YAML"));
        CHECK(!result.problems[0].fatal);
    }
}

TEST_CASE("TOML front matter gives its keys in the file's order") {
    const Result result = read(
        "+++\ntitle = \"T\"\ndate = 2009-10-30T21:25:09.000Z\nday = 2020-01-02\n"
        "tags = [\"a\", \"b\"]\nauthors = [{name = \"Ann\"}]\n\n[extra]\nteam = \"Core\"\n"
        "[taxonomies]\ncategories = [\"c\"]\n+++\ntext");
    const Fields fields = {{"title", {"T"}, 2},        {"date", {"2009-10-30T21:25:09Z"}, 3},
                           {"day", {"2020-01-02"}, 4}, {"tags", {"a", "b"}, 5},
                           {"authors", {"Ann"}, 6},    {"extra.team", {"Core"}, 9},
                           {"categories", {"c"}, 11}};
    CHECK(result.fields == fields);
    CHECK(result.problems.empty());
    CHECK(result.text_line == 13);
}

TEST_CASE("front matter that is not valid TOML is read line by line and reported") {
    const Result result = read("+++\ntitle = \"T\ndate = 2009\n+++\ntext");
    CHECK(result.fields == Fields{{"title", {"T"}, 2}, {"date", {"2009"}, 3}});
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].line == 2);
}

TEST_CASE("front matter may stand after blank lines, and its end is counted") {
    const FrontMatter front = split_front_matter("\n\n--- \ntitle: x\n---\n\ntext\n");
    CHECK(front.kind == FrontMatterKind::yaml);
    CHECK(front.block_line == 4);
    CHECK(front.text_line == 6);
    CHECK(front.text == "\ntext\n");
}

TEST_CASE("front matter without an end gives the keys at its beginning and a problem") {
    const Result result = read("---\ntitle: x\ndate: 2020\n\nA text. Note: more.\n");
    CHECK(result.fields == Fields{{"title", {"x"}, 2}, {"date", {"2020"}, 3}});
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0] ==
          Problem{"", 1, "front matter does not end", false, ProblemKind::front_matter});
    CHECK(result.text == "\nA text. Note: more.\n");
    CHECK(result.text_line == 4);
}

TEST_CASE("text between two rulers is no front matter") {
    for (const char* text :
         {"---\n\nJust a paragraph.\n\n---\nMore.", "---\n\nOne line.\n", "text\n---\na: b\n---\n",
          "---- \na: b\n----\n", " ---\na: b\n---\n"}) {
        CAPTURE(text);
        const FrontMatter front = split_front_matter(text);
        CHECK(front.kind == FrontMatterKind::none);
        CHECK(front.text == text);
        CHECK(front.text_line == 1);
    }
}

TEST_CASE("the fast reader of plain YAML agrees with yaml-cpp on all that it accepts") {
    constexpr auto pieces = std::to_array<std::string_view>(
        {"title",      "a",        "key_2",      "b-c", ":",          ": ",
         " ",          "\n",       "\n",         "\n",  "- ",         "  - ",
         "-",          "\"",       "'",          "''",  "\\\"",       "\\\\",
         "[",          "]",        ", ",         ",",   "#",          " #",
         "x y",        "null",     "~",          "1.5", "2026-02-26", "é",
         "“",          "{",        "}",          "&",   "*",          "!",
         "|",          ">",        "%",          "@",   "`",          "?",
         "title: x\n", "tags:\n",  "k: \"v\"\n", "=",   "<<",         "https://a.b/c?d=e#f",
         "  ",         "12:30:45", "true",       "/",   "(",          ".",
         ";"});
    std::mt19937 random(20260226);
    int accepted = 0;
    for (int round = 0; round < 60000; ++round) {
        std::string block;
        for (auto left = random() % 14; left > 0; --left) block += pieces[random() % pieces.size()];
        Fields simple;
        if (!read_simple_yaml(block, 2, simple)) continue;
        ++accepted;
        CAPTURE(block);
        Fields full;
        std::vector<Problem> problems;
        const bool has_keys = read_full_yaml(block, 2, full, problems);
        CHECK((has_keys || simple.empty()));
        CHECK(problems.empty());
        REQUIRE(simple == full);
    }
    CHECK(accepted > 1000);
}

TEST_CASE("front matter that is made to hurt is refused or read in little time") {
    const auto many = [](std::string_view piece, std::size_t count) {
        std::string out;
        for (std::size_t at = 0; at < count; ++at) out += piece;
        return out;
    };
    std::string bomb = "a: &a [x, x]\n";
    for (char c = 'b'; c < 'k'; ++c) {
        const char last = static_cast<char>(c - 1);
        bomb +=
            std::string(1, c) + ": &" + c + " [" + many(std::string("*") + last + ", ", 9) + "x]\n";
    }
    const std::string blocks[] = {bomb,
                                  "a: " + many("[", 20000),
                                  "a: " + many("{a: ", 20000),
                                  many("- ", 20000),
                                  many("? ", 20000),
                                  "a:\n" + many("- b\n", 30000)};
    for (const std::string& block : blocks) {
        CHECK(read("---\n" + block + "\n---\n").fields.size() < 100);
    }
    CHECK(read("+++\na = " + many("[", 20000) + "\n+++\n").problems.size() == 1);
    CHECK(read("+++\nx = 1\n" + many("a.", 20000) + "b = 1\n+++\n").problems.size() == 1);
}

}  // namespace dateline
