// SPDX-License-Identifier: GPL-2.0-or-later
// Compares two Xapian databases over everything that can be read through the API: statistics,
// terms, postings, positions, documents, values, metadata, spellings and synonyms, each from both
// sides.
#pragma once

#include <xapian.h>

#include <string>

namespace dateline {

/// What differs, one line each; empty if the databases hold the same. Stops after about 20 lines.
std::string compare_indexes(const Xapian::Database& a, const Xapian::Database& b);

}  // namespace dateline
