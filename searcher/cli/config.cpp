// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "common/error.h"
#include "searcher/cli/archives_asked.h"
#include "searcher/render/colors.h"
#include "searcher/render/list.h"

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
    {"archives", "the index"},
    {"strict", "no"},
    {"timeout", "10"},
    {"all", "no"},
    {"any", "no"},
    {"sort", "relevance"},
    {"limit", "10"},
    {"passages", "1"},
    {"context", "sentence"},
    {"full", "no"},
    {"explain", "no"},
    {"exact", "no"},
    {"format", "text"},
    {"columns", usual_list_columns},
    {"rows", "30 values, all periods"},
    {"editor", "$VISUAL, $EDITOR or vi"},
    {"color", "auto"},
    {"colors", ""},
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
        if (setting.name == "colors") read_colors(setting.value);
        if (setting.name == "columns") list_columns(setting.value);
    } catch (const Error& error) {
        throw error_at(source.file, setting.line, error.what(), error.hint());
    }
}

/// The setting that a line is.
ConfigLine read_line(const ConfigSource& source, const ConfigLine& line, const Program& program) {
    if (line.name == "archives") {
        read_archives(source, line);  // says what is wrong
        return line;
    }
    const Option* option = find_option(program, line.name);
    if (option == nullptr)
        throw error_at(source.file, line.line, fmt::format("unknown option '{}'", line.name),
                       "an option is one of " + list_habits());
    if (find_habit(option->name) == nullptr)
        throw error_at(source.file, line.line,
                       fmt::format("'{}' cannot be set for all searches", line.name),
                       "give it on the command line; the file takes " + list_habits());
    ConfigLine setting = line;
    setting.name = option->name;
    if (option->name == "index") {
        setting.value = index_of(source.file, line);
        return setting;
    }
    if (!option->value.empty()) {
        check_value(source, setting, program);
        return setting;
    }
    const auto yes = yes_or_no(line.value);
    if (!yes)
        throw error_at(source.file, line.line,
                       fmt::format("'{}' cannot be '{}'", line.name, line.value),
                       "choose yes or no");
    setting.value = *yes ? "yes" : "no";
    return setting;
}

bool is_switch(const ConfigLine& setting) {
    return setting.value == "yes" || setting.value == "no";
}

void check_together(const ConfigSource& source, const std::vector<ConfigLine>& settings,
                    const std::vector<std::string_view>& exclusive) {
    const ConfigLine* first = nullptr;
    for (const ConfigLine& setting : settings) {
        if (setting.value == "no" || std::ranges::find(exclusive, setting.name) == exclusive.end())
            continue;
        if (first != nullptr)
            throw error_at(source.file, setting.line,
                           fmt::format("'{}' excludes '{}' of line {}", setting.name, first->name,
                                       first->line),
                           "leave out one of them");
        first = &setting;
    }
}

}  // namespace

std::vector<ConfigLine> read_config(const ConfigSource& source, const Program& program,
                                    const Exclusive& exclusive) {
    if (!source.unreadable.empty())
        throw Error(source.unreadable, "mend it, or leave it out with --no-config");
    std::vector<ConfigLine> settings;
    for (const ConfigLine& line : config_lines(source.file.text)) {
        ConfigLine setting = read_line(source, line, program);
        std::erase_if(settings, [&](const ConfigLine& s) { return s.name == setting.name; });
        settings.push_back(std::move(setting));
    }
    for (const std::vector<std::string_view>& group : exclusive)
        check_together(source, settings, group);
    return settings;
}

CommandLine with_config(const CommandLine& typed, const std::vector<ConfigLine>& settings,
                        const ConfigSource& source, const Exclusive& exclusive) {
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
        if (setting.name == "archives" || setting.name == "index") continue;  // archives_asked()
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
        const bool other_index =
            name == "archives" && (typed.has("index") || source.environment.contains("index"));
        if (const std::vector<std::string> flags = typed.values(name); !flags.empty()) {
            value = flags.front().empty() ? "yes" : fmt::format("{}", fmt::join(flags, ", "));
            from = "command line";
        } else if (variable != source.environment.end()) {
            value = source.values.at(name);
            from = variable->second + " in the environment";
        } else if (setting != settings.end() && !other_index) {
            value = setting->value;
            from = fmt::format("{}, line {}", source.file.path, setting->line);
        }
        text += setting_line(name, value, from);
    }
    return text;
}

ConfigSource without_wrong_colors(ConfigSource config, std::vector<std::string>& notes) {
    const auto colors = config.values.find("colors");
    if (colors == config.values.end()) return config;
    try {
        read_colors(colors->second);
    } catch (const Error& error) {
        notes.push_back(
            fmt::format("DATELINE_COLORS is not heeded: {}; {}", error.what(), error.hint()));
        config.values.erase("colors");
        config.environment.erase("colors");
    }
    return config;
}

}  // namespace dateline
