// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/manual_sections.h"

namespace dateline {

Section query_section() {
    return {
        "QUERY",
        {"The arguments that are not options are joined by blanks and make one query. Words find "
         "all "
         "their forms: strike finds strikes and striking. Case, accents and the kind of quotes and "
         "apostrophes do not matter. A list by relevance has articles with any of the words, the "
         "best first; each says which words it lacks, and the last line how many have all. With "
         "--all there are no others.",
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

Section counting_section() {
    return {
        "COUNTING",
        {"The last line of a list says how many articles it has: exactly in archives of up to "
         "10,000 articles, in larger ones up to 1,000 or the end of the page; behind that it says "
         "more than so many, since to count them takes longer the larger the archive. The same "
         "goes for how many have all words, were left out as undated, or would match without a "
         "word. --exact counts all, unless too many texts would have to be read for it; so do "
         "--count, --by, --timeline, lists by date and lists of files. Which articles a list has, "
         "and in which order, never depends on it.",
         "--by and --timeline count all articles that have all of the words (with --any, any of "
         "them), and are exact. They come instead of the hits; -n N shows N of these, too. An "
         "article with several authors counts for each. On a screen 30 values are told, and what "
         "the others add up to; --rows says how many, and -n0 or --rows 0 tells all. Of a timeline "
         "--rows keeps the last periods, and sums up the earlier ones. Programs get all rows, "
         "unless --rows is typed.",
         "A timeline runs from the first match to the last, or over the days that --since and "
         "--until name, and shows periods without a match as 0. Weeks are named by their Monday. "
         "Articles without a date, or of which only the month or year is known where days are "
         "counted, are counted apart. Beside the periods that stand out is the title of their best "
         "article.",
         "With --share each number stands beside that of all articles of the same value or period "
         "that the filters let through, whatever the words: 'of' in JSON and CSV. The bars then "
         "show the share."},
    };
}

Section following_section() {
    return {
        "SAVED SEARCHES",
        {"--save keeps words, filters and order under a name; articles with all of the words "
         "match, unless --any is saved, too. What matches then counts as seen. --new shows what "
         "has "
         "come in since, for the searches named or for all, each once: whatever match that the "
         "search has not told of. No day counts in that, so that late and back-dated articles are "
         "not missed; and articles are known again when their files have moved or were edited, "
         "the index was made anew, or a folder was forgotten and taken again.",
         "A copy of an article that is there is told as such (same text as ID), and so is another "
         "text under a URL that is known (new version of ID). In JSON a hit has new (new, copy or "
         "version), and same_text_as or version_of; in CSV the columns new and new_of.",
         "What is new counts as seen when all of it has been printed. What -n leaves out, what a "
         "reader of the pager did not wait for, and all that could not be written stays new; a "
         "pipe may have taken more than its reader looked at. "
         "--peek and --count leave everything new. Two runs at once wait for each other.",
         "Searches are tables in searches.toml: query, and options by their long names (outlet = "
         "['npr', 'bbc'], any = true). After an edit --new tells how many articles match since "
         "then, "
         "and shows ten; --catch-up marks what is not to be read. Days that move with the "
         "calendar, as --since 7d, make a search miss what comes in late: --save warns of them.",
         "--feed prints Atom, for a feed reader, of the last hundred that came in and of all from "
         "the last 30 days. It does not count as seen."},
        {}};
}

Section copies_section() {
    return {
        "COPIES AND STORIES",
        {"A copy has at least 45 of 100 runs of five words of the shorter text, more where a text "
         "is short, and was published within two weeks of the other, if both have a date. Pages of "
         "one outlet that share only what stands on all of them are none. Beside the first one a "
         "copy is the same (but for some words), edited (other words, about as long), cut, or "
         "longer. Within and around are parts and digests, which have as much again of other text: "
         "--copies-of lists them, but they are not folded. First always means first in these "
         "archives: by day, of one day by the time where all have one, else whom the others "
         "credit, else the longest.",
         "In text, Markdown and web pages a hit stands for its copies, in the place of the best "
         "of them, and a line tells of the others. Lists of files, csv, json, jsonl, --cite and "
         "--count have each article, unless --copies is given. How many texts the articles are is "
         "told where they fill three pages at most. --by and --timeline count articles, with "
         "--texts one of "
         "each text, the first.",
         "A story is the articles of up to 30 days around that are enough like the one named, the "
         "less so the further apart in time; an undated one must be more alike. They stand by "
         "day, undated ones last, each with how much of it is new and the sentence that says most "
         "that no earlier one said; what is less alike is named as related. Words and filters "
         "narrow them; a story of many is shown ten at a time, like other lists. The outlets that "
         "covered it are counted among those that wrote within three days of it. That it was not "
         "covered by one is said only of outlets with ten articles in the archive from 15 days "
         "before to 15 days after it; and it means that no such article is in the archive.",
         "--quote finds words wherever they stand as a quotation, also cut, with brackets or an "
         "ellipsis, and typed words also outside of quotation marks. \"Said by\" is a name that "
         "the sentence itself gives; \"he (probably Amodei) said it\" is a guess from the "
         "sentences "
         "before, right in about three of four cases. Sentences are understood in English, German, "
         "French, Spanish and Chinese; elsewhere nobody is named. With --quotes, \"more\" are "
         "words "
         "that other articles have of the quotation and this one has not.",
         "--new-in shows up to three sentences that no earlier article of the story has, where "
         "such "
         "are in the archive. Earlier, there and in a story, is what is of an earlier day, or time "
         "of the same day if both state it. --changes shows an article's paragraphs as the other's "
         "were changed: a + or - before those that were added or dropped, ~ before changed ones, "
         "and in them [-what was dropped-] and {+what was added+}, in colours on a terminal; names "
         "and numbers come first. Alone, an article is compared with the first of its copies or, "
         "if it has none, of the versions under its URL."},
    };
}

Section format_section() {
    return {
        "FORMATS",
        {"list is a line a hit, for a small window or fzf(1): rank, day, outlet and title, or what "
         "--columns names, cut to the width; only id and place are never cut. Behind a title "
         "stands "
         "how many copies it stands for, (+2), and which words it lacks where there is room. "
         "dateline-browse(1) makes a screen of it in which articles are read and opened.",
         "json is one object, described with its schema in docs/json-output.md; jsonl the same "
         "objects one a line, hits or counts, without what is said of the whole. csv is one table "
         "with a header (RFC 4180): hits, one --by, or one timeline; matches without a value or "
         "date are counted in a last row without one. Its values are exactly those of the "
         "articles, and a spreadsheet runs one that begins with =, +, - or @ as a formula: give "
         "--csv-safe where the table is opened with one. md and html are for people; the page of "
         "html "
         "needs no other file and runs nothing.",
         "Without -n, formats that are kept or read by programs hold the first ten hits like all "
         "others, or as many as the configuration says; that there are more is said on the "
         "standard error stream, and in json in its counts. The columns of a table by time are six "
         "on a screen and a page; csv, json and jsonl have all (up to four million cells); others "
         "counts what is in none of them.",
         "On a terminal, titles are links to the article's URL and file names links to the file "
         "(OSC 8), and what does not fit is shown in a pager."},
    };
}

Section archives_section() {
    return {
        "ARCHIVES",
        {"Several indexes are searched as one: give --index for each, or name them in the "
         "configuration, archives = [mine = ~/news/index, desk = /mnt/desk/index], in one line; "
         "without names they are called by the part of their paths in which they differ. --index "
         "and DATELINE_INDEX come before archives, and these before index, which is what "
         "dateline-index writes.",
         "Scores, counts and suggestions are those of one index with all articles. Ids of hits "
         "begin with the name of their archive, since another may have the same; --show takes "
         "them with it and without. archive:desk and --archive desk ask one of them only, --by "
         "archive counts each.",
         "An archive that is missing, damaged or of another dateline is told with what mends it, "
         "and the others answer; with --strict the exit status then is 2. An index may lie on a "
         "disk that is only read, on a network's, or be a copy; the same state of one is searched "
         "once.",
         "An index on another machine is named ssh://HOST/PATH, or ssh://USER@HOST:PORT/PATH; "
         "/~/PATH "
         "is below the home there, %20 a blank. Xapian's server, xapian-progsrv, is started there "
         "by "
         "ssh, which asks for no password; its reason is told where it fails. Copies are then not "
         "folded, and stories, copies, quotations and saved searches are not told; an "
         "operator on places or capitals looks at 1,000 articles at most. One that has not "
         "answered "
         "within --timeout seconds is left out."},
    };
}

Section opening_section() {
    return {
        "OPENING",
        {"--open starts the editor at the line: with +LINE for vi, Emacs, nano and most others, "
         "--goto FILE:LINE for VS Code and its kin, FILE:LINE for Sublime Text, Zed and Helix, "
         "--line LINE for Kate and TextMate. For another, write the places of file and line into "
         "--editor, its line in the configuration, VISUAL or EDITOR: idea --line %l %f. What has "
         "no lines, such as PDF, is opened by the desktop."},
    };
}

Section configuration_section() {
    return {
        "CONFIGURATION",
        {"The file has lines option = value with the long names of options; lines that begin with "
         "# are comments, switches take yes or no. It holds habits: index, archives, strict, all, "
         "any, sort, limit, "
         "passages, context, full, explain, exact, format, columns, rows, editor, color, colors, "
         "hyperlink, pager. Filters are "
         "refused, "
         "since they would leave out articles unseen, and so are two settings that exclude each "
         "other. index names a folder from / or from ~/ on; dateline-index(1) heeds it too. An "
         "option on the command line comes before a "
         "variable of the environment, and that before the file; --config-show tells which one "
         "decided."},
    };
}

}  // namespace dateline
