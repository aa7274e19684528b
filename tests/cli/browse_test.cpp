// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-browse gives fzf commands; a stand-in for fzf runs them as fzf would.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

/// Runs what is bound to $DO (start, enter, preview, ...), with $TYPED at the prompt and the id
/// $ID.
constexpr auto stand_in = R"sh(#!/bin/sh
quoted() { printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")"; }
while [ $# -gt 0 ]; do
  case "$1 $2" in
    "--bind $DO:"*) command=${2#*:}; command=${command#change-prompt(*)+}; command=${command#*:} ;;
    "--preview "*) [ "$DO" != preview ] || command=$2 ;;
  esac
  shift
done
typed=$(quoted "$TYPED")
command=$(printf '%s' "$command" | awk -v q="$typed" -v id="'$ID'" '
  function put(text, mark, value,    at, out) {
    while (at = index(text, mark)) { out = out substr(text, 1, at - 1) value; text = substr(text, at + length(mark)) }
    return out text }
  { print put(put($0, "{q}", q), "{1}", id) }')
FZF_PREVIEW_COLUMNS=80 exec sh -c "$command"
)sh";

struct Browser {
    Sandbox sandbox;

    Browser() {
        namespace fs = std::filesystem;
        sandbox.copy_corpus("corpus");
        REQUIRE(sandbox.index({"corpus"}).status == 0);
        sandbox.write("bin/fzf", stand_in);
        fs::permissions(sandbox.path() / "bin/fzf", fs::perms::owner_all);
        sandbox.environment["PATH"] = (sandbox.path() / "bin").string() + ":" +
                                      fs::path(DATELINE_SEARCH_PROGRAM).parent_path().string() +
                                      ":/usr/bin:/bin";
        sandbox.environment["EDITOR"] = "echo";
    }

    Output does(const std::string& what, const std::vector<std::string>& arguments,
                const std::string& typed, const std::string& id = "") {
        sandbox.environment["DO"] = what;
        sandbox.environment["TYPED"] = typed;
        sandbox.environment["ID"] = id;
        return sandbox.run(DATELINE_BROWSE_SCRIPT, arguments);
    }
};

std::size_t lines_of(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST_CASE("the browser lists what is asked and typed, and what is newest where nothing is") {
    Browser browser;
    CHECK(lines_of(browser.does("start", {}, "").out) == 5);
    CHECK(lines_of(browser.does("start", {}, "\"Pentagon official\"").out) > 0);
    CHECK(lines_of(browser.does("change", {"--outlet", "npr"}, "pentagon").out) == 1);
    CHECK(lines_of(browser.does("change", {"--outlet", "The Verge", "it's"}, "").out) == 1);
    CHECK(browser.does("change", {"--outlet", "no such"}, "pentagon").out.empty());
    CHECK(browser.does("change", {}, "not ( closed").out.empty());
    CHECK(lines_of(browser.does("ctrl-t", {"pentagon"}, "").out) == 5);
    CHECK(lines_of(browser.does("ctrl-s", {}, "x", "0javkb8r7jh1h").out) >= 1);
}

TEST_CASE("what is typed does no more than search") {
    Browser browser;
    for (const std::string typed :
         {"'; touch owned; '", "$(touch owned)", "`touch owned`", "--index /nonexistent", "a\\'b",
          "\"; touch owned", "{} ;{q}", "(x),y)+z", "-- -- $(touch owned)"}) {
        CAPTURE(typed);
        for (const char* key : {"change", "preview", "enter"}) {
            browser.does(key, {}, typed, "0javkb8r7jh1h");
            browser.does(key, {typed}, "pentagon", "0javkb8r7jh1h");
        }
        CHECK(!std::filesystem::exists(browser.sandbox.path() / "owned"));
    }
}

TEST_CASE("options without words list the whole archive, and ask the same one of a story") {
    Browser browser;
    browser.sandbox.environment["DATELINE_INDEX"] = "/nonexistent";
    const std::string index = "--index=" + (browser.sandbox.path() / "index").string();
    CHECK(lines_of(browser.does("start", {index}, "").out) == 5);
    CHECK(lines_of(browser.does("ctrl-t", {index}, "").out) == 5);
    CHECK(lines_of(browser.does("ctrl-s", {index, "--", "x"}, "", "0javkb8r7jh1h").out) >= 1);
    CHECK(browser.does("start", {"--bogus"}, "").out.empty());
    CHECK(browser.does("preview", {"--bogus"}, "").out.find("unknown option '--bogus'") !=
          std::string::npos);
}

TEST_CASE("the browser shows, opens and prints the article that is chosen") {
    Browser browser;
    const std::string id = "0javkb8r7jh1h";
    const Output shown = browser.does("preview", {}, "blacklist", id);
    CHECK(shown.out.find("AzerNEWS") != std::string::npos);
    CHECK(shown.out.find("\x1b[1;31m") != std::string::npos);
    const std::string file = (browser.sandbox.path() / "corpus/004_471783cd0c4da65b.txt").string();
    CHECK(browser.does("enter", {}, "surveil* /s american", id).out == "+9 -- " + file + "\n");
    CHECK(browser.does("ctrl-l", {"pentagon"}, "", id).out == file + "\n");
}

TEST_CASE("without fzf the browser says how to get it") {
    Browser browser;
    std::filesystem::remove(browser.sandbox.path() / "bin/fzf");
    browser.sandbox.environment["PATH"] = (browser.sandbox.path() / "bin").string();
    const Output output = browser.does("start", {}, "");
    CHECK(output.status == 2);
    CHECK(output.err.find("hint: install it") != std::string::npos);
}

TEST_CASE("the newest come first whatever was asked for, and an article is shown as text") {
    Browser browser;
    const std::string newest = browser.does("ctrl-t", {}, "").out;
    CHECK(browser.does("ctrl-t", {"--sort", "oldest"}, "").out == newest);
    CHECK(browser.does("start", {"--sort", "oldest"}, "").out != newest);
    browser.sandbox.environment["XDG_CONFIG_HOME"] = (browser.sandbox.path() / "cfg").string();
    browser.sandbox.write("cfg/dateline/config", "format = json\n");
    const Output shown = browser.does("preview", {}, "blacklist", "0javkb8r7jh1h");
    CHECK(shown.out.find("AzerNEWS") != std::string::npos);
    CHECK(shown.out.find("{") == std::string::npos);
    CHECK(browser.does("ctrl-l", {}, "nothing-has-this").status == 1);
}

TEST_CASE("a word with a colon is a word, and an editor knows the terminal's width") {
    Browser browser;
    CHECK(browser.does("start", {":pentagon"}, "").status == 0);
    browser.sandbox.environment["COLUMNS"] = "93";
    browser.sandbox.environment["EDITOR"] = "sh -c 'echo $COLUMNS'";
    CHECK(browser.does("enter", {"pentagon"}, "", "0javkb8r7jh1h").out == "93\n");
}

TEST_CASE("browse: its version, and the values that a shell completes, are those of the search") {
    Browser browser;
    CHECK(browser.does("", {"--version"}, "").out.starts_with("dateline-browse "));
    CHECK(browser.does("", {"--complete=outlet", "--", "NP"}, "").out == "NPR\n");
}

}  // namespace
}  // namespace dateline::cli
