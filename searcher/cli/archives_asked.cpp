// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/archives_asked.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "common/ascii.h"
#include "common/error.h"
#include "common/folding.h"
#include "common/text_parts.h"
#include "searcher/archives/archive_names.h"

namespace dateline {
namespace {

const ConfigLine* find_setting(const std::vector<ConfigLine>& settings, std::string_view name) {
    const auto found = std::ranges::find(settings, name, &ConfigLine::name);
    return found == settings.end() ? nullptr : &*found;
}

constexpr const char* list_hint = "write archives = [mine = ~/FOLDER, desk = /FOLDER]";

/// What is in the brackets, which a single archive need not have.
std::vector<std::string_view> listed(const ConfigSource& source, const ConfigLine& line) {
    std::string_view list = ascii::trim(line.value);
    if (list.starts_with('[') && list.ends_with(']')) list = list.substr(1, list.size() - 2);
    if (list.find_first_of("[]") != list.npos)
        throw error_at(source.file, line.line,
                       "the list of 'archives' needs a [ before it and a ] behind it", list_hint);
    std::vector<std::string_view> found;
    while (!list.empty())
        if (const auto item = ascii::trim(take_part(list, ',')); !item.empty())
            found.push_back(item);
    if (found.empty()) throw error_at(source.file, line.line, "'archives' names none", list_hint);
    for (const std::string_view item : found)
        if (std::ranges::count(item, '=') > 1)
            throw error_at(source.file, line.line, fmt::format("a comma is missing in '{}'", item),
                           list_hint);
    return found;
}

/// Those without a name are called by their folders.
void give_names(std::vector<NamedFolder>& archives) {
    std::vector<std::string> folders;
    for (const NamedFolder& archive : archives) folders.push_back(archive.folder);
    const std::vector<NamedFolder> usual = named(folders);
    for (NamedFolder& archive : archives) {
        if (!archive.name.empty()) continue;
        const auto same = std::ranges::find(usual, archive.folder, &NamedFolder::folder);
        archive.name = same == usual.end() ? archive.folder : same->name;
    }
}

}  // namespace

std::vector<NamedFolder> read_archives(const ConfigSource& source, const ConfigLine& line) {
    std::vector<NamedFolder> archives;
    for (const std::string_view item : listed(source, line)) {
        const std::size_t equals = item.find('=');
        NamedFolder archive;
        if (equals != item.npos) archive.name = ascii::trim(item.substr(0, equals));
        ConfigLine folder = line;
        folder.value = ascii::trim(equals == item.npos ? item : item.substr(equals + 1));
        archive.folder = index_of(source.file, folder);
        archives.push_back(std::move(archive));
    }
    give_names(archives);
    std::set<std::string> names;
    for (const NamedFolder& archive : archives)
        if (!names.insert(fold_value(archive.name)).second)
            throw error_at(source.file, line.line,
                           fmt::format("two archives are called '{}'", archive.name),
                           "give each a name of its own");
    return archives;
}

std::vector<NamedFolder> archives_asked(const CommandLine& typed,
                                        const std::vector<ConfigLine>& settings,
                                        const ConfigSource& source) {
    if (typed.has("index")) return named(typed.values("index"));
    if (source.environment.contains("index")) return {};
    if (const ConfigLine* line = find_setting(settings, "archives"))
        return read_archives(source, *line);
    if (const ConfigLine* line = find_setting(settings, "index")) return named({line->value});
    return {};
}

}  // namespace dateline
