// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/command_line.h"
#include "common/split_arguments.h"

#include <doctest/doctest.h>

#include <random>

#include "common/error.h"
#include "common/manual.h"
#include "tests/unit/example_program.h"

namespace dateline {
namespace {

using Arguments = std::vector<std::string_view>;
using Strings = std::vector<std::string>;

struct Refusal {
    std::string message;
    std::string hint;
};

Refusal refusal(const Arguments& arguments, DashWords dash_words = DashWords::are_words) {
    try {
        parse_command_line(arguments, example(dash_words));
    } catch (const Error& error) {
        return {error.what(), error.hint()};
    }
    return {};
}

TEST_CASE("arguments fall into options and words") {
    struct Row {
        Arguments arguments;
        Strings options;
        Strings words;
    };
    const Row rows[] = {
        {{}, {}, {}},
        {{"pentagon", "ultimatum"}, {}, {"pentagon", "ultimatum"}},
        {{"--limit", "5", "word"}, {"--limit=5"}, {"word"}},
        {{"--limit=5", "word"}, {"--limit=5"}, {"word"}},
        {{"-n", "5", "word"}, {"--limit=5"}, {"word"}},
        {{"-n5", "word"}, {"--limit=5"}, {"word"}},
        {{"word", "-l", "more"}, {"--files"}, {"word", "more"}},
        {{"-l", "-0"}, {"--files", "--null"}, {}},
        {{"--source", "npr"}, {"--outlet=npr"}, {}},
        {{"--source=npr"}, {"--outlet=npr"}, {}},
        // A value is the next argument whatever it looks like.
        {{"--outlet", "--limit"}, {"--outlet=--limit"}, {}},
        {{"--outlet", "-n"}, {"--outlet=-n"}, {}},
        {{"--outlet", "a=b"}, {"--outlet=a=b"}, {}},
        {{"--outlet=a=b"}, {"--outlet=a=b"}, {}},
        // An optional value never swallows the next word.
        {{"--timeline", "week"}, {"--timeline"}, {"week"}},
        {{"--timeline=week"}, {"--timeline=week"}, {}},
        {{"--timeline="}, {"--timeline"}, {}},
        // A minus before a word leaves the word out.
        {{"-nuclear"}, {}, {"-nuclear"}},
        {{"-ln"}, {}, {"-ln"}},
        {{"-n5x"}, {}, {"-n5x"}},
        {{"-f16"}, {}, {"-f16"}},
        {{"-2026"}, {}, {"-2026"}},
        {{"-\"supply chain\""}, {}, {"-\"supply chain\""}},
        {{"-(a"}, {}, {"-(a"}},
        {{"-\xC3\xA9"}, {}, {"-\xC3\xA9"}},
        {{"-title:pentagon"}, {}, {"-title:pentagon"}},
        {{"-"}, {}, {"-"}},
        {{""}, {}, {""}},
        // After -- everything is a word; text that begins so is no option.
        {{"--", "--limit", "-l", "--"}, {}, {"--limit", "-l", "--"}},
        {{"-- he said"}, {}, {"-- he said"}},
        {{"---"}, {"---"}, {}},
        {{"--\xE2\x80\x9Cquote"}, {}, {"--\xE2\x80\x9Cquote"}},
        // What is wrong stays as it is, and is refused later.
        {{"--limit"}, {"--limit"}, {}},
        {{"--limit="}, {"--limit"}, {}},
        {{"--limit", ""}, {"--limit"}, {}},
        {{"--lim", "5"}, {"--lim"}, {"5"}},
        {{"--files=yes"}, {"--files=yes"}, {}},
        {{"-x"}, {"-x"}, {}},
        {{"-5"}, {"-5"}, {}},
        {{"-l0"}, {"-l0"}, {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        const SplitArguments split = split_arguments(row.arguments, example(DashWords::are_words));
        CHECK(split.options == row.options);
        CHECK(split.words == row.words);
    }
}

TEST_CASE("without query words every argument with a minus is an option") {
    const Program program = example(DashWords::are_errors);
    CHECK(split_arguments(Arguments{"-files", "-n5"}, program) ==
          SplitArguments{{"-files", "--limit=5"}, {}});
    CHECK(split_arguments(Arguments{"--", "-files"}, program) == SplitArguments{{}, {"-files"}});
    CHECK(split_arguments(Arguments{"-"}, program) == SplitArguments{{}, {"-"}});
}

TEST_CASE("a command line keeps the order typed, and the last value counts") {
    const CommandLine line =
        parse_command_line(Arguments{"-n5", "a", "--source", "npr", "--outlet=bbc", "-n", "7", "b"},
                           example(DashWords::are_words));
    CHECK(line.options ==
          std::vector<TypedOption>{
              {"limit", "5"}, {"outlet", "npr"}, {"outlet", "bbc"}, {"limit", "7"}});
    CHECK(line.words == Strings{"a", "b"});
    CHECK(line.value("limit") == "7");
    CHECK(line.values("outlet") == Strings{"npr", "bbc"});
    CHECK(line.has("outlet"));
    CHECK_FALSE(line.has("files"));
    CHECK(line.value("color") == std::nullopt);
}

TEST_CASE("a value that is one word too many is not guessed") {
    const CommandLine line = parse_command_line(Arguments{"--files", "--timeline", "--color=never"},
                                                example(DashWords::are_words));
    CHECK(line.options ==
          std::vector<TypedOption>{{"files", ""}, {"timeline", ""}, {"color", "never"}});
}

TEST_CASE("a refused option is named, with what is allowed") {
    struct Row {
        Arguments arguments;
        std::string message;
        std::string hint;
    };
    const std::string lists = "'example --help' lists the options";
    const Row rows[] = {
        {{"--lim", "5"}, "unknown option '--lim'", "did you mean '--limit'? " + lists},
        {{"--limt=5"}, "unknown option '--limt'", "did you mean '--limit'? " + lists},
        {{"--sorce", "npr"}, "unknown option '--sorce'", "did you mean '--source'? " + lists},
        {{"--zzzzzz"}, "unknown option '--zzzzzz'", lists},
        {{"---"}, "unknown option '---'", lists},
        {{"--secre"}, "unknown option '--secre'", lists},
        {{"-x"},
         "unknown option '-x'",
         lists + "; to leave out articles with a word, write NOT before it"},
        {{"-l0"},
         "unknown option '-l0'",
         lists + "; to leave out articles with a word, write NOT before it"},
        {{"--limit"}, "option '--limit' needs a value", "write --limit=N"},
        {{"--outlet", ""}, "option '--outlet' needs a value", "write --outlet=NAME"},
        {{"--files=yes"}, "option '--files' takes no value", lists},
        {{"--color=blue"}, "option '--color' cannot be 'blue'", "choose auto, always or never"},
        {{"--color", "Always"},
         "option '--color' cannot be 'Always'",
         "choose auto, always or never"},
        {{"--timeline=year"}, "option '--timeline' cannot be 'year'", "choose day or week"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.arguments);
        const Refusal refused = refusal(row.arguments);
        CHECK(refused.message == row.message);
        CHECK(refused.hint == row.hint);
    }
    CHECK(refusal({"--context=17"}).message.empty());
    CHECK(refusal({"-ln"}, DashWords::are_errors).hint ==
          lists + "; short options are written one by one");
}

TEST_CASE("random arguments are options, words or refused, never lost") {
    std::mt19937 random(1);
    const Arguments pool = {
        "--limit", "-n",   "-n5",      "--",       "-l",   "--files=", "=",          "--=", "-", "",
        "--color", "auto", "-nuclear", "\xFF\xFE", "--\n", "-\xFF",    "--timeline="};
    for (int round = 0; round < 5000; ++round) {
        Arguments arguments;
        for (auto i = random() % 6; i > 0; --i) arguments.push_back(pool[random() % pool.size()]);
        const SplitArguments split = split_arguments(arguments, example(DashWords::are_words));
        CHECK(split.options.size() + split.words.size() <= arguments.size());
        try {
            parse_command_line(arguments, example(DashWords::are_words));
        } catch (const Error& error) {
            CHECK(error.status() == 2);
        }
    }
}

TEST_CASE("whole numbers are read whole and within their limits") {
    CHECK(whole_number("limit", "0", 0, 10) == 0);
    CHECK(whole_number("limit", "10", 0, 10) == 10);
    for (const std::string_view text :
         {"", "x", "11", "-1", "+1", " 1", "1 ", "1.5", "0x1", "99999999999999999999"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(whole_number("limit", text, 0, 10), Error);
    }
}

TEST_CASE("options that exclude each other are refused together") {
    const CommandLine line =
        parse_command_line(Arguments{"-l", "-0"}, example(DashWords::are_words));
    const std::vector<std::string_view> both{"files", "null"};
    const std::vector<std::string_view> one{"files", "limit"};
    CHECK_THROWS_WITH(at_most_one_of(line, both),
                      "options '--files' and '--null' exclude each other");
    CHECK_NOTHROW(at_most_one_of(line, one));
}

TEST_CASE("help is aligned in columns and leaves out hidden options") {
    const std::string help = help_text(example(DashWords::are_words));
    CHECK(help ==
          "usage: example [OPTIONS] WORDS...\n"
          "\n"
          "Does nothing, and says so.\n"
          "\n"
          "Group\n"
          "  -n, --limit N            so many\n"
          "  -l, --files              names only\n"
          "  -0, --null               zero bytes\n"
          "      --outlet NAME        who; also --source\n"
          "      --color auto|always|never\n"
          "                           colour\n"
          "      --timeline[=day|week]\n"
          "                           bars\n"
          "      --context sentence|BYTES\n"
          "                           room\n"
          "\n"
          "Examples\n"
          "  example -n5 word\n"
          "\n"
          "More: man example\n");
}

TEST_CASE("the manual page escapes what roff would obey") {
    const std::string page = manual_page(example(DashWords::are_words));
    CHECK(page.starts_with(".TH EXAMPLE 1 "));
    CHECK(page.find(".TP\n\\fB\\-n\\fR, \\fB\\-\\-limit\\fR \\fIN\\fR\nso many\n") != page.npos);
    CHECK(page.find("It\\(aqs an example:") != page.npos);
    CHECK(page.find("secret") == page.npos);
}

TEST_CASE("the manual page has its texts in short lines, and one blank behind every full stop") {
    Program program = example(DashWords::are_words);
    const std::string sentence =
        "It reads the files of a folder, one by one, in the order of names. ";
    const std::string text = sentence + sentence + ".hidden too.";
    program.description = {text};
    const std::string page = manual_page(program);
    CHECK(page.find(".SH DESCRIPTION\n"
                    "It reads the files of a folder, one by one, in the order of names.\\&\n"
                    "It reads the files of a folder, one by one, in the order of names.\\&\n"
                    "\\&.hidden too.\n") != page.npos);
}

}  // namespace
}  // namespace dateline
