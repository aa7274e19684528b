// SPDX-License-Identifier: GPL-2.0-or-later
// Queries and questions as text: in one line, for tests and scripts, and as a tree in plain words.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/query/tree.h"

namespace dateline {

/// The tree in one line, `(all pentagon (phrase "supply chain risk"))`.
std::string to_string(const Node& node);

/// The whole question in one line: `(all pentagon Zanthrop (phrase supply chain risk))`.
std::string to_string(const Matcher& matcher);
std::string to_string(const Question& question);

/// The question as an indented tree in plain words, a line each, for --explain.
std::vector<std::string> describe_tree(const Question& question);

}  // namespace dateline
