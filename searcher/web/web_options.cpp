// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/web_options.h"

#include "common/error.h"
#include "common/manual.h"

namespace dateline::web {
namespace {

constexpr std::string_view serving = "The page";
constexpr std::string_view general = "General";
constexpr std::string_view hidden = "";

// clang-format off
constexpr Option web_options[] = {
    {.name = "index", .value = "DIR", .group = serving, .completes = Completes::folders,
     .help = "the index to search; given again, all of them as one; else as dateline-search has it"},
    {.name = "port", .value = "N", .group = serving,
     .help = "listen on this port of 127.0.0.1; the default is 7857, 0 is any that is free"},
    {.name = "open", .group = serving,
     .help = "open the page in the browser"},
    {.name = "no-config", .group = general,
     .help = "do not read the configuration file"},
    {.name = "help", .letter = 'h', .group = general, .help = "show this"},
    {.name = "version", .letter = 'V', .group = general, .help = "show the version"},

    {.name = "today", .value = "DATE", .group = hidden},  // for tests
    {.name = "generate", .value = "man|bash|zsh|fish", .group = hidden},  // for the build
};
// clang-format on

Section addresses_section() {
    return {
        "ADDRESSES",
        {"/ is the archive as a whole, the newest first. /search?q=WORDS is a search: its other "
         "parameters are the long options of dateline-search(1), such as outlet=npr, "
         "since=2026-02, sort=newest, copies=show, limit=50; switches are set by =yes. "
         "story=ID, copies-of=ID and quote=WORDS gather articles around one. timeline=day "
         "says how wide the bars are, by=outlet lists all values of a field. An unknown "
         "parameter of a search is an error, never ignored. A page has at most 200 hits, whatever "
         "limit says. /article/ID is one article, /changes/ID "
         "(with=ID) what one changed of another, /export the same search as a file (format=csv, "
         "cite=bibtex and so on), /help the query language.",
         "The page counts all matches that have all of the words, so that its timeline, its "
         "counts and the number above the list agree. What it shows is what dateline-search "
         "prints for the command in the page's foot.",
         "/saved lists the saved searches, with how many articles are new for each; /saved/NAME "
         "shows these and marks as seen what it showed, by a button; /saved/NAME.atom is the feed. "
         "A search's page saves it under a name.",
         "All of it works without JavaScript. With it there are keys (/help lists them; "
         "single ones can be switched off there), completion of fields and names, and a range "
         "of days can be dragged over the timeline."}};
}

Section safety_section() {
    return {"SAFETY",
            {"The page is for you alone. The server listens on 127.0.0.1, so no other machine "
             "reaches it; but other users of this one do, and so does every page that is open in "
             "your browser. Therefore it answers only who has shown the key: the address that is "
             "printed at the start has it, the browser gets a cookie for it, once for each port. "
             "The key is kept in a file that only you can read, so that bookmarks work after the "
             "next start; remove the file to make a new one. Whoever can read the cookie or the "
             "file can read what the index has. A cookie knows no port: another server of this "
             "machine that your browser visits as 127.0.0.1 is sent it, too.",
             "A request must name this server as its host, and come from one of its own pages or "
             "from the address bar; links from other sites are refused and have to be copied. "
             "Answers hold a Content-Security-Policy that lets nothing run or load but the page's "
             "own style sheet and script. Text, titles, file names and addresses of articles are "
             "shown as text; links to originals are followed by a click only, and tell the other "
             "side nothing of where they come from. Nothing is fetched from anywhere, no font, no "
             "icon, and nothing is sent. Saved pages are never shown as pages, only their text.",
             "Searches are addresses, so they enter the browser's history, which many browsers "
             "hand to an account with their maker's servers. Use a private window, or another "
             "profile, for a sensitive subject. The browser is told to keep no copy of the pages.",
             "A request may take 5 seconds, an export 60; four are worked on at a time, and two "
             "exports, each by a process of its own. Headers and forms over 8 KB are refused."}};
}

}  // namespace

Program web_program() {
    return {
        .name = "dateline-web",
        .summary = "a page to search an archive of news articles in the browser",
        .synopsis = {"[OPTIONS]"},
        .description =
            {"Serves a page to search an index that dateline-index made, on this machine "
             "alone, until Ctrl-C. It prints the page's address.",
             "Articles that are indexed while it runs are found at once."},
        .options = {std::begin(web_options), std::end(web_options)},
        .sections = {addresses_section(), safety_section()},
        .exit_statuses = {{"0", "It was ended by Ctrl-C or a signal."},
                          {"2", "It could not start: the port is taken, or an option is wrong."}},
        .files =
            {{"$XDG_STATE_HOME/dateline/web-key",
              "The key, mode 0600; ~/.local/state/dateline/web-key without XDG_STATE_HOME."},
             {"$XDG_CONFIG_HOME/dateline/config",
              "Your habits, as for dateline-search(1); those of a list hold on the page, too."},
             {"$XDG_CONFIG_HOME/dateline/searches.toml, $XDG_STATE_HOME/dateline/seen/NAME",
              "The saved searches, and what each has told of, as for dateline-search(1)."}},
        .variables = {{"DATELINE_INDEX", "The index, unless --index names one."},
                      {"BROWSER",
                       "The program that --open runs instead of xdg-open; it must be allowed to "
                       "read files below ~/.local/state."}},
        .examples = {{"--open", "The page of the usual index, in the browser:"},
                     {"--index ~/news --index /mnt/desk/index --port 8000",
                      "Two archives as one, on another port:"}},
        .see_also = {"dateline-search(1)", "dateline-index(1)", "dateline-query(7)"},
    };
}

WebCommand read_web_command(std::span<const std::string_view> arguments) {
    const Program program = web_program();
    const CommandLine line = parse_command_line(arguments, program);
    WebCommand command;
    if (const auto what = line.value("generate")) command.text = generated_text(program, *what);
    if (line.has("version")) command.text = version_text(program);
    if (line.has("help")) command.text = help_text(program);
    if (command.text) return command;
    if (!line.words.empty())
        throw Error("'" + line.words.front() + "' is no option",
                    "words are typed on the page; 'dateline-web --help' lists the options");
    command.names_index = line.has("index");
    for (const std::string& folder : line.values("index"))
        command.arguments.push_back("--index=" + folder);
    if (line.has("no-config")) command.arguments.emplace_back("--no-config");
    if (const auto today = line.value("today")) command.arguments.push_back("--today=" + *today);
    if (const auto port = line.value("port"))
        command.port = static_cast<std::uint16_t>(whole_number("port", *port, 0, 65535));
    command.open = line.has("open");
    return command;
}

}  // namespace dateline::web
