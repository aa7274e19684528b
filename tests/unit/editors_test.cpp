// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/editors.h"

#include <doctest/doctest.h>

namespace dateline {
namespace {

TEST_CASE("each editor is told of the line in its own way, and file and line stay whole") {
    struct Row {
        std::string_view editor;
        std::string_view command;
    };
    const Row rows[] = {
        {"vi", R"(vi "+$2" -- "$1")"},
        {"emacsclient -nw", R"(emacsclient -nw "+$2" -- "$1")"},
        {"code", R"(code --goto "$1:$2")"},
        {"/snap/bin/code --wait", R"(/snap/bin/code --wait --goto "$1:$2")"},
        {"  codium -r", R"(  codium -r --goto "$1:$2")"},
        {"'/opt/my editor/subl' -w", R"('/opt/my editor/subl' -w "$1:$2")"},
        {"hx", R"(hx "$1:$2")"},
        {"kate", R"(kate --line "$2" "$1")"},
        {"micro", R"(micro "+$2" "$1")"},
        {"encode", R"(encode "+$2" -- "$1")"},
        {"", R"( "+$2" -- "$1")"},
        {"idea --line %l %f", R"(idea --line "$2" "$1")"},
        {"ed --at=%f:%l --zoom=90%%", R"(ed --at="$1":"$2" --zoom=90%)"},
        {"code %f", R"(code "$1")"},
        {"show \"%f\" '%f:%l'", R"(show "$1" ''"$1"':'"$2"'')"},
        {"show --line=%l", R"(show --line="$2" "$1")"},
        {"sh \\\"%f", R"(sh \""$1")"},
        {"echo %%f", R"(echo %f "+$2" -- "$1")"},
        {"date +%d", R"(date +%d "+$2" -- "$1")"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.editor);
        CHECK(editor_command(row.editor) == row.command);
    }
}

}  // namespace
}  // namespace dateline
