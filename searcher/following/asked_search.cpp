// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/asked_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

#include "common/error.h"
#include "searcher/archives/archive_names.h"
#include "searcher/cli/program.h"
#include "searcher/remote/address.h"

namespace dateline {
namespace {

constexpr std::string_view index_option = "--index=";

void refuse_remote(const std::string& folder) {
    if (is_remote(folder))
        throw Error(fmt::format("'{}' is on another machine, and cannot be followed", folder),
                    "save the search there, or name archives on this one: --index DIR");
}

/// A folder of the file, which is asked for from anywhere.
std::string saved_folder(const Follower& follower, const std::string& folder) {
    if (folder.starts_with('/')) return plain_path(folder);
    const std::string& home = follower.config.file.home;
    if (folder.starts_with("~/") && !home.empty()) return plain_path(home + folder.substr(1));
    throw Error(fmt::format("'index' cannot be '{}'", folder),
                "write the folder with all those above it, from / or from ~/ on");
}

/// A folder as it is typed.
std::string whole_path(const Follower& follower, const std::string& folder) {
    return plain_path((std::filesystem::path(follower.folder) / folder).string());
}

using Folder = std::string (*)(const Follower&, const std::string&);

std::vector<std::string> folders_in(const Follower& follower,
                                    const std::vector<std::string>& arguments, Folder read) {
    std::vector<std::string> folders;
    for (const std::string& argument : arguments) {
        if (argument == "--") break;
        if (argument.starts_with(index_option))
            folders.push_back(read(follower, argument.substr(index_option.size())));
    }
    return folders;
}

bool same_folders(std::vector<std::string> one, std::vector<std::string> other) {
    std::ranges::sort(one);
    std::ranges::sort(other);
    return one == other;
}

/// Both as one command line. What is typed twice for one value counts as typed last.
std::vector<std::string> together(const Follower& follower,
                                  const std::vector<std::string>& arguments,
                                  const std::vector<std::string>& display) {
    const std::vector<std::string> own = folders_in(follower, arguments, saved_folder);
    const std::vector<std::string> typed = folders_in(follower, display, whole_path);
    if (!own.empty() && !typed.empty() && !same_folders(own, typed))
        throw Error(fmt::format("it was saved for the index '{}'", fmt::join(own, "', '")),
                    "leave out --index, or save another search for the other index");
    std::vector<std::string> all;
    const auto end = std::ranges::find(arguments, "--");
    for (auto argument = arguments.begin(); argument != end; ++argument)
        if (!argument->starts_with(index_option)) all.push_back(*argument);
    if (typed.empty())
        for (const std::string& folder : own) all.push_back(std::string(index_option) + folder);
    all.insert(all.end(), display.begin(), display.end());
    all.insert(all.end(), end, arguments.end());
    return all;
}

SearchCommand read(const Follower& follower, const std::vector<std::string>& arguments, Day today) {
    const std::vector<std::string_view> views(arguments.begin(), arguments.end());
    return read_search_command(views, today, follower.config);
}

bool has_option(const std::vector<std::string>& arguments, std::string_view name) {
    const auto end = std::ranges::find(arguments, "--");
    return std::any_of(arguments.begin(), end, [&](const std::string& argument) {
        return argument == name || argument.starts_with(std::string(name) + "=");
    });
}

/// The option of an argument: "outlet" of --outlet=npr.
std::string option_of(const std::string& argument) {
    return argument.substr(2, argument.find('=') - 2);
}

/// What a person wrote into the file may be no part of a search.
void check_options(const std::vector<std::string>& arguments) {
    static const Program program = search_program();
    for (const std::string& argument : arguments) {
        if (argument == "--") return;
        const std::string option = option_of(argument);
        const Option* row = find_option(program, option);
        if (row == nullptr) return;  // the command line says so
        if (!is_part_of_search(option))
            throw Error(fmt::format("'{}' is no part of a search", option),
                        "a search is query, filters, days and their order");
        const bool has_value = argument.find('=') != argument.npos;
        if (!has_value && !row->value.empty() && !row->optional_value)
            throw Error(fmt::format("'{}' needs a value", option),
                        fmt::format("write {} = '{}'", option, row->value));
    }
}

}  // namespace

AskedSearch asked_search(const Follower& follower, const std::vector<std::string>& arguments,
                         const std::vector<std::string>& display) {
    check_options(arguments);
    const std::vector<std::string> all = together(follower, arguments, display);
    SearchCommand command = read(follower, all, follower.today);
    AskedSearch asked;
    asked.request = std::move(command.request);
    asked.request.some_words = has_option(arguments, "--any");
    asked.request.counting = Counting::all;
    asked.request.offset = 0;
    if (asked.request.copies == CopyMode::only)
        throw Error("texts that have copies cannot be followed: a copy may come in later",
                    "leave out 'copies only'");
    asked.has_limit = has_option(all, "--limit");
    if (!asked.has_limit) asked.request.limit = no_limit;
    asked.query = parse_query(asked.request.query, asked.request.today);
    asked.archives =
        command.archives.empty() ? named({follower.usual_index()}) : std::move(command.archives);
    for (const NamedFolder& archive : asked.archives) refuse_remote(archive.folder);
    return asked;
}

std::vector<TypedOption> with_whole_paths(const Follower& follower,
                                          std::vector<TypedOption> options) {
    for (TypedOption& option : options)
        if (option.name == "index") {
            refuse_remote(option.value);
            option.value = whole_path(follower, option.value);
        }
    return options;
}

std::string relative_dates(const Follower& follower, const std::vector<std::string>& arguments) {
    const auto on = [&](Day today) {
        const SearchRequest request = read(follower, arguments, today).request;
        return std::pair(request.days, parse_query(request.query, today));
    };
    constexpr std::chrono::days some_years{3333};
    const auto now = on(follower.today);
    const auto later = on(std::chrono::sys_days(follower.today) + some_years);
    if (now.first != later.first) return "a day of --since, --until or --on";
    return now.second == later.second ? "" : "a day of the query";
}

}  // namespace dateline
