// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/manual_sections.h"

namespace dateline {

Section folder_section() {
    return {
        .heading = "FOLDERS",
        .paragraphs =
            {"A file .dateline.yaml in a folder states what the articles below it have in common "
             "and do not say themselves: outlet, author, date, language, section and tags, under "
             "any of the names that front matter may use. The nearest file counts first. What an "
             "article states, a known host or a credit in its text comes before it; a name that "
             "would only be made from an unknown host does not. Keys that are of one article, such "
             "as a title, and unknown ones are problems, and name the key that was probably meant.",
             "A file .datelineignore has patterns of what below it is no article, one a line, as "
             "in gitignore(5)."},
        .screens = {"$ cat ~/clippings/trt/.dateline.yaml\noutlet: TRT World\nlanguage: en\n"
                    "tags: [turkey, abroad]",
                    "$ cat ~/clippings/.datelineignore\ndrafts/\n*.bak\n!keep.bak"},
    };
}

Section outlets_section() {
    return {
        .heading = "OUTLETS",
        .paragraphs =
            {"Outlets are known by some 400 names and hosts. outlets.toml adds others, or names "
             "and hosts to those: a table for each, with name (needed), hosts (their subdomains "
             "belong to them), aliases (other names by which articles call it) and agency (true of "
             "one whose reports others print, so that a credit does not make it the outlet). What "
             "is added goes before what is built in. Other keys are told and not heeded. After a "
             "change the next run reads only those files again whose articles have to do with it; "
             "--config-show tells whether the file is read."},
        .screens = {"$ cat ~/.config/dateline/outlets.toml\n[[outlet]]\nname = \"TRT World\"\n"
                    "hosts = [\"trtworld.com\"]\naliases = [\"TRT\"]\n\n[[outlet]]\n"
                    "name = \"Harbour Wire\"\nagency = true"},
    };
}

}  // namespace dateline
