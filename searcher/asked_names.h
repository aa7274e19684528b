// SPDX-License-Identifier: GPL-2.0-or-later
// The names in a question and its filters (outlet:npr, --author habermann), and which values of the
// index they stand for.
#pragma once

#include <string>
#include <vector>

#include "searcher/filters.h"
#include "searcher/query/matcher.h"
#include "searcher/result.h"

namespace dateline {

/// A name or whole value that was asked for in a field.
struct AskedName {
    std::string typed;
    std::string field;
    const Matcher* matcher = nullptr;  ///< of the question or a filter, which must outlive it
    bool excluded = false;
};

/// Those of the filters first, then those of the question. Patterns that nothing fits are not among
/// them.
std::vector<AskedName> asked_names(const std::vector<ReadFilter>& filters,
                                   const Question& question);

/// The values, folded, of which articles have the name, as a word of theirs or by another name, and
/// of how many; the commonest first. Reads all values of the field.
std::vector<SimilarWord> meant_values(const AskedName& asked, const WordSource& words);

/// True if the name is one of the field that Field::also_in names: an outlet's host.
bool is_in_other_field(const AskedName& asked);

/// "outlet 'npr' means NPR (2 articles in all), NPR Online News (442)"; of many values the first
/// ones.
std::string meaning_note(const AskedName& asked, const std::vector<SimilarWord>& meant);

}  // namespace dateline
