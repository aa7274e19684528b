// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

namespace dateline {
namespace {

bool is_shown(const Option& option) {
    return !option.group.empty();
}

std::vector<std::string_view> long_names(const Option& option) {
    std::vector<std::string_view> names{option.name};
    if (!option.alias.empty()) names.push_back(option.alias);
    return names;
}

std::string joined(const std::vector<std::string_view>& words, std::string_view separator = " ") {
    return fmt::format("{}", fmt::join(words, separator));
}

/// A name for a shell function: dateline-search -> _dateline_search.
std::string function_name(const Program& program) {
    std::string name = "_" + std::string(program.name);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

/// In single quotes, for bash, zsh and fish alike.
std::string quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? "'\\''" : std::string(1, c);
    return result += "'";
}

std::string header(const Program& program) {
    return "# Completion for " + std::string(program.name) + ", made from its table of options.\n";
}

/// One line a word, since the names of folders may have blanks.
std::string bash_offer(const std::string& what) {
    return "mapfile -t COMPREPLY < <(compgen " + what + " -- \"$cur\"); ";
}

/// A case of bash: after `--limit`, what to offer; an option whose value is anything offers
/// nothing.
std::string bash_case(const Option& option) {
    std::string pattern = "--" + joined(long_names(option), "|--");
    if (option.letter != 0) pattern.append("|-").push_back(option.letter);
    std::string action;
    if (option.completes == Completes::folders) {
        action = bash_offer("-d");
    } else if (option.completes == Completes::files) {
        action = bash_offer("-f");
    } else if (option.completes == Completes::values) {
        // What is typed so far comes with its quotes and backslashes.
        action = "typed=${cur#[\\\"\\']}; mapfile -t COMPREPLY < <(\"$1\" --complete=" +
                 std::string(option.name) + " -- \"${typed//\\\\/}\" 2>/dev/null); ";
    } else if (const auto words = literal_values(option); !words.empty()) {
        action = bash_offer("-W '" + joined(words) + "'");
    }
    return "        " + pattern + ") " + action + "return;;\n";
}

/// Its arguments are folders or files, not words.
bool takes_files(const Program& program) {
    return std::any_of(
        program.synopsis.begin(), program.synopsis.end(),
        [](std::string_view words) { return words.find("FOLDER") != std::string_view::npos; });
}

bool completes_values(const Program& program) {
    return std::any_of(program.options.begin(), program.options.end(),
                       [](const Option& option) { return option.completes == Completes::values; });
}

/// The options beside which words are values.
std::vector<std::string_view> word_options(const Program& program) {
    std::vector<std::string_view> names;
    for (const Option& option : program.options)
        if (option.takes_words) names.push_back(option.name);
    return names;
}

std::string complete_words(const Program& program) {
    return "--complete=" + std::string(word_options(program).front());
}

/// A colon and brackets have meanings in what _arguments is told.
std::string zsh_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::string zsh_action(const Option& option, const std::string& function) {
    if (option.completes == Completes::folders) return "_directories";
    if (option.completes == Completes::files) return "_files";
    // After a blank, _arguments runs the words as they are.
    if (option.completes == Completes::values)
        return " " + function + "_values " + std::string(option.name);
    const auto words = literal_values(option);
    return words.empty() ? " " : "(" + joined(words) + ")";
}

/// One spec of _arguments: '*--limit=[help]:N:action'; '*' since an option may come again.
std::string zsh_spec(const std::string& typed, const Option& option, const std::string& function) {
    std::string spec = "*" + typed;
    const bool is_long = typed.starts_with("--");
    if (!option.value.empty()) spec += option.optional_value ? "=-" : is_long ? "=" : "+";
    spec += "[" + zsh_text(option.help) + "]";
    if (!option.value.empty()) {
        spec += option.optional_value ? "::" : ":";
        spec += zsh_text(option.value) + ":" + zsh_action(option, function);
    }
    return "    " + quoted(spec) + " \\\n";
}

std::string fish_line(const Program& program, const Option& option, std::string_view name) {
    std::string line = "complete -c " + std::string(program.name) + " -l " + std::string(name);
    if (option.letter != 0 && name == option.name) line.append(" -s ").push_back(option.letter);
    // -x: a value, and no file.
    if (!option.value.empty() && !option.optional_value)
        line += option.completes == Completes::files ? " -r -F" : " -x";
    if (option.completes == Completes::folders) {
        line += " -a '(__fish_complete_directories)'";
    } else if (option.completes == Completes::values) {
        line += " -a " + quoted("(" + std::string(program.name) +
                                " --complete=" + std::string(option.name) + " 2>/dev/null)");
    } else if (const auto words = literal_values(option); !words.empty()) {
        line += " -a " + quoted(joined(words));
    }
    return line + " -d " + quoted(option.help) + "\n";
}

}  // namespace

std::string bash_completion(const Program& program) {
    std::string names;
    std::string cases;
    for (const Option& option : program.options) {
        if (!is_shown(option)) continue;
        names.append(names.empty() ? "--" : " --").append(joined(long_names(option), " --"));
        if (!option.value.empty()) cases += bash_case(option);
    }
    const std::string function = function_name(program);
    std::string out = header(program) + function + "() {\n";
    // Bash splits a word at '=', so that the option of --sort=n is two words back.
    out +=
        "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} typed\n"
        "    COMPREPLY=()\n"
        "    if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then "
        "prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
        "    case $prev in\n";
    out += cases;
    out += "    esac\n";
    out += "    if [[ $cur == -* ]]; then\n        " + bash_offer("-W '" + names + "'") + "\n";
    if (takes_files(program)) out += "    else\n        " + bash_offer("-f") + "\n";
    if (const auto words = word_options(program); !words.empty())
        out += "    elif [[ \" ${COMP_WORDS[*]} \" == *' --'@(" + joined(words, "|") +
               ")[\\ =]* ]]; then\n        mapfile -t COMPREPLY < <(\"$1\" " +
               complete_words(program) + " -- \"$cur\" 2>/dev/null)\n";
    out += "    fi\n";
    return out + "}\ncomplete -o filenames -F " + function + " " + std::string(program.name) + "\n";
}

std::string zsh_completion(const Program& program) {
    std::string out = "#compdef " + std::string(program.name) + "\n" + header(program);
    const std::string function = function_name(program);
    if (completes_values(program)) {
        out += function + "_values() {\n    local -a values\n    values=(\"${(@f)$(" +
               std::string(program.name) +
               " --complete=$1 2>/dev/null)}\")\n    compadd -a values\n}\n";
    }
    out += "_arguments -S \\\n";
    for (const Option& option : program.options) {
        if (!is_shown(option)) continue;
        for (const std::string_view name : long_names(option)) {
            out += zsh_spec("--" + std::string(name), option, function);
        }
        if (option.letter != 0) out += zsh_spec(std::string("-") + option.letter, option, function);
    }
    if (takes_files(program)) return out + "    '*:folder or file:_files'\n";
    const auto words = word_options(program);
    if (words.empty())
        return out + "\n";  // a spec without matches would keep options from being typed
    return out + "    '*:word:{ (( ${words[(I)--(" + joined(words, "|") + ")*]} )) && " + function +
           "_values " + std::string(words.front()) + " }'\n";
}

std::string fish_completion(const Program& program) {
    std::string out = header(program);
    if (!takes_files(program)) out += "complete -c " + std::string(program.name) + " -f\n";
    if (const auto words = word_options(program); !words.empty())
        out += "complete -c " + std::string(program.name) + " -n '__fish_seen_argument -l " +
               joined(words, " -l ") + "' -a '(" + std::string(program.name) + " " +
               complete_words(program) + " 2>/dev/null)'\n";
    for (const Option& option : program.options) {
        if (!is_shown(option)) continue;
        for (const std::string_view name : long_names(option)) {
            out += fish_line(program, option, name);
        }
    }
    return out;
}

}  // namespace dateline
