// SPDX-License-Identifier: GPL-2.0-or-later
// What of a query must be there, what may be missing, and what is too common to ask for.
#pragma once

#include <string>
#include <vector>

#include "tests/oracle/typed_query.h"

namespace dateline::oracle {

/// Asks for a word of the text; not only for a field, a range, or that something is missing.
bool has_word(const TypedQuery& query);

/// A part of a sequence that may be missing in the articles that follow: single words and groups
/// of them by OR.
bool may_be_missing(const TypedQuery& query);

/// What is asked for side by side, without words that are too common.
std::vector<const TypedQuery*> kept(const TypedQuery& sequence, const std::string& field);

}  // namespace dateline::oracle
