// SPDX-License-Identifier: GPL-2.0-or-later
// What the resolver asks of nodes.
#pragma once

#include "searcher/query/tree.h"

namespace dateline {

/// True for words and groups of words by OR: what an article of the list may lack.
bool may_be_missing(const Node& node);

/// True for conditions that ask for no words of the text: dates, lengths, outlets, what is
/// excluded.
bool is_condition(const Node& node);

/// True for a row of four words or more without a small letter: capitals tell no names then.
bool is_shouted(const Node& node);

/// True if a field stands anywhere in it.
bool has_field(const Node& node);

}  // namespace dateline
