// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-search: answers a query from the index.
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "common/counted.h"
#include "common/crash_notice.h"
#include "common/error.h"
#include "common/run_main.h"
#include "common/terminal.h"
#include "searcher/archives/archive_names.h"
#include "searcher/cli/open_hit.h"
#include "searcher/cli/options.h"
#include "searcher/cli/pager.h"
#include "searcher/config_source.h"
#include "searcher/following/following.h"
#include "searcher/following/report_text.h"
#include "searcher/render/arrival_text.h"
#include "searcher/render/render.h"
#include "searcher/render/text.h"
#include "searcher/search.h"
#include "searcher/show.h"

namespace dateline {
namespace {

std::string editor(const SearchCommand& command) {
    if (command.output.editor.find_first_not_of(' ') != std::string::npos)
        return command.output.editor;
    if (const auto visual = environment("VISUAL")) return *visual;
    return environment("EDITOR").value_or("vi");
}

std::string pager() {
    if (const auto own = environment("DATELINE_PAGER")) return *own;
    return environment("PAGER").value_or("less -FRX");
}

std::string current_folder() {
    std::error_code ignored;
    return std::filesystem::current_path(ignored).string();
}

std::string host_name() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

[[noreturn]] void open_hit(const SearchCommand& command, const SearchResult& result) {
    if (result.hits.empty())
        throw Error("there is no such hit to open", "run the search without --open to see the hits",
                    1);
    if (command.open == OpenTarget::url) open_url(result.hits.front());
    open_in_editor(result.hits.front(), editor(command));
}

bool use_links(LinkChoice choice, const TerminalFacts& facts) {
    if (choice != LinkChoice::automatic) return choice == LinkChoice::always;
    return facts.is_terminal && facts.term && *facts.term != "dumb" && *facts.term != "linux";
}

TextOptions text_options(const SearchCommand& command, Stream stream) {
    const TerminalFacts facts = terminal_facts(stream);
    TextOptions options;
    options.color = use_color(command.output.color, facts);
    options.colors = command.output.colors;
    options.width = text_width(facts);
    options.folder = current_folder();
    options.links = use_links(command.output.links, facts);
    if (options.links) options.host = host_name();
    return options;
}

void render(const SearchCommand& command, const SearchResult& result, std::ostream& out) {
    if (command.bare_count) return render_count(result, out);
    const OutputSettings& output = command.output;
    const RenderOptions options{text_options(command, Stream::output),
                                output.columns,
                                output.cite,
                                output.guarded_cells,
                                output.zero_bytes,
                                terminal_facts(Stream::output).is_terminal};
    row_of(output.format).render(result, options, out);
}

/// To stdout, by way of a pager if that is a terminal too small for it. False if its reader left
/// before the end.
bool print(const SearchCommand& command, const SearchResult& result) {
    const TerminalFacts facts = terminal_facts(Stream::output);
    if (!facts.is_terminal || !facts.window_rows || !command.output.pager) {
        render(command, result, std::cout);
        return true;
    }
    std::ostringstream buffer;
    render(command, result, buffer);
    const std::string text = buffer.str();
    if (overflows(text, *facts.window_rows, facts.window_columns.value_or(80))) {
        const PagerEnd end = show_in_pager(text, pager());
        if (end != PagerEnd::not_started) return end == PagerEnd::shown;
    }
    std::cout << text;
    return true;
}

std::vector<NamedFolder> archives_of(const SearchCommand& command) {
    return command.archives.empty() ? named({index_folder("")}) : command.archives;
}

std::vector<std::string> values_to_complete(const SearchCommand& command) {
    const std::string& begins = command.request.query;
    if (!command.completes_searches)
        return field_values(archives_of(command), *command.complete, begins);
    std::vector<std::string> names;
    for (const SavedSearch& search : load_searches(follow_places()))
        if (search.name.starts_with(begins)) names.push_back(search.name);
    return names;
}

int list_values(const SearchCommand& command) {
    const std::vector<std::string> values = values_to_complete(command);
    for (const std::string& value : values) std::cout << make_safe(value) << '\n';
    return values.empty() ? 1 : 0;
}

SearchResult answer(const SearchCommand& command) {
    // Far more than any search takes that is not refused: only damage leads Xapian in circles.
    const ReadingLimit limit(std::chrono::minutes(5));
    const std::vector<NamedFolder> archives = archives_of(command);
    if (command.show)
        return show_article(archives, command.request, {*command.show, current_folder()});
    if (command.study) {
        Study study = *command.study;
        study.article.folder = study.other.folder = current_folder();
        return study_article(archives, command.request, study);
    }
    SearchRequest request = command.request;
    if (request.subject) request.subject->article.folder = current_folder();
    return search(archives, request);
}

/// What the format has no place for.
void add_notes(const SearchCommand& command, SearchResult& result) {
    result.notes.insert(result.notes.begin(), command.notes.begin(), command.notes.end());
    if (command.tell_advice && listed(result).number == 0)
        std::ranges::move(advice(result), std::back_inserter(result.notes));
    if (!row_of(command.output.format).tells_rest && result.hits.empty() && result.offset > 0 &&
        listed(result).number > 0)
        result.notes.push_back(fmt::format("no hits after the first {}: there are {}",
                                           grouped(result.offset), grouped(listed(result).number)));
    if (!command.tell_rest) return;
    if (auto note = note_of_rest(result)) result.notes.push_back(std::move(*note));
}

Follower follower() {
    Follower made;
    made.places = follow_places();
    made.config = config_source();
    made.usual_index = [] { return index_folder(""); };
    made.folder = current_folder();
    made.today = current_day();
    made.now = std::time(nullptr);
    made.midnight = midnight_of;
    made.on_wait = [](const std::string& who) {
        std::cerr << "dateline-search: " << make_safe(who) << " tells what is new; waiting\n";
    };
    return made;
}

void print_notes(const SearchCommand& command, const std::vector<std::string>& notes) {
    render_notes(notes, text_options(command, Stream::errors), std::cerr);
}

void print_failure(const FollowFailure& failure) {
    const auto print = [](const std::string& line) {
        std::cerr << make_safe(line, LineBreaks::stay) << '\n';
    };
    print(fmt::format("dateline-search: {}: {}", failure.name, failure.message));
    if (!failure.hint.empty()) print("hint: " + failure.hint);
}

/// What is new is seen when all of it has been printed, and has arrived where it was printed to.
int print_told(const SearchCommand& command) {
    const Following& following = *command.following;
    const Follower us = follower();
    const Told told = tell(us, following);
    if (told.result.parts.empty() && told.failures.empty())
        print_notes(command, {"no search is saved: dateline-search --save NAME WORDS saves one"});
    bool complete = true;
    if (command.request.count_only)
        write_new_counts(told.result.parts, following.names.size() == 1, std::cout);
    else if (!told.result.hits.empty() || following.action == FollowAction::feed)
        complete = print(command, told.result);
    std::cout.flush();
    if (fsync(STDOUT_FILENO) != 0 && errno != EINVAL && errno != EROFS && errno != EBADF)
        throw Error(fmt::format("cannot write the output: {}", std::strerror(errno)));
    std::ranges::for_each(told.failures, print_failure);
    std::vector<std::string> notes = told.result.notes;
    if (!command.request.count_only)
        for (const SearchPart& part : told.result.parts)
            if (auto note = note_of_left(part)) notes.push_back(std::move(*note));
    print_notes(command, notes);
    if (following.marks && complete) remember(us, told);
    if (!complete) print_notes(command, {"not all was shown, so all of it stays new"});
    if (!told.failures.empty()) return 2;
    if (command.strict && std::ranges::any_of(told.result.archives, &ArchiveReport::failed))
        return 2;
    const bool found = std::ranges::any_of(
        told.result.parts, [](const SearchPart& part) { return part.articles > 0; });
    return found || following.action == FollowAction::feed ? 0 : 1;
}

int list_saved(const SearchCommand& command) {
    const OutputFormat format = command.output.format;
    if (format != OutputFormat::json && format != OutputFormat::text)
        throw Error("--saved prints text or JSON", "leave out the other format");
    const std::vector<SavedState> states = saved_states(follower(), *command.following);
    if (format == OutputFormat::json)
        write_saved_json(states, std::cout);
    else
        write_saved_text(states, text_width(terminal_facts(Stream::output)), std::cout);
    std::cout.flush();
    bool failed = false;
    for (const SavedState& state : states) {
        if (state.wrong.empty()) continue;
        failed = true;
        print_failure({state.name, state.wrong, state.mend});
    }
    if (failed) return 2;
    return states.empty() ? 1 : 0;
}

int follow(const SearchCommand& command) {
    const ReadingLimit limit(std::chrono::minutes(5));
    const Following& following = *command.following;
    switch (following.action) {
        case FollowAction::save: {
            const SaveReport report = save_search(follower(), command);
            write_save_report(report, following.all_new, text_width(terminal_facts(Stream::output)),
                              std::cout);
            std::cout.flush();
            print_notes(command, report.notes);
            return 0;
        }
        case FollowAction::list:
            return list_saved(command);
        case FollowAction::forget:
            forget(follower(), following.names.front());
            std::cout << "'" << make_safe(following.names.front()) << "' is forgotten\n";
            return 0;
        case FollowAction::catch_up: {
            const std::uint64_t seen = catch_up(follower(), following);
            std::cout << counted(seen, "new article counts as seen", "new articles count as seen")
                      << '\n';
            return 0;
        }
        default:
            return print_told(command);
    }
}

int run(std::span<const std::string_view> arguments) {
    const SearchCommand command = read_search_command(arguments, current_day(), config_source());
    if (command.text) {
        std::cout << *command.text;
        return 0;
    }
    if (command.complete) return list_values(command);
    if (command.following) return follow(command);
    SearchResult result = answer(command);
    add_notes(command, result);
    if (command.open != OpenTarget::nothing) open_hit(command, result);
    print(command, result);
    render_notes(result.notes, text_options(command, Stream::errors), std::cerr);
    const bool counts = command.request.count_only || command.request.counts.any();
    const bool found = counts || result.changes ? listed(result).number > 0 : !result.hits.empty();
    if (command.strict && std::ranges::any_of(result.archives, &ArchiveReport::failed)) return 2;
    return found ? 0 : 1;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
    return dateline::run_main("dateline-search", argc, argv, dateline::run);
}
