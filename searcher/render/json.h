// SPDX-License-Identifier: GPL-2.0-or-later
// A SearchResult for programs: one JSON object, described in docs/json-output.md and
// docs/json-output.schema.json.
#pragma once

#include <ostream>

#include "searcher/result.h"

namespace dateline {

/// Rises when a program that reads the output could break; docs/json-output.md has the rules.
inline constexpr int json_schema = 1;

/// The bars, counts and hits, each as one object on a line of its own; the notes are not among
/// them.
void render_json_lines(const SearchResult& result, std::ostream& out);

/// Always valid JSON in valid UTF-8, and safe to print on a terminal.
void render_json(const SearchResult& result, std::ostream& out);

}  // namespace dateline
