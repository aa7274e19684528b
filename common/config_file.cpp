// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/config_file.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/ascii.h"
#include "common/text_parts.h"

namespace dateline {
namespace {

/// `"my folder"` -> my folder
std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                        (value.front() == '"' || value.front() == '\'');
    return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

std::vector<ConfigLine> config_lines(std::string_view text) {
    std::vector<ConfigLine> lines;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::string_view line = ascii::trim(take_line(text));
        if (line.empty() || line.front() == '#') continue;
        const std::size_t equals = std::min(line.find('='), line.size());
        const std::string_view value = line.substr(std::min(equals + 1, line.size()));
        lines.push_back({std::string(ascii::trim(line.substr(0, equals))),
                         std::string(unquoted(ascii::trim(value))), number});
    }
    return lines;
}

Error error_at(const ConfigFile& file, std::uint32_t line, const std::string& what,
               const std::string& hint) {
    return Error(fmt::format("{}, line {}: {}", file.path, line, what), hint);
}

std::string index_of(const ConfigFile& file, const ConfigLine& line) {
    const std::string& folder = line.value;
    if (folder.starts_with('/') || folder.starts_with("ssh://")) return folder;
    const bool at_home = folder == "~" || folder.starts_with("~/");
    if (folder.empty())
        throw error_at(file, line.line, fmt::format("'{}' needs a folder", line.name),
                       "write it as ~/FOLDER, or from / on");
    if (!at_home)
        throw error_at(file, line.line, fmt::format("'{}' cannot be '{}'", line.name, folder),
                       "write the folder with all those above it, from / or from ~/ on, or "
                       "ssh://HOST/PATH");
    if (file.home.empty())
        throw error_at(file, line.line, fmt::format("no home is known for '{}'", folder),
                       "set HOME, or write the folder from / on");
    return file.home + folder.substr(1);
}

std::string configured_index(const ConfigFile& file) {
    std::string index;
    for (const ConfigLine& line : config_lines(file.text))
        if (line.name == "index") index = index_of(file, line);
    return index;
}

std::string setting_line(std::string_view name, std::string_view value, std::string_view from) {
    return fmt::format("{:<32}  # {}\n", fmt::format("{} = {}", name, value), from);
}

}  // namespace dateline
