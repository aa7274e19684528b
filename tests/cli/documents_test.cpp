// SPDX-License-Identifier: GPL-2.0-or-later
// What the documents show is what the programs do: each command of README.md, docs/ and the man
// pages runs, on an index of corpus/, and each screen is compared whole.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/cli/harness.h"

namespace dateline::cli {
namespace {

/// Commands that change the machine or need what it may not have.
constexpr std::array not_run{"./demo",         "./check",
                             "sudo ",          "dateline-search --open ",
                             "dateline-web",   "dateline-index --watch",
                             "dateline-browse"};

/// A command and, if the document has one, its screen.
struct Example {
    std::string command;
    std::string screen;
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

std::string document(const std::string& name) {
    std::ifstream file(std::string(DATELINE_CORPUS) + "/../" + name, std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string without_comment(const std::string& line) {
    const std::string text = line.substr(0, line.find("   #"));
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

/// Screens are indented and begin with `$ command`; a line less indented ends them.
std::vector<Example> screens(const std::string& text) {
    const std::string indent = "    ";
    std::vector<Example> found;
    bool inside = false;
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with(indent + "$ ")) {
            found.push_back({line.substr(indent.size() + 2), ""});
            inside = true;
        } else if (line.empty() || line.starts_with(indent)) {
            if (inside)
                found.back().screen += line.substr(std::min(indent.size(), line.size())) + '\n';
        } else {
            inside = false;
        }
    }
    return found;
}

/// Indented lines that begin with a command of this project.
std::vector<std::string> commands(const std::string& text) {
    std::vector<std::string> found;
    for (const std::string& line : lines_of(text)) {
        const std::string trimmed = line.substr(std::min(line.find_first_not_of(' '), line.size()));
        const bool is_message = trimmed.starts_with("dateline-search:");
        if (line.starts_with("    ") && !is_message &&
            (trimmed.starts_with("dateline-") || trimmed.starts_with("./") ||
             trimmed.starts_with("sudo ")))
            found.push_back(without_comment(trimmed));
    }
    return found;
}

/// A man page's text between .nf and .fi, without roff's escapes.
std::string verbatim_texts(const std::string& page) {
    std::string text;
    bool inside = false;
    for (const std::string& line : lines_of(page)) {
        if (line == ".nf" || line == ".fi") inside = line == ".nf";
        if (!inside || line == ".nf") {
            text += "-\n";  // ends a screen
            continue;
        }
        text += "    ";
        for (std::size_t at = 0; at < line.size(); ++at) {
            if (line[at] != '\\') {
                text += line[at];
            } else if (line.compare(at, 4, "\\(aq") == 0) {
                text += '\'';
                at += 3;
            } else {
                ++at;
                if (line[at] != '&') text += line[at] == 'e' ? '\\' : line[at];
            }
        }
        text += '\n';
    }
    return text;
}

bool is_installed(const std::string& program) {
    return Sandbox().run("/bin/sh", {"-c", "command -v " + program}).status == 0;
}

bool is_run(const std::string& command) {
    static const bool has_jq = is_installed("jq");
    if (!has_jq && command.find("| jq") != std::string::npos) return false;
    return std::ranges::none_of(not_run,
                                [&](const char* begin) { return command.starts_with(begin); });
}

std::string without_blank_end(std::string text) {
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

void put_programs_on_path(Sandbox& sandbox) {
    const auto folder = [](const std::string& program) {
        return program.substr(0, program.rfind('/'));
    };
    sandbox.environment["PATH"] =
        folder(DATELINE_SEARCH_PROGRAM) + ":" + folder(DATELINE_INDEX_PROGRAM) + ":/usr/bin:/bin";
    sandbox.environment["COLUMNS"] = "80";
}

/// A sandbox with copies of corpus/ in `folders`, of which the first is indexed.
const Sandbox& archive_of(Sandbox& sandbox, const std::vector<std::string>& folders) {
    put_programs_on_path(sandbox);
    for (const std::string& folder : folders) sandbox.copy_corpus(folder);
    const Output indexed = sandbox.index({folders.front()});
    REQUIRE_MESSAGE(indexed.status == 0, indexed.err);
    return sandbox;
}

/// One archive for questions, another one for the commands that change it.
Output shell(const std::string& command) {
    static Sandbox asked;
    static Sandbox changed;
    static const Sandbox& archive = archive_of(asked, {"corpus"});
    static const Sandbox& workshop = archive_of(changed, {"old", "articles", "clippings"});
    const bool changes = command.find("dateline-index") != std::string::npos;
    return (changes ? workshop : archive).run("/bin/sh", {"-c", command});
}

}  // namespace

TEST_CASE("every screen of the documents is what the program prints") {
    for (const std::string name : {"README.md", "docs/query-language.md", "docs/cookbook.md"}) {
        const std::vector<Example> examples = screens(document(name));
        CHECK(examples.size() >= (name == "docs/query-language.md" ? 1U : 5U));
        for (const Example& example : examples) {
            if (!is_run(example.command)) continue;
            CAPTURE(name);
            CAPTURE(example.command);
            const Output output = shell(example.command + " 2>&1");
            CHECK(without_blank_end(output.out) == without_blank_end(example.screen));
        }
    }
}

TEST_CASE("every screen of the man page is what the program prints") {
    const std::string page = Sandbox().run(DATELINE_SEARCH_PROGRAM, {"--generate=man"}).out;
    const std::vector<Example> examples = screens(verbatim_texts(page));
    CHECK(examples.size() == 5);
    for (const Example& example : examples) {
        CAPTURE(example.command);
        const Output output = shell(example.command + " 2>&1");
        CHECK(without_blank_end(output.out) == without_blank_end(example.screen));
    }
}

TEST_CASE("every command of the documents runs") {
    for (const std::string name : {"README.md", "docs/query-language.md", "docs/json-output.md",
                                   "docs/following.md", "docs/cookbook.md"}) {
        for (const std::string& command : commands(document(name))) {
            if (!is_run(command)) continue;
            CAPTURE(name);
            CAPTURE(command);
            const Output output = shell(command);
            CHECK(output.status <= 1);
            CHECK(output.err.find("hint:") == std::string::npos);
        }
    }
}

TEST_CASE("the cookbook has twenty tasks, each with a command") {
    std::size_t tasks = 0;
    std::string recipe;
    for (const std::string& line : lines_of(document("docs/cookbook.md") + "## \n")) {
        if (!line.starts_with("## ")) {
            recipe += line + '\n';
            continue;
        }
        CAPTURE(recipe);
        CHECK((tasks == 0 || !commands(recipe).empty() || !screens(recipe).empty()));
        recipe = line + '\n';
        ++tasks;
    }
    CHECK(tasks - 1 >= 20);
}

TEST_CASE("every example of the man pages runs and finds something") {
    for (const std::string program : {DATELINE_SEARCH_PROGRAM, DATELINE_INDEX_PROGRAM}) {
        const std::string help = Sandbox().run(program, {"--help"}).out;
        std::size_t at = help.find("\nExamples\n") + 10;
        REQUIRE(at > 10);
        while (help.compare(at, 2, "  ") == 0) {
            const std::size_t end = help.find('\n', at);
            const std::string line = help.substr(at, end - at);
            CAPTURE(line);
            at = end + 1;
            if (!is_run(line)) continue;
            const Output output = shell(line);
            CHECK(output.status == 0);
            CHECK_FALSE((output.out.empty() && output.err.empty()));
        }
    }
}

}  // namespace dateline::cli
