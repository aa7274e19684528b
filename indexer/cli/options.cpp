// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/options.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/command_line.h"
#include "common/error.h"
#include "common/manual.h"
#include "indexer/cli/program.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 2> one_loudness_each{"quiet", "verbose"};
constexpr std::array<std::string_view, 9> one_purpose_each{"config-show", "forget", "rebuild",
                                                           "status",      "audit",  "verify",
                                                           "export",      "watch",  "move-root"};
constexpr std::array<std::string_view, 2> one_run_each{"dry-run", "watch"};
constexpr std::array<std::string_view, 5> not_when_looking{"dry-run", "include", "exclude",
                                                           "all-files", "allow-removals"};

Verbosity read_verbosity(const CommandLine& line) {
    if (line.has("quiet")) return Verbosity::quiet;
    return line.has("verbose") ? Verbosity::verbose : Verbosity::normal;
}

Purpose read_purpose(const CommandLine& line) {
    if (line.has("config-show")) return Purpose::show_config;
    if (line.has("status")) return Purpose::status;
    if (line.has("audit")) return Purpose::audit;
    if (line.has("export")) return Purpose::export_articles;
    if (line.has("move-root")) return Purpose::move_root;
    return line.has("verify") ? Purpose::verify : Purpose::sync;
}

/// The patterns that replace those remembered; nothing if these stay.
std::optional<FileFilter> read_filter(const CommandLine& line) {
    for (const std::string_view name : {"include", "exclude"})
        at_most_one_of(line, std::array<std::string_view, 2>{"all-files", name});
    if (line.has("all-files")) return FileFilter{};
    if (!line.has("include") && !line.has("exclude")) return std::nullopt;
    FileFilter filter{line.values("include"), line.values("exclude")};
    for (const std::vector<std::string>* patterns : {&filter.include, &filter.exclude})
        for (const std::string& pattern : *patterns)
            if (pattern.find('\n') != std::string::npos)
                throw Error("a pattern cannot have several lines", "give each pattern by itself");
    return filter;
}

/// Looking changes nothing, and only what was looked at comes as JSON.
void check_purpose(const CommandLine& line, Purpose purpose) {
    if (purpose == Purpose::sync || purpose == Purpose::export_articles ||
        purpose == Purpose::move_root || purpose == Purpose::show_config) {
        if (line.has("json"))
            throw Error("--json needs --status, --audit or --verify", "say which of them");
    }
    if (purpose == Purpose::sync) return;
    for (const std::string_view name : not_when_looking) {
        if (!line.has(name) || (purpose == Purpose::move_root && name == "allow-removals"))
            continue;
        throw Error(
            fmt::format("--{} goes with reading folders only", name),
            "leave it out, or --status, --audit, --verify, --export or --move-root instead");
    }
}

/// Each index is written by itself; the status of several may be asked for at once.
void read_indexes(const CommandLine& line, IndexCommand& command) {
    command.others = line.values("index");
    if (command.others.empty()) return;
    command.index = command.others.front();
    command.others.erase(command.others.begin());
    if (!command.others.empty() && command.purpose != Purpose::status)
        throw Error("several indexes go with --status only", "give one --index at a time");
}

/// Folders, or where to export to.
void read_words(std::vector<std::string> words, IndexCommand& command) {
    const bool exports = command.purpose == Purpose::export_articles;
    if (std::find(words.begin(), words.end(), "") != words.end())  // an unset variable in a script
        throw Error(exports ? "cannot write the file ''" : "cannot index the folder ''",
                    "give its name");
    if (command.purpose == Purpose::move_root && words.size() != 1)
        throw Error("--move-root needs the folder's old and new place, and nothing else",
                    "such as 'dateline-index --move-root /old/clippings /new/clippings'");
    if (!exports) {
        command.folders = std::move(words);
        return;
    }
    if (words.size() != 1)
        throw Error(words.empty() ? "--export needs a file to write"
                                  : "--export writes one file, of all folders of the index",
                    "such as '--export jsonl articles.jsonl.zst'; '-' is standard output");
    command.output = std::move(words.front());
}

void read_bounds(const CommandLine& line, IndexCommand& command) {
    struct Bound {
        std::string_view option;
        std::uint32_t least, most;
        std::uint32_t IndexCommand::*value;
    };
    constexpr std::array<Bound, 4> bounds{
        {{"watch", 1, 86'400, &IndexCommand::watch_seconds},
         {"jobs", 1, 256, &IndexCommand::jobs},
         {"memory", 16, 1'000'000, &IndexCommand::memory_mb},
         {"max-article-size", 1, 1024, &IndexCommand::most_article_mb}}};
    for (const Bound& bound : bounds)
        if (const auto text = line.value(bound.option); text && !text->empty())
            command.*bound.value = whole_number(bound.option, *text, bound.least, bound.most);
    if (const auto writer = line.value("writer"))
        command.writer = *writer == "bulk" ? WriterChoice::bulk : WriterChoice::xapian;
}

}  // namespace

IndexCommand read_index_command(std::span<const std::string_view> arguments) {
    const Program program = index_program();
    CommandLine line = parse_command_line(arguments, program);
    IndexCommand command;
    if (line.has("help")) command.text = help_text(program);
    if (line.has("version")) command.text = version_text(program);
    if (const auto what = line.value("generate")) command.text = generated_text(program, *what);
    if (command.text) return command;

    at_most_one_of(line, one_loudness_each);
    at_most_one_of(line, one_purpose_each);
    at_most_one_of(line, one_run_each);
    command.forget = line.values("forget");
    command.purpose = read_purpose(line);
    command.moved_root = line.value("move-root").value_or("");
    read_indexes(line, command);
    check_purpose(line, command.purpose);
    read_words(std::move(line.words), command);
    command.json = line.has("json");
    command.filter = read_filter(line);
    command.rebuild = line.has("rebuild");
    command.dry_run = line.has("dry-run");
    command.allow_removals = line.has("allow-removals");
    command.verbosity = read_verbosity(line);
    command.wait = !line.has("no-wait");
    constexpr std::uint32_t usual_pause = 60;
    if (line.has("watch")) command.watch_seconds = usual_pause;
    read_bounds(line, command);
    return command;
}

}  // namespace dateline
