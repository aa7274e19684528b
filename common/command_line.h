// SPDX-License-Identifier: GPL-2.0-or-later
// What both programs share of being a command: a table of options that drives parsing, --help and
// man page (manual.h) and shell completion (completion.h). Reading arguments does nothing: no file,
// clock or terminal is touched.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What the shell offers where a value is expected.
/// (`values`: those that the program itself prints for `--complete=OPTION`).
enum class Completes { nothing, files, folders, values };

/// One option, or one row of a table of options.
struct Option {
    std::string_view name;        ///< "limit" for --limit
    char letter = 0;              ///< 'n' for -n; 0 if none
    std::string_view alias = "";  ///< another long name; "" if none
    /// What stands for the value in help; "" for a switch. Words in lower case stand for
    /// themselves, and if there are no others the value must be one of them: "auto|always|never",
    /// "sentence|BYTES".
    std::string_view value = "";
    bool optional_value = false;  ///< the value may be left out, and comes only after '='
    bool takes_words = false;     ///< beside it, words are values that `--complete` prints of it
    std::string_view group = "";  ///< its heading in help; "" hides the option
    Completes completes = Completes::nothing;
    std::string_view help = "";  ///< lower case, no full stop; wrapped where it is shown
};

/// A heading, file, variable, exit status or command line of the manual, and what is to be said of
/// it.
struct Entry {
    std::string name;
    std::string text;
};

/// A section of the manual: paragraphs, entries, then screens, which are printed as they are.
struct Section {
    std::string_view heading;
    std::vector<std::string_view> paragraphs = {};
    std::vector<Entry> entries = {};
    std::vector<std::string_view> screens = {};
    bool has_queries = false;  ///< the entries are queries, which can be tried
};

/// Whether `-word`, with two letters or more, is a query word that must be absent.
enum class DashWords { are_errors, are_words };

/// All that a program says of itself.
struct Program {
    std::string_view name;
    std::string_view summary;                        ///< one line, for NAME
    char manual_section = '1';                       ///< 1 programs, 7 what is not one
    std::vector<std::string_view> synopsis = {};     ///< arguments: "[OPTIONS] WORDS..."
    std::vector<std::string_view> description = {};  ///< paragraphs; --help shows the first
    std::vector<Option> options = {};                ///< in the order of help
    DashWords dash_words = DashWords::are_errors;
    std::vector<Section> sections = {};  ///< more of the manual, after OPTIONS
    std::vector<Entry> exit_statuses = {};
    std::vector<Entry> files = {};
    std::vector<Entry> variables = {};
    std::vector<Entry> examples = {};             ///< arguments, and what they do
    std::vector<std::string_view> see_also = {};  ///< "dateline-index(1)"
};

struct TypedOption {
    std::string name;   ///< as in the table
    std::string value;  ///< "" for a switch, and for an optional value left out

    bool operator==(const TypedOption&) const = default;
};

/// The command line as typed: known options with values of the right form, nothing checked across
/// them.
struct CommandLine {
    std::vector<TypedOption> options;  ///< in the order typed
    std::vector<std::string> words;

    bool has(std::string_view name) const;
    /// The last value given; nothing if the option was not.
    std::optional<std::string> value(std::string_view name) const;
    std::vector<std::string> values(std::string_view name) const;

    bool operator==(const CommandLine&) const = default;
};

/// Throws Error that names the option and what is allowed.
CommandLine parse_command_line(std::span<const std::string_view> arguments, const Program& program);

/// The option of that long name or alias, or nullptr.
const Option* find_option(const Program& program, std::string_view name);

/// The words of `value` that stand for themselves: auto, always, never.
std::vector<std::string_view> literal_values(const Option& option);

/// Throws Error if more than one of the options was given.
void at_most_one_of(const CommandLine& line, std::span<const std::string_view> names);

/// The whole number that option `name` was given, from `least` to `most`; throws Error for other
/// text.
std::uint32_t whole_number(std::string_view name, std::string_view text, std::uint32_t least,
                           std::uint32_t most);

}  // namespace dateline
