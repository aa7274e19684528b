// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult for people: hits with their passages, aligned, at any width, readable without
// colour. Nothing of an article reaches the stream that a terminal would obey.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "searcher/render/page.h"
#include "searcher/result.h"

namespace dateline {

/// The counts asked for, the hits, and below them how many there are; a line that says so if there
/// are none, with what might help.
void render_text(const SearchResult& result, const TextOptions& options, std::ostream& out);

/// The notes, each with "note: ", for stderr.
void render_notes(const std::vector<std::string>& notes, const TextOptions& options,
                  std::ostream& out);

/// One number of articles, those with some of the words included if they were asked for: "3",
/// "about 41".
void render_count(const SearchResult& result, std::ostream& out);

struct FileNames {
    char end = '\n';            ///< of each name
    bool for_terminal = false;  ///< made safe
};

/// The files of the hits, byte for byte unless for a terminal.
void render_files(const SearchResult& result, FileNames names, std::ostream& out);

}  // namespace dateline
