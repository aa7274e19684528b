// SPDX-License-Identifier: GPL-2.0-or-later
// The names in a question and its filters (outlet:npr, --author habermann), and which values of the
// index they stand for.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/archives/archives.h"
#include "searcher/match/compile.h"
#include "searcher/match/filters.h"
#include "searcher/query/matcher.h"
#include "searcher/query/word_source.h"
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

/// Where they are looked up.
struct NamesIndex {
    const Archives& archives;
    const WordSource& words;
    const Compiler& compiler;
};

/// What there is to say of them.
struct NamesFound {
    std::vector<MissingWord> missing;  ///< names that no article has
    std::vector<std::string> notes;    ///< which outlets and sections the others stand for
};

/// "outlet 'npr' means NPR Online News (442 articles in all), NPR (2)": the values of which
/// articles have the name, as words of theirs, by another name or by host; of many the commonest.
/// Nothing is said of a name that is one value and no other. Reads all values of the fields asked
/// for.
NamesFound look_up(const std::vector<AskedName>& names, const NamesIndex& index);

}  // namespace dateline
