// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/typed_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/fields.h"

namespace dateline::oracle {
namespace {

/// The blanks at which a query is split into arguments are plain; joined they are blanks again.
std::vector<std::string> split_query(const std::string& text, unsigned style) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        const bool splits = c == ' ' && style % 2 == 0 && !parts.back().empty();
        if (splits)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    std::erase(parts, "");
    return parts;
}

/// What begins as an option does: only behind -- it is surely of the query.
bool looks_like_option(const std::string& argument) {
    return argument.size() > 1 && argument[0] == '-' &&
           (argument.size() == 2 || argument[1] == '-' ||
            argument.find_first_of("0123456789") != argument.npos);
}

void add_option(const std::string& name, const std::string& value, unsigned style,
                std::vector<std::string>& options) {
    if (style % 2 == 0) {
        options.push_back("--" + name + "=" + value);
        return;
    }
    options.push_back("--" + name);
    options.push_back(value);
}

std::string flag_of(const std::string& name, unsigned style) {
    const Field& row = field(name);
    return std::string(style % 4 == 3 && !row.alias.empty() ? row.alias : row.flag);
}

}  // namespace

std::optional<DateRange> days_let_through(const TypedCommand& command) {
    DateRange days;
    if (command.on) days = command.on->days;
    if (command.since) days.first = command.since->days.first;
    if (command.until) days.last = command.until->days.last;
    if (days.first && days.last && *days.last < *days.first) return std::nullopt;
    return days;
}

std::vector<std::string> arguments(const TypedCommand& command,
                                   const std::vector<std::string>& options) {
    std::vector<std::string> before = options;
    unsigned style = command.style;
    for (const TypedFilter& filter : command.filters) {
        add_option(flag_of(filter.field, style), filter.value, style, before);
        ++style;
    }
    if (command.since) add_option("since", command.since->typed, style, before);
    if (command.until) add_option("until", command.until->typed, style, before);
    if (command.on) add_option("on", command.on->typed, style, before);
    if (!command.query) return before;
    std::vector<std::string> words = split_query(typed(*command.query), command.style);
    if (std::ranges::any_of(words, looks_like_option)) {
        before.emplace_back("--");
        before.insert(before.end(), words.begin(), words.end());
        return before;
    }
    if (command.style % 3 != 0) std::swap(words, before);
    words.insert(words.end(), before.begin(), before.end());
    return words;
}

std::string shell_line(const std::vector<std::string>& arguments) {
    std::string line = "dateline-search";
    for (const std::string& argument : arguments) {
        std::string quoted;
        for (const char c : argument)
            quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
        const bool plain =
            argument.find_first_not_of(
                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-=.") ==
            argument.npos;
        line += plain ? " " + argument : " '" + quoted + "'";
    }
    return line;
}

}  // namespace dateline::oracle
