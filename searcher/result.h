// SPDX-License-Identifier: GPL-2.0-or-later
// What a search found: a finished value with no Xapian type and no markup in it. Renderers
// (searcher/render/) get it and an ostream; highlights are byte spans.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/article.h"
#include "searcher/passages.h"

namespace dateline {

struct LitText {
    std::string text;
    std::vector<Span> lit;  ///< bytes of `text`, increasing

    bool operator==(const LitText&) const = default;
};

struct ShownPassage {
    LitText text;
    std::uint32_t line = 1;  ///< of the file
    Span span;               ///< bytes of the stored body
};

/// Whether the file is still what was indexed.
enum class FileState { unchanged, changed, missing, unchecked };

/// One summand of the score: {"body: strike", 3.1}.
struct ScorePart {
    std::string what;
    double points = 0;
};

struct Hit {
    std::uint32_t rank = 1;  ///< from 1, over the whole list
    double score = 0;
    bool full = true;  ///< has all of the query, not only some of the words
    Article article;   ///< without body
    std::string file;  ///< path to open: root and path joined
    LitText title;
    LitText outlet;
    LitText authors;  ///< joined by ", "
    std::vector<ShownPassage> passages;
    std::uint32_t more_passages = 0;
    FileState state = FileState::unchecked;
    std::vector<ScorePart> parts;  ///< with --explain; they add up to the score
};

struct MatchCount {
    std::uint64_t number = 0;
    bool exact = true;  ///< else say "about"

    bool operator==(const MatchCount&) const = default;
};

/// Counts of one field's values over all matches (--by).
struct FacetCount {
    std::string value;
    std::uint64_t articles = 0;
};
struct Facet {
    std::string field;
    std::vector<FacetCount> counts;  ///< most first
    std::uint64_t unknown = 0;       ///< matches without a value
};

struct SearchResult {
    std::string query;              ///< as typed
    std::string understood;         ///< the question in one line
    std::vector<std::string> tree;  ///< the question as an indented tree, with --explain
    std::vector<Hit> hits;
    MatchCount full;           ///< articles with all of the query
    MatchCount partial;        ///< articles with some of the words only; 0 if not asked for
    std::uint32_t offset = 0;  ///< hits left out before the first one shown
    std::uint64_t undated_left_out = 0;  ///< undated articles that a date filter left out
    std::uint64_t articles = 0;          ///< in the whole index
    std::vector<Facet> facets;
    std::vector<std::string>
        notes;  ///< what was guessed, left out or is stale; for stderr and JSON
};

}  // namespace dateline
