// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/program.h"

#include "common/fields.h"
#include "common/manual.h"
#include "searcher/cli/manual_sections.h"
#include "searcher/cli/screens.h"
#include "searcher/render/colors.h"
#include "searcher/render/render.h"

namespace dateline {
namespace {

constexpr std::string_view finding = "What to find";
constexpr std::string_view filtering =
    "Filters (repeated ones widen, others narrow; * any letters, =NAME a whole name)";
constexpr std::string_view showing = "What to show";
constexpr std::string_view stories = "Copies and stories";
constexpr std::string_view following = "Saved searches";
constexpr std::string_view printing = "How to print it";
constexpr std::string_view general = "General";
constexpr std::string_view hidden = "";

// clang-format off
constexpr Option options_of_finding[] = {
    {.name = "all", .group = finding,
     .help = "only articles that have all of the words"},
    {.name = "any", .group = finding,
     .help = "articles that have any of the words, also where all are needed: in counts, lists of "
             "files and lists by date"},
    {.name = "sort", .value = "relevance|newest|oldest", .group = finding,
     .help = "order of the hits; by relevance if there are words, else the newest first"},
    {.name = "recent", .value = "DAYS", .optional_value = true, .group = finding,
     .help = "new articles first, as far as relevance allows: half the gain after DAYS; the default "
             "is 30; for an old archive give more"},
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
             "paragraph; a phrase that is longer is shown whole"},
    {.name = "full", .group = showing,
     .help = "show the whole text of each article, with what matched marked"},
    {.name = "show", .value = "ID|PATH", .group = showing, .completes = Completes::files,
     .help = "show one article: by its id, or by its file's path; the words, if any, are marked in it"},
    {.name = "by", .value = "", .group = showing,
     .help = "count the matches by outlet, author, …; may be given more than once"},
    {.name = "timeline", .value = "auto|day|week|month|year", .optional_value = true,
     .group = showing, .help = "count the matches over time; with --by as a table"},
    {.name = "texts", .group = showing,
     .help = "with --by and --timeline: count copies of one text once"},
    {.name = "share", .group = showing,
     .help = "with --by and --timeline: the share of all articles that the filters let through"},
    {.name = "rows", .value = "N", .group = showing,
     .help = "with --by: the N commonest values, the rest as others; with --timeline: the last N "
             "periods, those before as earlier; 0 for all; the default is all, but of values 30 on a screen"},
    {.name = "count", .letter = 'c', .group = showing,
     .help = "print only the number of articles that match"},
    {.name = "exact", .group = showing,
     .help = "count all matches in large archives, too, where a list counts up to 1,000"},
    {.name = "explain", .group = showing,
     .help = "show how the query was read, and each score by its parts"},
    {.name = "open", .value = "N|ID", .group = showing,
     .help = "open hit N, or the article of that id, in the editor, at the line of its passage"},
    {.name = "editor", .value = "COMMAND", .group = showing,
     .help = "the editor, instead of $VISUAL or $EDITOR; %f and %l in it stand for the file and the "
             "line, where it is none of those that are known"},
    {.name = "open-url", .value = "N|ID", .group = showing,
     .help = "open the URL of hit N, or of the article of that id"},

    {.name = "copies", .value = "fold|show|only", .group = stories,
     .help = "copies of one text as one hit, as is usual in text, list, md and html; each by itself, as in "
             "all other lists; or only texts that have copies"},
    {.name = "copies-of", .value = "ID|PATH", .group = stories, .completes = Completes::files,
     .help = "the copies of an article, the first one first, and how much each has of that one's text"},
    {.name = "story", .value = "ID|PATH", .group = stories, .completes = Completes::files,
     .help = "the articles that tell of the same event, by day, each with the sentence that is new in it"},
    {.name = "story-of", .value = "N", .group = stories,
     .help = "the story of hit N of the words"},
    {.name = "quote", .value = "WORDS|ID", .group = stories,
     .help = "where these words, or the quotations of an article, were quoted, the first place first, and "
             "who said them"},
    {.name = "quotes", .value = "ID|PATH", .group = stories, .completes = Completes::files,
     .help = "the quotations of an article, who said each, and in how many other articles it stands"},
    {.name = "new-in", .value = "ID|PATH", .group = stories, .completes = Completes::files,
     .help = "the three sentences of an article that say most that no earlier one of its story said"},
    {.name = "changes", .value = "ID", .group = stories,
     .help = "what an article changed of the first of its copies, or of the article under the same URL; "
             "with another ID behind it, what that one changed of this"},

