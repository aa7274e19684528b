// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/completion.h"

#include <doctest/doctest.h>

#include <string>

#include "common/manual.h"
#include "tests/unit/example_program.h"

namespace dateline {
namespace {

Program with_option(std::string_view name, std::string_view value, Completes completes) {
    Program program = example(DashWords::are_words);
    program.options.push_back(
        {.name = name, .value = value, .group = shown, .completes = completes, .help = "it"});
    return program;
}

TEST_CASE("fish offers files only where an option takes one") {
    const Program program = with_option("show", "PATH", Completes::files);
    const std::string script = generated_text(program, "fish");
    CHECK(script.find(" -l limit -s n -x -d 'so many'\n") != script.npos);
    CHECK(script.find(" -l color -x -a 'auto always never' -d 'colour'\n") != script.npos);
    CHECK(script.find(" -l show -r -F -d 'it'\n") != script.npos);
    CHECK(script.find(" -l timeline -a 'day week' -d 'bars'\n") != script.npos);
}

TEST_CASE("values that the program knows are asked from it by every shell") {
    const Program program = with_option("author", "NAME", Completes::values);
    CHECK(generated_text(program, "bash").find("\"$1\" --complete=author -- ") !=
          std::string::npos);
    CHECK(generated_text(program, "zsh").find(":NAME: _example_values author'") !=
          std::string::npos);
    CHECK(generated_text(program, "fish").find("(example --complete=author 2>/dev/null)") !=
          std::string::npos);
}

TEST_CASE("every shell's completion has every shown option and no other") {
    const Program program = example(DashWords::are_words);
    for (const std::string_view shell : {"bash", "zsh", "fish"}) {
        CAPTURE(shell);
        const std::string script = generated_text(program, shell);
        const std::string_view dashes = shell == "fish" ? "-l " : "--";
        for (const Option& option : program.options) {
            const bool there =
                script.find(std::string(dashes).append(option.name)) != std::string::npos;
            CAPTURE(option.name);
            CHECK(there == !option.group.empty());
        }
        CHECK(script.find("auto always never") != std::string::npos);
    }
}

TEST_CASE("files are offered where the arguments may be some, and nowhere else") {
    Program program = example(DashWords::are_errors);
    CHECK(generated_text(program, "fish").find("complete -c example -f\n") != std::string::npos);
    CHECK(generated_text(program, "zsh").find("_files") == std::string::npos);
    program.synopsis = {"[OPTIONS] FOLDER|FILE..."};
    CHECK(generated_text(program, "fish").find("complete -c example -f\n") == std::string::npos);
    CHECK(generated_text(program, "zsh").find("'*:folder or file:_files'") != std::string::npos);
    CHECK(generated_text(program, "bash").find("compgen -f -- ") != std::string::npos);
}

}  // namespace
}  // namespace dateline
