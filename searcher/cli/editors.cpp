// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/editors.h"

#include <algorithm>
#include <iterator>

namespace dateline {
namespace {

constexpr std::string_view plus_line = R"("+$2" -- "$1")";  // vi, Emacs, nano, and most others
constexpr std::string_view go_to = R"(--goto "$1:$2")";
constexpr std::string_view file_and_line = R"("$1:$2")";
constexpr std::string_view line_option = R"(--line "$2" "$1")";
constexpr std::string_view plus_line_alone = R"("+$2" "$1")";  // they take no --

struct Editor {
    std::string_view name;
    std::string_view arguments;
};

constexpr Editor editors[] = {
    {"code", go_to},
    {"code-insiders", go_to},
    {"codium", go_to},
    {"vscodium", go_to},
    {"code-oss", go_to},
    {"cursor", go_to},
    {"windsurf", go_to},
    {"subl", file_and_line},
    {"sublime_text", file_and_line},
    {"zed", file_and_line},
    {"zeditor", file_and_line},
    {"atom", file_and_line},
    {"pulsar", file_and_line},
    {"hx", file_and_line},
    {"helix", file_and_line},
    {"lapce", file_and_line},
    {"kate", line_option},
    {"kwrite", line_option},
    {"mate", line_option},
    {"xed", plus_line_alone},
    {"gedit", plus_line_alone},
    {"pluma", plus_line_alone},
    {"gnome-text-editor", plus_line_alone},
    {"mousepad", line_option},
    {"micro", plus_line_alone},
    {"kak", plus_line_alone},
};

/// The program of the first word, without its folder; quotes around a path do not matter.
std::string_view program_of(std::string_view editor) {
    const std::size_t begin = editor.find_first_not_of(" \t");
    if (begin == editor.npos) return "";
    editor.remove_prefix(begin);
    const char quote = editor.front();
    const std::size_t end =
        quote == '"' || quote == '\'' ? editor.find(quote, 1) : editor.find_first_of(" \t");
    std::string_view program = editor.substr(0, end);
    if (const std::size_t slash = program.rfind('/'); slash != program.npos)
        program.remove_prefix(slash + 1);
    while (program.starts_with('"') || program.starts_with('\'')) program.remove_prefix(1);
    return program;
}

/// An editor's command, and which places it names by itself.
struct PlacedCommand {
    std::string command;
    bool file = false;
    bool line = false;
};

/// %f and %l as the shell's parameters, whole also within quotes of either kind, and %% as a
/// percent sign.
PlacedCommand with_places(std::string_view editor) {
    PlacedCommand made;
    std::string& command = made.command;
    char quote = '\0';
    const auto put = [&](std::string_view parameter) {
        const std::string_view around = quote == '"' ? "" : quote == '\'' ? "'\"" : "\"";
        command.append(around).append(parameter);
        command.append(around == "'\"" ? "\"'" : around);
    };
    for (std::size_t i = 0; i < editor.size(); ++i) {
        const char next = i + 1 < editor.size() ? editor[i + 1] : '\0';
        if (editor[i] == '%' && (next == 'f' || next == 'l' || next == '%')) {
            if (next == '%') command += '%';
            if (next == 'f') put("$1");
            if (next == 'l') put("$2");
            made.file = made.file || next == 'f';
            made.line = made.line || next == 'l';
            ++i;
            continue;
        }
        if (editor[i] == '\\' && quote != '\'' && next != '\0') {
            command.append(editor.substr(i++, 2));
            continue;
        }
        if (quote == editor[i])
            quote = '\0';
        else if (quote == '\0' && (editor[i] == '"' || editor[i] == '\''))
            quote = editor[i];
        command += editor[i];
    }
    return made;
}

}  // namespace

std::string editor_command(std::string_view editor) {
    const PlacedCommand placed = with_places(editor);
    if (placed.file) return placed.command;
    if (placed.line) return placed.command + " \"$1\"";
    const auto known = std::ranges::find(editors, program_of(editor), &Editor::name);
    const std::string_view arguments = known == std::end(editors) ? plus_line : known->arguments;
    return placed.command + " " + std::string(arguments);
}

}  // namespace dateline