    {.name = "save", .value = "NAME", .group = following,
     .help = "save the words and filters under a name; what matches now counts as seen"},
    {.name = "all-new", .group = following,
     .help = "with --save: nothing counts as seen"},
    {.name = "new", .value = "NAME", .optional_value = true, .takes_words = true, .group = following,
     .completes = Completes::values,
     .help = "what has come in since, and is seen when it is printed: for the saved searches named, or all"},
    {.name = "peek", .takes_words = true, .group = following,
     .help = "the same, and it stays new"},
    {.name = "saved", .group = following,
     .help = "list the saved searches, and how many articles are new for each"},
    {.name = "again", .value = "DATE", .takes_words = true, .group = following,
     .help = "what was new on that day or later, once more: 7d, 2026-11-20"},
    {.name = "catch-up", .value = "NAME", .group = following, .completes = Completes::values,
     .help = "all that match count as seen"},
    {.name = "forget", .value = "NAME", .group = following, .completes = Completes::values,
     .help = "remove a saved search"},
    {.name = "feed", .value = "NAME", .group = following, .completes = Completes::values,
     .help = "print what came in for a saved search as an Atom feed"},

    {.name = "format", .value = "", .group = printing,
     .help = "text for people, or a line a hit; JSON, JSON Lines or CSV for programs; Markdown or a "
             "web page to keep; an Atom feed"},
    {.name = "columns", .value = "NAMES", .group = printing,
     .help = "with --format list: which columns, as rank,day,outlet,title; there are author, section, "
             "id, archive and place, too"},
    {.name = "json", .group = printing,
     .help = "the same as --format json"},
    {.name = "cite", .value = "apa|chicago|bibtex|ris", .group = printing,
     .help = "print a citation of each article"},
    {.name = "csv-safe", .group = printing,
     .help = "with --format csv, for spreadsheets: a ' before each value that begins with = + - @ or a tab, "
             "so that none is run as a formula"},
    {.name = "files", .letter = 'l', .group = printing,
     .help = "print only the files, one a line, each once"},
    {.name = "null", .letter = '0', .group = printing,
     .help = "with --files: end each name with a zero byte, for xargs -0"},
    {.name = "color", .alias = "colour", .value = "auto|always|never", .group = printing,
     .help = "colour the matches; without colour they stand between asterisks"},
    {.name = "colors", .alias = "colours", .value = "NAME=CODE:...", .group = printing,
     .help = "other colours than the usual ones, as DATELINE_COLORS has them"},
    {.name = "hyperlink", .value = "auto|always|never", .group = printing,
     .help = "make links of titles and file names, for terminals that know them"},
    {.name = "pager", .value = "auto|never", .group = printing,
     .help = "page what does not fit on the terminal"},

    {.name = "index", .value = "DIR", .group = general, .completes = Completes::folders,
     .help = "the index to search, or ssh://HOST/PATH of one on another machine; given again, all of "
             "them as one"},
    {.name = "timeout", .value = "SECONDS", .group = general,
     .help = "leave out an archive on another machine that has not answered by then; the default is 10"},
    {.name = "strict", .group = general,
     .help = "fail (exit 2), after the answer, if one of several indexes could not be searched"},
    {.name = "no-config", .group = general,
     .help = "do not read the configuration file"},
    {.name = "config-show", .group = general,
     .help = "show the settings, and where each comes from"},
    {.name = "help", .letter = 'h', .group = general, .help = "show this"},
    {.name = "version", .letter = 'V', .group = general, .help = "show the version"},

