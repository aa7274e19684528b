// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>

#include "common/error.h"
#include "common/nearest_name.h"
#include "common/split_arguments.h"

namespace dateline {
namespace {

namespace po = boost::program_options;

std::string quoted(std::string_view text) {
    return fmt::format("'{}'", text);
}

std::string dashed(std::string_view name) {
    return fmt::format("--{}", name);
}

/// The shown option whose name the user may have meant, or "".
std::string_view nearest_name(const Program& program, std::string_view typed) {
    NearestName nearest(typed);
    for (const Option& option : program.options) {
        if (option.group.empty()) continue;
        nearest.offer(option.name);
        nearest.offer(option.alias);
    }
    return nearest.name();
}

std::string list_options(const Program& program) {
    return fmt::format("'{} --help' lists the options", program.name);
}

[[noreturn]] void unknown_option(const Program& program, std::string_view typed) {
    std::string hint = list_options(program);
    const std::string_view name = typed.starts_with("--") ? typed.substr(2) : typed.substr(1);
    if (const std::string_view meant = nearest_name(program, name); !meant.empty()) {
        hint = "did you mean '" + dashed(meant) + "'? " + hint;
    } else if (!typed.starts_with("--") && program.dash_words == DashWords::are_words) {
        hint.append("; to leave out articles with a word, write NOT before it");
    } else if (!typed.starts_with("--") && typed.size() > 2) {
        hint.append("; short options are written one by one");
    }
    throw Error("unknown option " + quoted(typed), hint);
}

po::options_description describe(const Program& program) {
    po::options_description description;
    for (const Option& option : program.options) {
        const std::string name(option.name);
        if (option.optional_value) {
            description.add_options()(name.c_str(), po::value<std::string>()->implicit_value(""));
        } else if (!option.value.empty()) {
            description.add_options()(name.c_str(), po::value<std::string>());
        } else {
            description.add_options()(name.c_str(), po::bool_switch());
        }
    }
    return description;
}

void check_choice(const Program& program, const TypedOption& typed) {
    const Option* option = find_option(program, typed.name);
    if (typed.value.empty()) return;
    const std::vector<std::string_view> literals = literal_values(*option);
    const auto parts = std::count(option->value.begin(), option->value.end(), '|') + 1;
    if (literals.size() != static_cast<std::size_t>(parts)) return;
    if (std::find(literals.begin(), literals.end(), typed.value) != literals.end()) return;
    std::string allowed;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        if (i > 0) allowed += i + 1 == literals.size() ? " or " : ", ";
        allowed += literals[i];
    }
    throw Error("option " + quoted(dashed(typed.name)) + " cannot be " + quoted(typed.value),
                "choose " + allowed);
}

[[noreturn]] void refuse(const Program& program, const po::invalid_command_line_syntax& error) {
    const std::string name = error.get_option_name();
    if (error.kind() == po::invalid_syntax::missing_parameter) {
        const Option* option = find_option(program, std::string_view(name).substr(2));
        throw Error("option " + quoted(name) + " needs a value",
                    "write " + name + "=" + std::string(option->value));
    }
    throw Error("option " + quoted(name) + " takes no value", list_options(program));
}

std::vector<TypedOption> parse_with_boost(const std::vector<std::string>& options,
                                          const Program& program) {
    using Style = po::command_line_style::style_t;
    constexpr int style = Style::allow_long | Style::long_allow_adjacent;  // no guessing
    const po::options_description description = describe(program);
    std::vector<TypedOption> result;
    for (const std::string& option : options) {  // one by one, so that none swallows the next
        if (!option.starts_with("--")) unknown_option(program, option);
        try {
            const auto parsed = po::command_line_parser(std::vector<std::string>{option})
                                    .options(description)
                                    .style(style)
                                    .run()
                                    .options.front();
            result.push_back({parsed.string_key, parsed.value.empty() ? "" : parsed.value.front()});
        } catch (const po::unknown_option&) {
            unknown_option(program, option.substr(0, option.find('=')));
        } catch (const po::invalid_command_line_syntax& error) {
            refuse(program, error);
        }
    }
    return result;
}

}  // namespace

bool CommandLine::has(std::string_view name) const {
    return value(name).has_value();
}

std::optional<std::string> CommandLine::value(std::string_view name) const {
    std::optional<std::string> last;
    for (const TypedOption& option : options) {
        if (option.name == name) last = option.value;
    }
    return last;
}

std::vector<std::string> CommandLine::values(std::string_view name) const {
    std::vector<std::string> result;
    for (const TypedOption& option : options) {
        if (option.name == name) result.push_back(option.value);
    }
    return result;
}

CommandLine parse_command_line(std::span<const std::string_view> arguments,
                               const Program& program) {
    SplitArguments split = split_arguments(arguments, program);
    CommandLine line{parse_with_boost(split.options, program), std::move(split.words)};
    for (const TypedOption& typed : line.options) check_choice(program, typed);
    return line;
}

const Option* find_option(const Program& program, std::string_view name) {
    for (const Option& option : program.options) {
        if (!name.empty() && (option.name == name || option.alias == name)) return &option;
    }
    return nullptr;
}

std::vector<std::string_view> literal_values(const Option& option) {
    std::vector<std::string_view> words;
    std::string_view rest = option.value;
    while (!rest.empty()) {
        const std::size_t bar = std::min(rest.find('|'), rest.size());
        if (rest[0] >= 'a' && rest[0] <= 'z') words.push_back(rest.substr(0, bar));
        rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    return words;
}

void at_most_one_of(const CommandLine& line, std::span<const std::string_view> names) {
    std::string_view first;
    for (const std::string_view name : names) {
        if (!line.has(name)) continue;
        if (!first.empty()) {
            throw Error("options " + quoted(dashed(first)) + " and " + quoted(dashed(name)) +
                            " exclude each other",
                        "leave out one of them");
        }
        first = name;
    }
}

std::uint32_t whole_number(std::string_view name, std::string_view text, std::uint32_t least,
                           std::uint32_t most) {
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem == std::errc{} && end == text.data() + text.size() && number >= least &&
        number <= most) {
        return number;
    }
    throw Error(
        "option " + quoted(dashed(name)) + " cannot be " + quoted(text),
        "give a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

}  // namespace dateline
