// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-search: answers a query from the index.
#include <filesystem>
#include <iostream>

#include "common/command_line.h"
#include "common/error.h"
#include "common/terminal.h"
#include "searcher/open_hit.h"
#include "searcher/options.h"
#include "searcher/render/json.h"
#include "searcher/render/text.h"
#include "searcher/search.h"

namespace dateline {
namespace {

std::string editor() {
    if (const auto visual = environment("VISUAL")) return *visual;
    return environment("EDITOR").value_or("vi");
}

[[noreturn]] void open_hit(const SearchCommand& command, const SearchResult& result) {
    if (result.hits.empty())
        throw Error("there is no such hit to open", "run the search without --open to see the hits",
                    1);
    if (command.open == Opening::url) open_url(result.hits.front());
    open_in_editor(result.hits.front(), editor());
}

TextOptions text_options(const SearchCommand& command, Stream stream) {
    const TerminalFacts facts = terminal_facts(stream);
    std::error_code ignored;
    TextOptions options;
    options.color = use_color(command.output.color, facts);
    options.width = text_width(facts);
    options.folder = std::filesystem::current_path(ignored).string();
    return options;
}

void render(const SearchCommand& command, const SearchResult& result) {
    if (command.request.count_only && command.output.format == OutputFormat::text)
        return render_count(result, std::cout);
    switch (command.output.format) {
        case OutputFormat::json:
            return render_json(result, std::cout);
        case OutputFormat::files: {
            const bool terminal = terminal_facts(Stream::output).is_terminal;
            return render_files(result,
                                command.output.zero_bytes ? FileNames::zero_bytes
                                : terminal                ? FileNames::lines_on_terminal
                                                          : FileNames::lines,
                                std::cout);
        }
        case OutputFormat::text:
            return render_text(result, text_options(command, Stream::output), std::cout);
    }
}

int run(std::span<const std::string_view> arguments) {
    const SearchCommand command = read_search_command(arguments, current_day());
    if (command.text) {
        std::cout << *command.text;
        return 0;
    }
    SearchResult result = search(index_folder(command.index), command.request);
    result.notes.insert(result.notes.begin(), command.notes.begin(), command.notes.end());
    if (command.open != Opening::nothing) open_hit(command, result);
    render(command, result);
    render_notes(result.notes, text_options(command, Stream::errors), std::cerr);
    const bool found = command.request.count_only ? result.full.number + result.partial.number > 0
                                                  : !result.hits.empty();
    return found ? 0 : 1;
}

}  // namespace
}  // namespace dateline

int main(int argc, char** argv) {
    return dateline::run_main("dateline-search", argc, argv, dateline::run);
}