    {.name = "complete", .value = "FIELD", .group = hidden},  // for completion in shells
    {.name = "topic", .group = hidden},  // of earlier versions: every search does it
    {.name = "today", .value = "DATE", .group = hidden},  // for tests
    {.name = "generate", .value = "WHAT", .group = hidden},  // for the build
};
// clang-format on

Option filter_of(const Field& field) {
    return {.name = field.flag,
            .alias = field.alias,
            .value = field.value_name,
            .group = filtering,
            .completes = field.facet ? Completes::values : Completes::nothing,
            .help = field.help};
}

/// What --by takes: fields that can be counted, and periods.
std::string_view countable() {
    static const std::string names = [] {
        std::string joined;
        for (const Field& field : fields())
            if (field.facet) joined.append(field.name).append("|");
        return joined + "year|month|day";
    }();
    return names;
}

std::string_view format_names() {
    static const std::string names = [] {
        std::string joined;
        for (const OutputKind& format : formats())
            if (!format.name.empty()) joined.append(joined.empty() ? "" : "|").append(format.name);
        return joined;
    }();
    return names;
}

std::vector<Option> all_options() {
    std::vector<Option> options(std::begin(options_of_finding), std::end(options_of_finding));
    for (const Field& field : fields()) {
        if (!field.flag.empty()) options.push_back(filter_of(field));
    }
    options.insert(options.end(), std::begin(options_of_dates), std::end(options_of_dates));
    options.insert(options.end(), std::begin(other_options), std::end(other_options));
    for (Option& option : options) {
        if (option.name == "by") option.value = countable();
        if (option.name == "format") option.value = format_names();
    }
    return options;
}

std::vector<Entry> examples() {
    return {
        {"pentagon ultimatum", "Articles about both words, the best first:"},
        {"--outlet npr '\"supply chain risk\"'", "A phrase, in one outlet:"},
        {"--since 2026-02-27 hegseth -politico", "Recent articles that leave out a word:"},
        {"--author 'Hayden Field' --sort newest", "Everything by one author, newest first:"},
        {"--timeline=month --by outlet pentagon",
         "Who wrote about it when, as a table; --share divides by all articles:"},
        {"--by author --format csv pentagon", "Counts for a spreadsheet:"},
        {"--story 0javkb8r7jh1h",
         "Who else wrote about the event of an article, and what each had that was new:"},
        {"--quote 'these threats do not change our position'",
         "Who quoted these words, in which form, and who is said to have said them:"},
        {"--changes 0javkb8r7jh1h ax22x3bewb3kg", "What one article changed of another:"},
        {"--save ultimatum 'pentagon w/8 ultimatum'",
         "Follow a subject; --new then shows what comes in:"},
        {"--saved", "What is followed, and how many articles are new for each:"},
        {"--cite bibtex -n0 '\"supply chain risk\"'", "The sources of a paper:"},
        {"--show 001_d4cf1f06fdc1cb96.txt surveillance", "One article, whole, with a word marked:"},
        {"-l 'surveil*' | xargs -d '\\n' wc -w", "Files for another program:"}};
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
                        "marked. A ? stands behind an outlet, author or day that was worked out "
                        "(SCREENS). What was "
                        "left out, is rare, is cut or is out of date is said on the standard error "
                        "stream, and in JSON "
                        "under notes."},
        .options = all_options(),
        .dash_words = DashWords::are_words,
        .sections = {query_section(), counting_section(), copies_section(), following_section(),
                     format_section(), opening_section(), archives_section(),
                     configuration_section(), screens_section()},
        .exit_statuses = {{"0", "Something was found; with --new, something is new."},
                          {"1", "No article matches; with --new, nothing is new."},
                          {"2",
                           "It could not be done, or with --strict one of several archives could "
                           "not be searched, or one of several saved searches could not be asked; "
                           "the message says why."},
                          {"75", "Another run tells what is new, and did not end in time."}},
        .files = {{"$XDG_DATA_HOME/dateline",
                   "The index, unless --index, DATELINE_INDEX or the configuration names another "
                   "place; ~/.local/share/dateline if XDG_DATA_HOME is not set."},
                  {"$XDG_CONFIG_HOME/dateline/config",
                   "The configuration; ~/.config/dateline/config if XDG_CONFIG_HOME is not set."},
                  {"$XDG_CONFIG_HOME/dateline/searches.toml",
                   "The saved searches (SAVED SEARCHES); may be edited."},
                  {"$XDG_STATE_HOME/dateline/archives",
                   "How many articles archives on other machines had when they last answered."},
                  {"$XDG_STATE_HOME/dateline/seen/NAME",
                   "What a saved search has told of; ~/.local/state/dateline/seen/NAME if "
                   "XDG_STATE_HOME is not set."}},
        .variables = {{"DATELINE_INDEX", "Where the index is."},
                      {"VISUAL, EDITOR", "The program that --open starts (OPENING)."},
                      {"NO_COLOR, CLICOLOR_FORCE",
                       "Never colour; always colour. --color comes first."},
                      {"DATELINE_COLORS",
                       "Colours, as GREP_COLORS has them: " + usual_colors() +
                           " are the usual ones, of matches, titles and headings, files, notes, "
                           "warnings, bars, and text dropped and added."},
                      {"DATELINE_PAGER, PAGER", "The pager; less -FRX if neither is set."},
                      {"COLUMNS", "The width of the text, unless the terminal's own."}},
        .examples = examples(),
        .see_also = {"dateline-browse(1)", "dateline-web(1)", "dateline-index(1)",
                     "dateline-query(7)"},
    };
}

}  // namespace dateline
