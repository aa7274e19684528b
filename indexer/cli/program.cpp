// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/program.h"

#include "common/manual.h"
#include "indexer/cli/manual_sections.h"

namespace dateline {
namespace {

constexpr std::string_view working = "What to do";
constexpr std::string_view looking = "What to look at";
constexpr std::string_view telling = "What to tell";
constexpr std::string_view bounds = "How";
constexpr std::string_view general = "General";

// clang-format off
constexpr Option options[] = {
    {.name = "rebuild", .group = working,
     .help = "read every file again into a new index, which then takes the old one's place at once"},
    {.name = "forget", .value = "FOLDER", .group = working, .completes = Completes::folders,
     .help = "take the articles of that folder out of the index; its files stay"},
    {.name = "move-root", .value = "OLD", .group = working, .completes = Completes::folders,
     .help = "the folder OLD of the index is now where FOLDER is: ids stay, and nothing is read again"},
    {.name = "allow-removals", .group = working,
     .help = "go on even if more than half of a folder's articles are gone, which else looks like a "
             "disk that is not there"},
    {.name = "watch", .value = "SECONDS", .optional_value = true, .group = working,
     .help = "stay, and bring the index in step again every so many seconds (60), until a signal"},
    {.name = "dry-run", .group = working,
     .help = "say what would change, file by file, and change nothing"},
    {.name = "include", .value = "GLOB", .group = working,
     .help = "take only files that match a pattern of .datelineignore, or lie in a folder that does; "
             "may be repeated. Remembered with the folder, as --exclude is; new ones replace both"},
    {.name = "exclude", .value = "GLOB", .group = working,
     .help = "leave out files and folders that match"},
    {.name = "all-files", .group = working,
     .help = "take all files again: forget what --include and --exclude said of the folder"},

    {.name = "status", .group = looking,
     .help = "say what the index holds of each folder, which files were not read and what would help, "
             "when it was last compared with the folder, and what has changed in it since then"},
    {.name = "audit", .group = looking,
     .help = "list what is missing or looks wrong in the articles: dates, titles, outlets, URLs, "
             "texts, front matter, encodings; exit status 1 if there is anything"},
    {.name = "verify", .group = looking,
     .help = "check the whole database and read all that it holds, and compare a sample of its articles "
             "with their files; exit status 2 if something is wrong"},
    {.name = "export", .value = "jsonl", .group = looking,
     .help = "write every article to a file, a line of JSON each, packed if its name ends in .gz or "
             ".zst (- is standard output): its text, its fields and where each came from. Indexed, "
             "that file gives the same texts and fields. An old file of that name stays until the new "
             "one is whole"},
    {.name = "json", .group = looking,
     .help = "print what was looked at as JSON"},

    {.name = "quiet", .letter = 'q', .group = telling,
     .help = "print problems only"},
    {.name = "verbose", .letter = 'v', .group = telling,
     .help = "print each file that is added, updated, moved, removed or skipped; all problems; all of "
             "an audit"},

    {.name = "jobs", .letter = 'j', .value = "N", .group = bounds,
     .help = "read and analyse on N threads (all cores); the index does not depend on it"},
    {.name = "memory", .value = "MB", .group = bounds,
     .help = "hold about so much before it is written to temporary files (512)"},
    {.name = "max-article-size", .value = "MB", .group = bounds,
     .help = "do not read larger files (32); files of many articles have no limit"},
    {.name = "no-wait", .group = bounds,
     .help = "if another writer holds the index, do not wait: exit status 75"},
    {.name = "writer", .value = "bulk|xapian", .group = bounds,
     .help = "who writes a new index: the bulk loader, or Xapian's own writer, which is slower"},

    {.name = "index", .value = "DIR", .group = general, .completes = Completes::folders,
     .help = "the index to make or update; with --status several"},
    {.name = "config-show", .group = general,
     .help = "show which index and which outlets count, and where each comes from"},
    {.name = "help", .letter = 'h', .group = general, .help = "show this"},
    {.name = "version", .letter = 'V', .group = general, .help = "show the version"},

    generate_option,
};
// clang-format on

}  // namespace

Program index_program() {
    return {
        .name = "dateline-index",
        .summary = "keep the search index of an archive of news articles",
        .synopsis = {"[OPTIONS] FOLDER|FILE...", "[OPTIONS]", "[OPTIONS] --move-root OLD FOLDER",
                     "[--index DIR] --export jsonl FILE"},
        .description =
            {"Reads the articles of the folders into the index that dateline-search searches: adds "
             "new "
             "files, replaces changed ones, removes those that are gone and leaves the rest. "
             "Without "
             "a folder it brings all folders of the index up to date.",
             "A file may be given, too: it is all that is taken of its folder, with others so "
             "given, until the folder itself is. "
             "Folders may be given in several runs; those that are not named stay as they are, and "
             "so "
             "does one that cannot be read, which the run then says. A second run with nothing "
             "changed writes nothing. If it is stopped, by whatever, the index is as it was. "
             "Searching goes on meanwhile.",
             "The index holds the texts of the articles, so that only its owner may read it. "
             "Values that "
             "a file does not state, such as the outlet, are taken from its URL or its text, or "
             "from "
             "a file .dateline.yaml in its folder or one above (outlet: TRT World), and the index "
             "remembers where they came from."},
        .options = {std::begin(options), std::end(options)},
        .sections = {folder_section(), outlets_section()},
        .exit_statuses = {{"0", "All articles are indexed, but for those told before."},
                          {"1",
                           "Done, but something could not be read that was not told before; the "
                           "first ten files are named, with -v all. What an earlier run has told "
                           "is no failure of later ones, and --status -v lists it; a folder that "
                           "is away fails each run. With "
                           "--audit: something was found. With --verify: no damage was found, but "
                           "the tables could not be checked."},
                          {"2",
                           "It could not be done; the message says why. With --verify: the index "
                           "is damaged."},
                          {"130",
                           "It was stopped by Ctrl-C or another signal; the index is as it "
                           "was. (With --watch that is its usual end, and gives 0.)"},
                          {"75",
                           "Another writer holds the index, or writes it while it is verified."}},
        .files = {{"$XDG_DATA_HOME/dateline",
                   "The index, unless --index, DATELINE_INDEX or the configuration names another "
                   "place; ~/.local/share/dateline if XDG_DATA_HOME is not set."},
                  {"$XDG_CONFIG_HOME/dateline/config",
                   "The configuration of dateline-search(1), of which only a line index = DIR "
                   "counts here, and only where neither --index nor DATELINE_INDEX is given."},
                  {"$XDG_CONFIG_HOME/dateline/outlets.toml",
                   "Your outlets (OUTLETS); ~/.config/dateline if XDG_CONFIG_HOME is not set."},
                  {".dateline.yaml",
                   "In a folder: values for all articles below that do not state them (FOLDERS)."},
                  {".datelineignore",
                   "In a folder: patterns of what below it is no article. A pattern in a deeper "
                   "folder counts before those above it."}},
        .variables = {{"DATELINE_INDEX", "Where the index is."}},
        .examples = {{"~/clippings", "Index a folder, or bring it up to date:"},
                     {"", "Bring all folders of the index up to date:"},
                     {"--dry-run ~/clippings", "See what would change:"},
                     {"--forget ~/old", "Take a folder out of the index:"},
                     {"--exclude 'drafts/' --exclude '*.bak' ~/clippings",
                      "Leave files out, now and in later runs:"},
                     {"--move-root ~/clippings ~/articles",
                      "Say that a folder stands elsewhere now:"},
                     {"--status", "See what is indexed, and what would change:"},
                     {"--audit --json | jq .counts", "Count what is missing in the articles:"},
                     {"--export jsonl archive.jsonl.gz", "Write all articles to one file:"},
                     {"--index ~/other archive.jsonl.gz", "Index one file of many articles:"},
                     {"--export jsonl - | jq -r .title", "Take all articles out of the index:"}},
        .see_also = {"dateline-search(1)", "dateline-web(1)", "dateline-query(7)"},
    };
}

}  // namespace dateline
