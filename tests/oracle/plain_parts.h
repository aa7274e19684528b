// SPDX-License-Identifier: GPL-2.0-or-later
// What of a query must be there, what may be missing, and what is too common to ask for.
#pragma once

#include <string>
#include <vector>

#include "tests/oracle/plain_archive.h"
#include "tests/oracle/typed_query.h"

namespace dateline::oracle {

/// Asks for a word of the text; not only for a field, a range, or that something is missing.
bool has_word(const TypedQuery& query);

/// A part of a sequence that may be missing in the articles that follow: single words and groups
/// of them by OR.
bool may_be_missing(const TypedQuery& query);

/// Four words or more, and all in capitals: they tell no names then.
bool is_shouted(const TypedQuery& query);

/// How the whole query was typed, which decides what is too common in it.
struct Manner {
    bool shouted = false;
    std::string language;  ///< whose stop words are too common
};

/// The archive's commonest language, or another one of which the query shows two words and more
/// than of that one.
Manner manner_of(const PlainArchive& archive, const TypedQuery& query);

/// What is asked for side by side, without words that are too common.
std::vector<const TypedQuery*> kept(const TypedQuery& sequence, const std::string& field,
                                    const Manner& manner);

}  // namespace dateline::oracle
