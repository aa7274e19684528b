// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/browse_program.h"

#include <algorithm>
#include <vector>

namespace dateline {
namespace {

bool is_of_browsing(const Option& option) {
    constexpr std::string_view others[] = {"copies", "editor",    "colors", "index",
                                           "strict", "no-config", "help",   "version"};
    return option.group.starts_with("What to find") || option.group.starts_with("Filters") ||
           std::ranges::find(others, option.name) != std::end(others);
}

std::vector<Option> options_of_browsing(const Program& search) {
    std::vector<Option> options;
    std::ranges::copy_if(search.options, std::back_inserter(options), is_of_browsing);
    return options;
}

}  // namespace

Program browse_program(const Program& search) {
    return {
        .name = "dateline-browse",
        .summary = "browse the hits of dateline-search in a terminal",
        .synopsis = {"[OPTIONS] [WORDS...]"},
        .description = {"Shows the hits of dateline-search, a line each, and beside them the "
                        "article of the line that is chosen, with what matched marked. What is "
                        "typed at the prompt is added to WORDS and searched for as it is typed; it "
                        "may be all that dateline-query(7) has. OPTIONS mean what they "
                        "mean to dateline-search(1). Without any, the newest articles are shown "
                        "until something is typed.",
                        "It is a small script around fzf(1), 0.38 or later, which must be "
                        "installed; FZF_DEFAULT_OPTS changes its colours and keys. Up to 200 hits "
                        "are listed."},
        .options = options_of_browsing(search),
        .dash_words = search.dash_words,
        .sections = {{.heading = "KEYS",
                      .entries = {{"enter",
                                   "Open the article in the editor, at the line of its "
                                   "passage (dateline-search --open)."},
                                  {"ctrl-o", "Open its URL in the browser."},
                                  {"ctrl-s",
                                   "List the story that it is part of; alt-s goes back to "
                                   "the search."},
                                  {"ctrl-t",
                                   "The newest first, until more is typed; alt-t as before."},
                                  {"ctrl-f",
                                   "Filter the list by letters that are typed, instead of "
                                   "searching; alt-s goes back to the search."},
                                  {"ctrl-p", "Show the article, or do not."},
                                  {"shift-up, shift-down", "Scroll the article."},
                                  {"ctrl-l", "Print the path of the article's file, and leave."},
                                  {"esc", "Leave."}}}},
        .exit_statuses = {{"0", "A path was printed, or help."},
                          {"1", "ctrl-l, and no article was chosen."},
                          {"2", "fzf is not installed, or failed."},
                          {"130", "Left by esc or Ctrl-C."}},
        .variables = {{"FZF_DEFAULT_OPTS", "Options for fzf."},
                      {"DATELINE_COLORS, VISUAL, EDITOR", "As for dateline-search(1)."}},
        .examples = {{"flint water", "Read about a subject:"},
                     {"--outlet npr --since 2026-02", "Leaf through an outlet's last articles:"}},
        .see_also = {"dateline-search(1)", "dateline-query(7)", "fzf(1)"},
    };
}

}  // namespace dateline
