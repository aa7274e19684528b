// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/options.h"

#include <doctest/doctest.h>

#include "common/command_line.h"
#include "common/error.h"
#include "common/fields.h"
#include "searcher/cli/program.h"
#include "tests/unit/asked_options.h"

namespace dateline {
namespace {

TEST_CASE("words are joined by blanks into one query") {
    CHECK(request({"pentagon", "ultimatum"}).query == "pentagon ultimatum");
    CHECK(request({"\"supply chain risk\""}).query == "\"supply chain risk\"");
    CHECK(request({"a", "-nuclear", "--", "--all"}).query == "a -nuclear --all");
    CHECK(request({"", "a", "", "b"}).query == "a b");
}

TEST_CASE("without options the best ten are asked for, whether they have all words or some") {
    const SearchRequest asked = request({"word"});
    CHECK(asked.limit == 10);
    CHECK(asked.offset == 0);
    CHECK(asked.some_words);
    CHECK(asked.sort == SortOrder::relevance);
    CHECK(asked.with_passages);
    CHECK(asked.passages.most == 1);
    CHECK(asked.filters.empty());
    CHECK(asked.days == DateRange{});
    CHECK(asked.today == today);
}

TEST_CASE("what is no list by relevance has articles with all words only") {
    struct Row {
        Arguments arguments;
        bool some_words;
        SortOrder sort;
    };
    const Row rows[] = {
        {{"a"}, true, SortOrder::relevance},
        {{"a", "--all"}, false, SortOrder::relevance},
        {{"a", "--any"}, true, SortOrder::relevance},
        {{"a", "--count"}, false, SortOrder::relevance},
        {{"a", "--count", "--any"}, true, SortOrder::relevance},
        {{"a", "-l"}, false, SortOrder::relevance},
        {{"a", "--sort", "newest"}, false, SortOrder::newest},
        {{"a", "--sort=oldest", "--any"}, true, SortOrder::oldest},
        {{"--outlet", "npr"}, false, SortOrder::newest},
        {{"--outlet", "npr", "--sort=relevance"}, true, SortOrder::relevance},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        CHECK(request(row.arguments).some_words == row.some_words);
        CHECK(request(row.arguments).sort == row.sort);
    }
}

TEST_CASE("every field with a flag filters, under its other name too") {
    CHECK(request({"--outlet", "npr", "--source=bbc"}).filters ==
          std::vector<FieldFilter>{{"outlet", {"npr", "bbc"}}});
    for (const Field& field : fields()) {
        if (field.flag.empty()) continue;
        CAPTURE(field.name);
        for (const std::string_view flag : {field.flag, field.alias}) {
            if (flag.empty()) continue;
            const std::string argument = "--" + std::string(flag) + "=x";
            CHECK(request({argument}).filters ==
                  std::vector<FieldFilter>{{std::string(field.name), {"x"}}});
        }
    }
}

TEST_CASE("what the format does not show is told, and what it does not show is not looked up") {
    struct Row {
        Arguments arguments;
        bool rest;
        bool advice;
        bool files;
        std::size_t columns;
    };
    const Row rows[] = {
        {{"a"}, false, false, true, 6},
        {{"a", "--json"}, false, false, true, 1'000'000},
        {{"a", "--format=csv"}, true, true, true, 1'000'000},
        {{"a", "--format=jsonl"}, true, true, true, 1'000'000},
        {{"a", "--format=md"}, true, true, false, 6},
        {{"a", "--format=html"}, true, true, false, 6},
        {{"a", "--cite=apa"}, true, true, false, 6},
        {{"a", "--cite=apa", "-n10"}, false, true, false, 6},
        {{"a", "-l"}, true, true, false, 6},
        {{"a", "--count"}, false, true, true, 6},
        {{"a", "--count", "--json"}, false, false, true, 1'000'000},
        {{"a", "--by=outlet"}, false, false, true, 6},
        {{"a", "--by=outlet", "--format=csv"}, false, true, true, 1'000'000},
        {{"a", "--open=2", "--format=md"}, true, true, true, 6},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        const SearchCommand command = read(row.arguments);
        CHECK(command.tell_rest == row.rest);
        CHECK(command.tell_advice == row.advice);
        CHECK(command.request.check_files == row.files);
        CHECK(command.request.counts.columns == row.columns);
    }
}

TEST_CASE("pages, passages and output are as asked") {
    CHECK(request({"a", "-n5", "--offset", "20"}).limit == 5);
    CHECK(request({"a", "-n5", "--offset", "20"}).offset == 20);
    CHECK(request({"a", "-n0"}).limit == no_limit);
    CHECK(request({"a", "-l"}).limit == no_limit);
    CHECK(request({"a", "-l", "-n3"}).limit == 3);
    CHECK_FALSE(request({"a", "-l"}).with_passages);
    CHECK(request({"a", "--passages=3"}).passages.most == 3);
    CHECK_FALSE(request({"a", "--passages=0"}).with_passages);
    CHECK(request({"a", "--context=paragraph"}).passages.context == Context::paragraph);
    CHECK(request({"a", "--context=500"}).passages.context == Context::bytes);
    CHECK(request({"a", "--context=500"}).passages.passage_bytes == 500);
    CHECK(read({"a", "-l", "-0"}).output.format == OutputFormat::files);
    CHECK(read({"a", "-l", "-0"}).output.zero_bytes);
    CHECK(read({"a", "--json"}).output.format == OutputFormat::json);
    CHECK(read({"a", "--format", "json"}).output.format == OutputFormat::json);
    CHECK(read({"a", "--color", "always"}).output.color == ColorChoice::always);
    CHECK(read({"a", "--colour=never"}).output.color == ColorChoice::never);
    CHECK(read({"a", "--index", "/tmp/i"}).archives == std::vector<NamedFolder>{{"i", "/tmp/i"}});
    CHECK(request({"a", "--explain"}).explain);
}

TEST_CASE("counts come instead of hits unless a limit is given") {
    CHECK(request({"a", "--by", "outlet", "--by=year", "--by=outlet"}).counts.by ==
          std::vector<std::string>{"outlet", "year"});
    CHECK(request({"a", "--by=outlet"}).count_only);
    CHECK_FALSE(request({"a", "--by=outlet", "-n5"}).count_only);
    CHECK_FALSE(request({"a", "--by=outlet"}).some_words);
    CHECK(request({"a", "--by=outlet", "--any"}).some_words);
    CHECK(request({"a", "--timeline"}).counts.timeline);
    CHECK_FALSE(request({"a", "--timeline"}).counts.period);
    CHECK_FALSE(request({"a", "--timeline=auto"}).counts.period);
    CHECK(request({"a", "--timeline=week"}).counts.period == Period::week);
    CHECK(request({"--timeline", "week"}).query == "week");
    CHECK(request({"--by=outlet"}).query.empty());
    CHECK(request({"a", "--by=outlet", "--share"}).counts.share);
    for (const Field& field : fields()) {
        if (!field.facet) continue;
        CHECK(request({"a", "--by", field.name}).counts.by.front() == field.name);
        CHECK((field.slot != no_slot || field.of_archive));
    }
}

TEST_CASE("one article or whole articles are shown with their text") {
    CHECK(read({"--show", "84k3d7mcfr7r8"}).show == "84k3d7mcfr7r8");
    CHECK(request({"--show", "x", "word"}).query == "word");
    CHECK(request({"--show", "x"}).whole);
    CHECK(request({"a", "--full"}).whole);
    CHECK(request({"a", "--full"}).with_passages);
    CHECK_FALSE(request({"a"}).whole);
    CHECK(read({"--complete", "outlet", "--", "np"}).complete == "outlet");
    CHECK(request({"--complete", "outlet", "--", "np"}).query == "np");
}

TEST_CASE("recent and topical ranking are as asked") {
    CHECK(request({"a"}).recent_half_life_days == 0);
    CHECK(request({"a", "--recent"}).recent_half_life_days == 30);
    CHECK(request({"a", "--recent=7"}).recent_half_life_days == 7);
}

TEST_CASE("every format and style of citation can be chosen") {
    struct Row {
        std::string_view argument;
        OutputFormat format;
    };
    const Row rows[] = {
        {"--format=text", OutputFormat::text},
        {"--format=json", OutputFormat::json},
        {"--format=jsonl", OutputFormat::json_lines},
        {"--format=csv", OutputFormat::csv},
        {"--format=md", OutputFormat::markdown},
        {"--format=html", OutputFormat::html},
        {"--json", OutputFormat::json},
        {"--cite=ris", OutputFormat::citations},
        {"--files", OutputFormat::files},
    };
    for (const Row& row : rows) {
        CAPTURE(row.argument);
        CHECK(read({"a", row.argument}).output.format == row.format);
    }
    CHECK(read({"a", "--cite=chicago"}).output.cite == CitationStyle::chicago);
    CHECK(read({"a", "--hyperlink=always"}).output.links == LinkChoice::always);
    CHECK_FALSE(read({"a", "--pager=never"}).output.pager);
}

TEST_CASE("opening hit N asks for that hit alone") {
    const SearchCommand command = read({"a", "--open", "3", "-n20"});
    CHECK(command.open == OpenTarget::file);
    CHECK(command.request.offset == 2);
    CHECK(command.request.limit == 1);
    CHECK(read({"a", "--open-url=1"}).open == OpenTarget::url);
}

TEST_CASE("a phrase whose quotes the shell took is noted, a query in one argument is not") {
    struct Row {
        Arguments arguments;
        bool noted;
    };
    const Row rows[] = {
        {{"supply chain risk"}, true},  {{"--outlet", "npr", "supply chain"}, true},
        {{"\"supply chain\""}, false},  {{"supply", "chain"}, false},
        {{"strike OR walkout"}, false}, {{"title:a b"}, false},
        {{"-nuclear power"}, false},    {{"--outlet", "The Verge"}, false},
        {{"a b c d e f g h i"}, false}, {{"(a b)"}, false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        CHECK(read(row.arguments).notes.empty() == !row.noted);
    }
    CHECK(read({"supply chain"}).notes.front() ==
          "'supply chain' was searched as separate words; for the phrase write '\"supply chain\"'");
}

TEST_CASE("help, version and generated texts come instead of a search") {
    CHECK(read({"--help"}).text->starts_with("usage: dateline-search "));
    CHECK(read({"-h", "a", "--all", "--any"}).text.has_value());
    CHECK(read({"--version"}).text->starts_with("dateline-search "));
    for (const std::string_view what : {"man", "bash", "zsh", "fish"}) {
        CHECK_FALSE(read({"--generate", what}).text->empty());
    }
    CHECK_FALSE(read({"help"}).text.has_value());
}

TEST_CASE("the table of options names nothing twice and says what each is for") {
    const Program program = search_program();
    for (const Option& option : program.options) {
        CAPTURE(option.name);
        CHECK(find_option(program, option.name) == &option);
        if (!option.alias.empty()) CHECK(find_option(program, option.alias) == &option);
        for (const Option& other : program.options) {
            if (&other != &option && option.letter != 0) CHECK(other.letter != option.letter);
        }
        CHECK(option.help.empty() == option.group.empty());
        CHECK((option.help.empty() || option.help.back() != '.'));
    }
}

TEST_CASE("help fits into 80 columns") {
    const std::string help = *read({"--help"}).text;
    std::size_t begin = 0;
    while (begin < help.size()) {
        const std::size_t end = help.find('\n', begin);
        CAPTURE(help.substr(begin, end - begin));
        CHECK(display_width(help.substr(begin, end - begin)) <= 80);
        begin = end + 1;
    }
}

TEST_CASE("options that the ranking has made needless are accepted, and it is said") {
    struct Row {
        Arguments arguments;
        std::size_t notes;
    };
    const Row rows[] = {
        {{"a", "b"}, 0},
        {{"a", "b", "--topic"}, 1},
        {{"a", "b", "--any"}, 1},
        {{"a", "b", "--any", "--count"}, 0},
        {{"a", "b", "--any", "-l"}, 0},
        {{"a", "b", "--any", "--sort=newest"}, 0},
        {{"a", "b", "--any", "--by=outlet"}, 0},
        {{"a", "b", "--any", "--by=outlet", "-n2"}, 0},
        {{"a", "b", "--any", "--topic"}, 2},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        CHECK(read(row.arguments).notes.size() == row.notes);
    }
}

}  // namespace
}  // namespace dateline
