// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-index: reads folders of articles into the index and keeps it in step with them.
#include <malloc.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "common/config_file.h"
#include "common/counted.h"
#include "common/error.h"
#include "common/input_file.h"
#include "common/run_main.h"
#include "common/terminal.h"
#include "indexer/cli/config_text.h"
#include "indexer/cli/options.h"
#include "indexer/cli/progress_bar.h"
#include "indexer/cli/proposed_commands.h"
#include "indexer/cli/report_text.h"
#include "indexer/inspect/audit.h"
#include "indexer/inspect/export.h"
#include "indexer/inspect/inspect_json.h"
#include "indexer/inspect/inspect_text.h"
#include "indexer/inspect/status.h"
#include "indexer/inspect/verify.h"
#include "indexer/stop_signals.h"
#include "indexer/sync/move_root.h"
#include "indexer/sync/sync.h"

namespace dateline {
namespace {

/// The user's own outlets, "" if there is no such file.
std::string user_outlets() {
    return read_if_there(config_file("outlets.toml")).value_or("");
}

/// Which index, and what says so.
struct ChosenIndex {
    std::string folder;
    std::string source;
};

/// The searcher's configuration is read only where it decides: what is wrong in it must not stop
/// who names the index.
ChosenIndex choose_index(const IndexCommand& command) {
    if (!command.index.empty()) return {index_folder(command.index), "command line"};
    if (environment("DATELINE_INDEX"))
        return {index_folder(""), "DATELINE_INDEX in the environment"};
    const std::string path = config_file("config");
    const std::string configured = configured_index(
        {path, read_if_there(path).value_or(""), environment("HOME").value_or("")});
    return {index_folder("", configured), configured.empty() ? "default" : path};
}

std::string index_of(const IndexCommand& command) {
    const std::string folder = choose_index(command).folder;
    if (folder.starts_with("ssh://"))
        throw Error("'" + folder + "' is on another machine",
                    "it is made and kept in step there: run dateline-index there");
    return folder;
}

int show_config(const IndexCommand& command) {
    IndexPlaces places;
    const ChosenIndex index = choose_index(command);
    places.index = index.folder;
    places.index_from = index.source;
    places.config = config_file("config");
    places.has_config = read_if_there(places.config).has_value();
    places.outlets_path = config_file("outlets.toml");
    places.outlets = read_if_there(places.outlets_path);
    std::cout << make_safe(config_text(places), LineBreaks::stay);
    return 0;
}

/// `bar` lives longer than the events.
void tell_waiting(const std::string& who) {
    std::cerr << "dateline-index: " << make_safe(who) << " is writing the index; waiting\n";
}

SyncEvents make_events(const IndexCommand& command, ProgressBar& bar) {
    SyncEvents events{.waiting = tell_waiting, .stop = &stop_requested};
    if (!command.dry_run && command.verbosity == Verbosity::normal &&
        terminal_facts(Stream::errors).is_terminal)
        events.progress = [&bar](RunPhase phase, std::uint64_t done, std::uint64_t total) {
            bar.show(phase, done, total);
        };
    return events;
}

/// Of several indexes each; those of which nothing can be told say why.
int show_status(const IndexCommand& command, InspectOptions options) {
    std::vector<std::string> indexes{options.index};
    indexes.insert(indexes.end(), command.others.begin(), command.others.end());
    std::vector<IndexStatus> told;
    bool failed = false;
    for (const std::string& index : indexes) {
        options.index = index;
        try {
            told.push_back(index_status(options));
        } catch (const IndexError& error) {
            if (command.others.empty()) throw;
            told.push_back({.index = index, .space = {}, .roots = {}, .why_not = error.what()});
            failed = true;
        }
    }
    if (command.json)
        write_status_json(told, !command.others.empty(), std::cout);
    else
        write_status_text(told,
                          {text_width(terminal_facts(Stream::output)),
                           command.verbosity == Verbosity::verbose ? 0 : usual_problems},
                          std::cout);
    return failed ? 2 : 0;
}

int show_audit(const IndexCommand& command, const InspectOptions& options) {
    constexpr std::size_t most = 10;
    const std::vector<Finding> findings = audit_index(options, current_day());
    if (command.json)
        write_audit_json(findings, std::cout);
    else
        write_audit_text(findings, command.verbosity == Verbosity::verbose ? 0 : most, std::cout);
    return findings.empty() ? 0 : 1;
}

int show_verdict(const IndexCommand& command, const InspectOptions& options) {
    constexpr std::size_t sample = 100;
    const Verdict verdict = verify_index(options, current_day(), sample);
    if (command.json)
        write_verdict_json(verdict, std::cout);
    else
        write_verdict_text(verdict, std::cout);
    if (!verdict.faults.empty()) return 2;
    return verdict.unchecked.empty() ? 0 : 1;
}

int write_export(const IndexCommand& command, const std::string& index) {
    if (command.output == "-") {
        export_to_stream(index, std::cout);
        return 0;
    }
    heed_signals();
    const std::uint64_t count = export_to_file(index, command.output, stop_requested);
    const bool is_file = std::filesystem::is_regular_file(command.output);  // not /dev/stdout
    if (command.verbosity != Verbosity::quiet && is_file)
        std::cout << counted(count, "article", "articles") << " written to "
                  << make_safe(command.output) << '\n';
    return 0;
}

SyncOptions sync_options(const IndexCommand& command) {
    SyncOptions options;
    options.index = index_of(command);
    options.folders = command.folders;
    options.filter = command.filter;
    options.forget = command.forget;
    options.outlets = user_outlets();
    options.today = current_day();
    options.now = std::time(nullptr);
    options.rebuild = command.rebuild;
    options.dry_run = command.dry_run;
    options.list_changes = command.dry_run || command.verbosity == Verbosity::verbose;
    options.allow_removals = command.allow_removals;
    options.wait = command.wait;
    options.writer = command.writer;
    options.jobs = command.jobs;
    options.memory_bytes = std::size_t{command.memory_mb} << 20;
    options.most_article_bytes = std::uint64_t{command.most_article_mb} << 20;
    return options;
}

int tell_move(const IndexCommand& command) {
    heed_signals();
    const SyncEvents events{.waiting = tell_waiting, .stop = &stop_requested};
    const MovedRoot moved =
        move_root(sync_options(command), events, command.moved_root, command.folders.front());
    if (!moved.note.empty()) std::cerr << "note: " << make_safe(moved.note) << '\n';
    if (command.verbosity != Verbosity::quiet) write_moved_root(moved, std::cout);
    return 0;
}

IndexReport bring_in_step(const IndexCommand& command, const IndexReport* told = nullptr) {
    const auto begin = std::chrono::steady_clock::now();
    ProgressBar bar(std::cerr, text_width(terminal_facts(Stream::errors)));
    const SyncOptions options = sync_options(command);
    IndexReport report = sync_index(options, make_events(command, bar));
    bar.clear();
    for (Problem& problem : report.problems)
        problem.message = for_this_index(problem.message, command.index);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    if (told == nullptr || tells_more(report, *told))
        write_report(
            report, command.verbosity, seconds.count(),
            {std::cout, std::cerr, text_width(terminal_facts(Stream::output)), command.index});
    std::cout.flush();
    if (!command.dry_run && std::cerr.flush()) remember_told(options.index, report);
    return report;
}

void show_error(const Error& error) {
    std::cerr << "dateline-index: " << make_safe(error.what()) << '\n';
    if (!error.hint().empty()) std::cerr << "hint: " << make_safe(error.hint()) << '\n';
}

/// Runs again and again. What goes wrong in one run is told, once as long as it stays, and the next
/// one tries again: a disk may be back, or have room. A signal ends it well, in a run or between
/// two.
int watch(const IndexCommand& command) {
    std::optional<IndexReport> told;
    std::string failure;
    while (!stop_requested) {
        try {
            const bool tell_all = !told || !failure.empty();  // it is over
            IndexReport report = bring_in_step(command, tell_all ? nullptr : &*told);
            told = std::move(report);
            failure.clear();
        } catch (const Error& error) {
            if (stop_requested) break;
            if (!told && failure.empty()) throw;  // it never worked
            if (std::exchange(failure, error.what()) != error.what()) show_error(error);
        }
        std::cout.flush();
        pause_for(command.watch_seconds);
    }
    return 0;
}

/// Large memory goes back to the system when it is free. Left alone, glibc soon keeps all of it, in
/// pieces, and the index of a large archive takes half as much again.
void give_memory_back() {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

int run_command(const IndexCommand& command) {
    if (command.purpose == Purpose::show_config) return show_config(command);
    if (command.purpose == Purpose::sync) {
        heed_signals();
        if (command.watch_seconds > 0) return watch(command);
        return bring_in_step(command).fatal ? 1 : 0;
    }
    const InspectOptions options{index_of(command), command.folders, user_outlets()};
    switch (command.purpose) {
        case Purpose::status:
            return show_status(command, options);
        case Purpose::audit:
            return show_audit(command, options);
        case Purpose::verify:
            return show_verdict(command, options);
        case Purpose::export_articles:
            return write_export(command, options.index);
        case Purpose::move_root:
            return tell_move(command);
        case Purpose::sync:
        case Purpose::show_config:
            break;
    }
    return 0;
}

int run(std::span<const std::string_view> arguments) {
    umask(077);  // an index lets anyone rebuild the texts
    give_memory_back();
    const IndexCommand command = read_index_command(arguments);
    if (command.text) {
        std::cout << *command.text;
        return 0;
    }
    try {
        return run_command(command);
    } catch (const Error& error) {
        throw Error(for_this_index(error.what(), command.index),
                    for_this_index(error.hint(), command.index), error.status());
    }
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
    return dateline::run_main("dateline-index", argc, argv, dateline::run);
}
