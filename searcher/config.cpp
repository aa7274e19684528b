// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "common/error.h"

namespace dateline {
namespace {

/// An option that may stand in the file, and what it is if it stands nowhere.
struct Habit {
    std::string_view name;
    std::string_view usual;
};

// Filters are not among them: they would leave out articles of every search, unseen.
constexpr Habit habits[] = {
    {"index", "~/.local/share/dateline"},
    {"all", "no"},
    {"any", "no"},
    {"sort", "relevance"},
    {"limit", "10"},
    {"passages", "1"},
    {"context", "sentence"},
    {"full", "no"},
    {"explain", "no"},
    {"format", "text"},
    {"color", "auto"},
    {"hyperlink", "auto"},
    {"pager", "auto"},
};

const Habit* find_habit(std::string_view name) {
    const auto found = std::ranges::find(habits, name, &Habit::name);
    return found == std::end(habits) ? nullptr : found;
}

std::string list_habits() {
    std::string list;
    for (const Habit& habit : habits) {
        if (!list.empty()) list += ", ";
        list += habit.name;
    }
    return list;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    text.remove_prefix(begin);
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// `"my folder"` -> my folder
std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                        (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

Error error_at(const ConfigSource& source, std::uint32_t line, const std::string& what,
               const std::string& hint) {
    return Error(fmt::format("{}, line {}: {}", source.path, line, what), hint);
}

/// yes, true, on and nothing are yes.
std::optional<bool> yes_or_no(std::string_view value) {
    for (const std::string_view yes : {"", "yes", "true", "on"})
        if (value == yes) return true;
    for (const std::string_view no : {"no", "false", "off"})
        if (value == no) return false;
    return std::nullopt;
}

/// The value as the command line would take it.
void check_value(const ConfigSource& source, const ConfigLine& setting, const Program& program) {
    const std::string argument = "--" + setting.name + "=" + setting.value;
    try {
        parse_command_line(std::vector<std::string_view>{argument}, program);
        if (find_option(program, setting.name)->value == "N")
            whole_number(setting.name, setting.value, 0, 1'000'000'000);
    } catch (const Error& error) {
        throw error_at(source, setting.line, error.what(), error.hint());
    }
}

ConfigLine read_line(const ConfigSource& source, std::string_view text, std::uint32_t line,
                     const Program& program) {
    const std::size_t equals = std::min(text.find('='), text.size());
    const std::string_view name = trim(text.substr(0, equals));
    const std::string_view value =
        equals < text.size() ? unquoted(trim(text.substr(equals + 1))) : "";
    const Option* option = find_option(program, name);
    if (option == nullptr)
        throw error_at(source, line, fmt::format("unknown option '{}'", name),
                       "an option is one of " + list_habits());
    if (find_habit(option->name) == nullptr)
        throw error_at(source, line, fmt::format("'{}' cannot be set for all searches", name),
                       "give it on the command line; the file takes " + list_habits());
    ConfigLine setting{std::string(option->name), std::string(value), line};
    if (!option->value.empty()) {
        check_value(source, setting, program);
        return setting;
    }
    const auto yes = yes_or_no(value);
    if (!yes)
        throw error_at(source, line, fmt::format("'{}' cannot be '{}'", name, value),
                       "choose yes or no");
    setting.value = *yes ? "yes" : "no";
    return setting;
}

bool is_switch(const ConfigLine& setting) {
    return setting.value == "yes" || setting.value == "no";
}

}  // namespace

std::vector<ConfigLine> read_config(const ConfigSource& source, const Program& program) {
    if (!source.unreadable.empty())
        throw Error(source.unreadable, "mend it, or leave it out with --no-config");
    std::vector<ConfigLine> settings;
    std::string_view rest = source.text;
    for (std::uint32_t line = 1; !rest.empty(); ++line) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view text = trim(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (text.empty() || text.front() == '#') continue;
        ConfigLine setting = read_line(source, text, line, program);
        std::erase_if(settings, [&](const ConfigLine& s) { return s.name == setting.name; });
        settings.push_back(std::move(setting));
    }
    return settings;
}

CommandLine with_config(const CommandLine& typed, const std::vector<ConfigLine>& settings,
                        const ConfigSource& source,
                        const std::vector<std::vector<std::string_view>>& exclusive) {
    CommandLine line = typed;
    const auto overruled = [&](const std::string& name) {
        if (typed.has(name) || source.environment.contains(name)) return true;
        return std::ranges::any_of(exclusive, [&](const auto& names) {
            return std::ranges::find(names, name) != names.end() &&
                   std::ranges::any_of(names, [&](auto other) { return typed.has(other); });
        });
    };
    for (const ConfigLine& setting : settings) {
        if (overruled(setting.name) || setting.value == "no") continue;
        line.options.push_back({setting.name, is_switch(setting) ? "" : setting.value});
    }
    return line;
}

std::string describe_config(const CommandLine& typed, const std::vector<ConfigLine>& settings,
                            const ConfigSource& source) {
    std::string text;
    for (const Habit& habit : habits) {
        const std::string name(habit.name);
        std::string value(habit.usual);
        std::string from = "default";
        const auto setting = std::ranges::find(settings, name, &ConfigLine::name);
        const auto variable = source.environment.find(name);
        if (const auto flag = typed.value(name)) {
            value = flag->empty() ? "yes" : *flag;
            from = "command line";
        } else if (variable != source.environment.end()) {
            value = source.values.at(name);
            from = variable->second + " in the environment";
        } else if (setting != settings.end()) {
            value = setting->value;
            from = fmt::format("{}, line {}", source.path, setting->line);
        }
        text += fmt::format("{:<32}  # {}\n", fmt::format("{} = {}", name, value), from);
    }
    return text;
}

}  // namespace dateline
