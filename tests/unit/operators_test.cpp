// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/operators.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "common/error.h"
#include "searcher/cli/query_manual.h"
#include "tests/unit/random_articles.h"
#include "tests/unit/word_list.h"

namespace dateline {
namespace {

std::vector<MatcherKind> all_kinds() {
    std::vector<MatcherKind> kinds;
    for (auto kind = 0; kind <= static_cast<int>(MatcherKind::everything); ++kind)
        kinds.push_back(static_cast<MatcherKind>(kind));
    return kinds;
}

bool is_in_manual(const Operator& row) {
    for (const Section& section : query_manual().sections)
        for (const Entry& entry : section.entries)
            if (entry.name == row.example && entry.text == row.help) return true;
    return false;
}

Needs united(Needs a, const Needs& b) {
    a.positions |= b.positions;
    a.sentences |= b.sentences;
    a.paragraphs |= b.paragraphs;
    a.text |= b.text;
    a.fields |= b.fields;
    return a;
}

}  // namespace

TEST_CASE("each example is read as the operator that it stands for, and is in the manual") {
    std::size_t examples = 0;
    for (const MatcherKind kind : all_kinds()) {
        const Operator& row = operator_of(kind);
        CAPTURE(row.name);
        CHECK(row.kind == kind);
        CHECK(row.example.empty() == row.help.empty());
        if (row.example.empty()) continue;
        ++examples;
        Node node = parse_query(row.example, *make_day(2026, 3, 1));
        if (node.kind == NodeKind::sequence && node.children.size() == 1)
            node = Node(node.children.front());
        REQUIRE(row.node);
        CHECK(node.kind == *row.node);
        CHECK(is_in_manual(row));
    }
    CHECK(examples > 10);
}

TEST_CASE("a kind of node is the operator that its row names, other nodes are none") {
    for (const MatcherKind kind : all_kinds()) {
        const Operator& row = operator_of(kind);
        CAPTURE(row.name);
        if (row.node) CHECK(operator_of(*row.node) == &row);
    }
    CHECK(operator_of(NodeKind::sequence) == nullptr);
    CHECK(operator_of(NodeKind::negated) == nullptr);
}

TEST_CASE("an operator that cannot stand inside another is named as it is typed") {
    struct Row {
        std::string_view query;
        MatcherKind named;
    };
    constexpr Row rows[] = {
        {"lead:(a not w/3 b)", MatcherKind::not_near},
        {"lead:(atleast3(a))", MatcherKind::at_least},
        {"lead:(first50(a))", MatcherKind::first_words},
        {"first50(lead:a)", MatcherKind::lead},
        {"first50(hlead:a)", MatcherKind::headline_lead},
        {"lead:(caps(US))", MatcherKind::capitals},
    };
    for (const Row& row : rows) {
        CAPTURE(row.query);
        const std::string_view typed = operator_of(row.named).typed;
        REQUIRE_FALSE(typed.empty());
        try {
            ask(row.query);
            FAIL_CHECK("no error");
        } catch (const Error& error) {
            CHECK(std::string(error.what()).starts_with(std::string(typed) + " cannot stand"));
        }
    }
}

TEST_CASE("every kind of matcher is told in words") {
    for (const MatcherKind kind : all_kinds()) {
        CAPTURE(operator_of(kind).name);
        Matcher matcher;
        if (kind != MatcherKind::term)
            matcher = parent_matcher(kind,
                                     {term_matcher("left", TermForm::exact, ""),
                                      term_matcher("right", TermForm::exact, "")},
                                     3);
        matcher.kind = kind;
        matcher.text = matcher.typed = "date";
        if (kind == MatcherKind::range) matcher.field = "length";
        const std::vector<std::string> lines = describe_tree({{{matcher, false}}, {}, "en", {}, {}});
        REQUIRE_FALSE(lines.empty());
        for (const std::string& line : lines) {
            CAPTURE(line);
            CHECK(line.find_first_not_of(' ') != std::string::npos);
            CHECK(line.find_first_of("{}") == std::string::npos);
        }
    }
}

TEST_CASE("what a question needs is what its parts need") {
    struct Row {
        std::string_view query;
        Needs needs;
    };
    constexpr Row rows[] = {
        {"strike rail", {}},
        {"\"supply chain\" OR strike", {}},
        {"\"surveil* program\"", {.positions = true}},
        {"strike w/3 rail", {.positions = true}},
        {"strike not w/3 rail", {.positions = true}},
        {"atleast3(strike)", {.positions = true}},
        {"first50(strike)", {.positions = true}},
        {"strike /s rail", {.positions = true, .sentences = true}},
        {"strike /p rail", {.positions = true, .paragraphs = true}},
        {"lead:strike", {.positions = true, .paragraphs = true}},
        {"caps(US)", {.positions = true, .text = true}},
        {"=naïve", {.positions = true, .text = true}},
        {"date:2021", {.fields = true}},
        {"has:date", {.fields = true}},
        {"outlet:=npr", {.fields = true}},
        {"section:news", {}},
        {"title:strike", {.fields = true}},
        {"rail (strike /s port) -caps(US)", {.positions = true, .sentences = true, .text = true}},
        {"rail -lead:strike date:2021", {.positions = true, .paragraphs = true, .fields = true}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.query);
        CHECK(needs_of(ask(row.query)) == row.needs);
    }
}

TEST_CASE("an operator needs what its row says and all that its children need") {
    Generator generator(20261126);
    for (int round = 0; round < 2000; ++round) {
        const Matcher matcher = generator.matcher(3);
        CAPTURE(to_string(matcher));
        Needs expected = operator_of(matcher.kind).needs;
        for (const Matcher& child : matcher.children) expected = united(expected, needs_of(child));
        if (matcher.kind == MatcherKind::term || matcher.kind == MatcherKind::phrase) {
            CHECK(united(needs_of(matcher), expected) == needs_of(matcher));
        } else {
            CHECK(needs_of(matcher) == expected);
        }
    }
}

}  // namespace dateline
