// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/manual.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/completion.h"
#include "common/terminal.h"

namespace dateline {
namespace {

constexpr std::string_view version = DATELINE_VERSION;
constexpr std::string_view release_date = DATELINE_RELEASE_DATE;
constexpr std::size_t help_column = 27;  // where the help of options begins

/// The headings of the options shown, in the order of their first option.
std::vector<std::string_view> groups_of(const Program& program) {
    std::vector<std::string_view> groups;
    for (const Option& option : program.options) {
        const bool known = std::find(groups.begin(), groups.end(), option.group) != groups.end();
        if (!option.group.empty() && !known) groups.push_back(option.group);
    }
    return groups;
}

/// "--limit N", "--timeline[=day|week]"
std::string with_value(std::string_view name, const Option& option) {
    std::string form = "--";
    form.append(name);
    if (option.value.empty()) return form;
    if (option.optional_value) return form.append("[=").append(option.value).append("]");
    return form.append(" ").append(option.value);
}

/// "-n, --limit N"; options without a letter stand below those with one.
std::string option_column(const Option& option) {
    std::string column = "      ";
    if (option.letter != 0) column = std::string("  -") + option.letter + ", ";
    return column + with_value(option.name, option);
}

void append_wrapped(std::string& out, std::string_view text, std::size_t indent,
                    std::size_t width) {
    const std::size_t room = width > indent + 10 ? width - indent : 10;
    bool first = true;
    for (const TextRange line : wrap(text, room, room)) {
        if (!first) out.append(indent, ' ');
        out.append(text.substr(line.begin, line.end - line.begin)).append("\n");
        first = false;
    }
}

std::string help_of(const Option& option) {
    std::string help(option.help);
    if (!option.alias.empty()) help.append("; also --").append(option.alias);
    return help;
}

void append_option_help(std::string& out, const Option& option, std::size_t width) {
    const std::string column = option_column(option);
    out += column;
    if (column.size() + 2 > help_column) {
        out.append("\n").append(help_column, ' ');
    } else {
        out.append(help_column - column.size(), ' ');
    }
    append_wrapped(out, help_of(option), help_column, width);
}

// Roff. A backslash and a dot or apostrophe at the start of a line have meanings, and a bare '-' is
// a hyphen that cannot be searched or pasted as an option.
std::string roff(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\\') {
            escaped += "\\e";
        } else if (c == '-') {
            escaped += "\\-";
        } else if (c == '\'') {
            escaped += "\\(aq";
        } else if (c == '.' && (escaped.empty() || escaped.back() == '\n')) {
            escaped += "\\&.";
        } else {
            escaped += c;
        }
    }
    return escaped;
}

/// Roff in lines of at most 68 bytes where its words allow (mandoc minds more than 80, and takes a
/// letter with an accent for eight). After a full stop at the end of a line roff would set two
/// blanks, and one within it: \& makes it one everywhere.
std::string filled(std::string_view text) {
    std::string out;
    std::size_t line = 0;  // where it begins
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = roff(text.substr(at, end - at));
        at = end + 1;
        if (out.empty()) {
            out = word;
        } else if (out.size() - line + 1 + word.size() <= 68) {
            out.append(" ").append(word);
        } else {
            if (std::string_view(".?!)\"]").find(out.back()) != std::string_view::npos)
                out += "\\&";
            line = out.size() + 1;
            out.append("\n").append(word);
        }
    }
    return out;
}

std::string bold(std::string_view text) {
    return "\\fB" + roff(text) + "\\fR";
}

/// Words in capitals stand for something else: in italics.
std::string roff_value(std::string_view value) {
    const bool stands_for_itself = !value.empty() && value[0] >= 'a' && value[0] <= 'z';
    return stands_for_itself ? roff(value) : "\\fI" + roff(value) + "\\fR";
}

std::string roff_option(const Option& option) {
    std::string form;
    if (option.letter != 0) form = bold(std::string("-") + option.letter) + ", ";
    std::string_view names[] = {option.name, option.alias};
    for (const std::string_view name : names) {
        if (name.empty()) continue;
        if (name == option.alias) form += ", ";
        form += bold("--" + std::string(name));
        if (option.value.empty()) continue;
        const std::string value = roff_value(option.value);
        form += option.optional_value ? "[=" + value + "]" : " " + value;
    }
    return form;
}

void append_heading(std::string& out, std::string_view name) {
    out.append(".SH ").append(name).append("\n");
}

/// A heading begins a paragraph by itself.
bool ends_in_heading(const std::string& out) {
    const std::string_view last = std::string_view(out).substr(0, out.size() - 1);
    return last.substr(last.rfind('\n') + 1).starts_with(".S");
}

void append_paragraph(std::string& out, std::string_view text) {
    if (!ends_in_heading(out)) out.append(".PP\n");
    out.append(filled(text)).append("\n");
}

