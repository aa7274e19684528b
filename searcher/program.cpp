// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/program.h"

#include "common/fields.h"
#include "common/manual.h"

namespace dateline {
namespace {

constexpr std::string_view finding = "What to find";
constexpr std::string_view filtering = "Filters (a repeated one widens, different ones narrow)";
constexpr std::string_view showing = "What to show";
constexpr std::string_view printing = "How to print it";
constexpr std::string_view general = "General";
constexpr std::string_view hidden = "";

// clang-format off
constexpr Option options_of_finding[] = {
    {.name = "all", .group = finding,
     .help = "only articles that have all of the words"},
    {.name = "any", .group = finding,
     .help = "articles that have any of the words, in one ranking"},
    {.name = "sort", .value = "relevance|newest|oldest", .group = finding,
     .help = "order of the hits; by relevance if there are words, else the newest first"},
};

// The filters of the fields come before these.
constexpr Option options_of_dates[] = {
    {.name = "since", .value = "DATE", .group = filtering,
     .help = "published on that day or later: 2026, 2026-02, 2026-02-26, yesterday, 'last week', 7d"},
    {.name = "until", .value = "DATE", .group = filtering,
     .help = "published on that day or earlier; a month or year counts to its end"},
    {.name = "on", .value = "DATE", .group = filtering,
     .help = "published on that day, or in that month or year"},
};

constexpr Option other_options[] = {
    {.name = "limit", .letter = 'n', .value = "N", .group = showing,
     .help = "show at most N hits, 0 for all; the default is 10, with --files all"},
    {.name = "offset", .value = "N", .group = showing,
     .help = "leave out the first N hits"},
    {.name = "passages", .value = "N", .group = showing,
     .help = "show up to N passages of each article; the default is 1"},
    {.name = "context", .value = "sentence|paragraph|BYTES", .group = showing,
     .help = "how much a passage holds: whole sentences of about 240 bytes or so many BYTES, or the "
             "paragraph"},
    {.name = "count", .group = showing,
     .help = "print only the number of articles that match"},
    {.name = "explain", .group = showing,
     .help = "show how the query was read, and each score by its parts"},
    {.name = "open", .value = "N", .group = showing,
     .help = "open hit N in $VISUAL or $EDITOR, at the line of its passage"},
    {.name = "open-url", .value = "N", .group = showing,
     .help = "open the URL of hit N"},

    {.name = "format", .value = "text|json", .group = printing,
     .help = "text for people or JSON for programs"},
    {.name = "json", .group = printing,
     .help = "the same as --format json"},
    {.name = "files", .letter = 'l', .group = printing,
     .help = "print only the files, one a line"},
    {.name = "null", .letter = '0', .group = printing,
     .help = "with --files: end each name with a zero byte, for xargs -0"},
    {.name = "color", .alias = "colour", .value = "auto|always|never", .group = printing,
     .help = "colour the matches; without colour they stand between asterisks"},

    {.name = "index", .value = "DIR", .group = general, .completes = Completes::folders,
     .help = "the index to search"},
    {.name = "help", .letter = 'h', .group = general, .help = "show this"},
    {.name = "version", .letter = 'V', .group = general, .help = "show the version"},

    {.name = "today", .value = "DATE", .group = hidden},  // for tests
    {.name = "generate", .value = "man|bash|zsh|fish|query", .group = hidden},  // for the build
};
// clang-format on

Option filter_of(const Field& field) {
    return {.name = field.flag,
            .alias = field.alias,
            .value = field.value_name,
            .group = filtering,
            .help = field.help};
}

std::vector<Option> all_options() {
    std::vector<Option> options(std::begin(options_of_finding), std::end(options_of_finding));
    for (const Field& field : fields()) {
        if (!field.flag.empty()) options.push_back(filter_of(field));
    }
    options.insert(options.end(), std::begin(options_of_dates), std::end(options_of_dates));
    options.insert(options.end(), std::begin(other_options), std::end(other_options));
    return options;
}

Section query_section() {
    return {
        "QUERY",
        {"The arguments that are not options are joined by blanks and make one query. Words find "
         "all "
         "their forms: strike finds strikes and striking. Case, accents and the kind of quotes and "
         "apostrophes do not matter. Articles that have all of the words come first; if they do "
         "not "
         "fill the page, articles that have some of them follow below a line that says so.",
         "A phrase needs double quotes inside the shell's own: '\"supply chain risk\"'. A word "
         "with a "
         "minus before it, -politico, must not be there. There are AND, OR and NOT in capitals, "
         "parentheses, field:word and word*, which the shell must not see either: 'surveil*'. "
         "dateline-query(7) has the rest.",
         "A minus before two letters or more always begins a word to leave out, never short "
         "options; "
         "these are written one by one, and only a number sticks to its letter, as in -n5. Options "
         "are never abbreviated. After -- everything is query."},
    };
}

}  // namespace

Program search_program() {
    return {
        .name = "dateline-search",
        .summary = "search an archive of news articles",
        .synopsis = {"[OPTIONS] WORDS...", "[OPTIONS] FILTER..."},
        .description = {"Finds articles in the index that dateline-index made, and shows the "
                        "passages that match, "
                        "the best article first.",
                        "Each hit has its title, outlet, authors, day of publication and section, "
                        "the file and the "
                        "line of the passage, the article's id, which stays the same as long as "
                        "the file keeps its "
                        "place, and a passage of whole sentences in which exactly what matched is "
                        "marked. What was "
                        "guessed, left out or is out of date is said on the standard error stream, "
                        "and in JSON "
                        "under notes."},
        .options = all_options(),
        .dash_words = DashWords::are_words,
        .sections = {query_section()},
        .exit_statuses = {{"0", "Something was found."},
                          {"1", "No article matches."},
                          {"2", "It could not be done; the message says why."}},
        .files = {{"$XDG_DATA_HOME/dateline",
                   "The index, unless --index or DATELINE_INDEX names another "
                   "place; ~/.local/share/dateline if XDG_DATA_HOME is not set."}},
        .variables = {{"DATELINE_INDEX", "Where the index is."},
                      {"VISUAL, EDITOR", "The program that --open starts."},
                      {"NO_COLOR, CLICOLOR_FORCE",
                       "Never colour; always colour. --color comes first."},
                      {"COLUMNS", "The width of the text, unless the terminal's own."}},
        .examples = {{"pentagon ultimatum", "Articles about both words, the best first:"},
                     {"--outlet npr '\"supply chain risk\"'", "A phrase, in one outlet:"},
                     {"--since 2026-02-27 hegseth -politico",
                      "Recent articles that leave out a word:"},
                     {"--author 'Hayden Field' --sort newest",
                      "Everything by one author, newest first:"},
                     {"-l 'surveil*' | xargs -d '\\n' wc -w", "Files for another program:"}},
        .see_also = {"dateline-index(1)", "dateline-query(7)"},
    };
}

}  // namespace dateline
