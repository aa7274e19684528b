// SPDX-License-Identifier: GPL-2.0-or-later
// Filters of fields as they are typed, --outlet 'fox*', -> what they ask for, as field:value in a
// query does.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/field_filter.h"
#include "searcher/query/matcher.h"
#include "searcher/query/word_source.h"

namespace dateline {

/// A filter, and what each of its values asks for.
struct ReadFilter {
    FieldFilter typed;
    std::vector<Matcher> values;  ///< by number of the value; articles with any of them pass

    bool operator==(const ReadFilter&) const = default;
};

/// Reads a filter: words of a name, with * in one of them; =NAME is the whole value alone. Notes
/// say what was cut. Throws Error for a name in which more than one word has a *.
ReadFilter read_filter(const FieldFilter& filter, const WordSource& words,
                       std::vector<std::string>& notes);

}  // namespace dateline