void append_verbatim(std::string& out, std::string_view text) {
    out.append(".RS 4\n.nf\n").append(roff(text)).append("\n.fi\n.RE\n");
}

void append_screen(std::string& out, std::string_view screen) {
    if (!ends_in_heading(out)) out.append(".PP\n");
    append_verbatim(out, screen);
}

void append_entry(std::string& out, const Entry& entry) {
    out.append(".TP\n").append(bold(entry.name)).append("\n");
    out.append(filled(entry.text)).append("\n");
}

void append_entries(std::string& out, std::string_view heading, const std::vector<Entry>& entries) {
    if (entries.empty()) return;
    append_heading(out, heading);
    for (const Entry& entry : entries) append_entry(out, entry);
}

void append_section(std::string& out, const Section& section) {
    append_heading(out, section.heading);
    for (const std::string_view paragraph : section.paragraphs) append_paragraph(out, paragraph);
    for (const Entry& entry : section.entries) append_entry(out, entry);
    for (const std::string_view screen : section.screens) append_screen(out, screen);
}

void append_options(std::string& out, const Program& program) {
    if (program.options.empty()) return;
    append_heading(out, "OPTIONS");
    for (const std::string_view group : groups_of(program)) {
        out.append(".SS ").append(roff(group)).append("\n");
        for (const Option& option : program.options) {
            if (option.group != group) continue;
            out.append(".TP\n").append(roff_option(option)).append("\n");
            out.append(filled(option.help)).append("\n");
        }
    }
}

std::string command_line(const Program& program, const Entry& example) {
    std::string line(program.name);
    if (!example.name.empty()) line.append(" ").append(example.name);
    return line;
}

void append_examples(std::string& out, const Program& program) {
    if (program.examples.empty()) return;
    append_heading(out, "EXAMPLES");
    for (const Entry& example : program.examples) {
        append_paragraph(out, example.text);
        append_verbatim(out, command_line(program, example));
    }
}

/// "dateline\-index(1)" in bold with a light number, as pages refer to each other.
void append_see_also(std::string& out, const Program& program) {
    append_heading(out, "SEE ALSO");
    for (std::size_t i = 0; i < program.see_also.size(); ++i) {
        const std::string_view page = program.see_also[i];
        const std::size_t number = std::min(page.find('('), page.size());
        out.append(bold(page.substr(0, number))).append(roff(page.substr(number)));
        out.append(i + 1 < program.see_also.size() ? ",\n" : "\n");
    }
}

std::string upper_case(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) c = ascii::upper(c);
    return upper;
}

}  // namespace

std::string help_text(const Program& program, std::size_t width) {
    std::string out;
    for (const std::string_view arguments : program.synopsis) {
        out += out.empty() ? "usage: " : "       ";
        out.append(program.name).append(" ").append(arguments).append("\n");
    }
    out += "\n";
    if (!program.description.empty()) append_wrapped(out, program.description.front(), 0, width);
    for (const std::string_view group : groups_of(program)) {
        out.append("\n").append(group).append("\n");
        for (const Option& option : program.options) {
            if (option.group == group) append_option_help(out, option, width);
        }
    }
    if (!program.examples.empty()) out += "\nExamples\n";
    for (const Entry& example : program.examples) {
        out.append("  ").append(command_line(program, example)).append("\n");
    }
    out.append("\nMore: man ").append(program.name).append("\n");
    return out;
}

std::string version_text(const Program& program) {
    return std::string(program.name).append(" ").append(version).append("\n");
}

std::string manual_page(const Program& program) {
    std::string out = ".TH " + upper_case(program.name) + " " + program.manual_section;
    out.append(" ").append(release_date).append(" \"dateline ").append(version).append("\"\n");
    append_heading(out, "NAME");
    out.append(roff(program.name)).append(" \\- ").append(roff(program.summary)).append("\n");
    if (!program.synopsis.empty()) append_heading(out, "SYNOPSIS");
    for (const std::string_view arguments : program.synopsis) {
        if (!ends_in_heading(out)) out.append(".br\n");
        out.append(bold(program.name)).append(" ").append(roff(arguments)).append("\n");
    }
    append_heading(out, "DESCRIPTION");
    for (const std::string_view paragraph : program.description) append_paragraph(out, paragraph);
    append_options(out, program);
    for (const Section& section : program.sections) append_section(out, section);
    append_entries(out, "EXIT STATUS", program.exit_statuses);
    append_entries(out, "FILES", program.files);
    append_entries(out, "ENVIRONMENT", program.variables);
    append_examples(out, program);
    append_see_also(out, program);
    return out;
}

std::string generated_text(const Program& program, std::string_view what) {
    if (what == "man") return manual_page(program);
    if (what == "bash") return bash_completion(program);
    return what == "zsh" ? zsh_completion(program) : fish_completion(program);
}

}  // namespace dateline
