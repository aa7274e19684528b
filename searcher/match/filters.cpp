// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/error.h"
#include "common/fields.h"
#include "searcher/query/operators.h"
#include "searcher/query/word_forms.h"

namespace dateline {
namespace {

Matcher read_value(const std::string& field_name, std::string_view text, WordForms& forms) {
    const bool whole = text.size() > 1 && text.starts_with('=');
    if (whole) text.remove_prefix(1);
    if (!whole && field(field_name).match == Match::names) return forms.name(text, field_name);
    const bool pattern = text.find('*') != std::string_view::npos;
    return forms.value(text, field_name, pattern ? WordForm::wildcard : WordForm::exact);
}

}  // namespace

ReadFilter read_filter(const FieldFilter& filter, const WordSource& words,
                       std::vector<std::string>& notes) {
    ReadFilter result{filter, {}};
    for (const std::string& value : filter.values) {
        WordForms forms(words);  // its limits are those of one value
        result.values.push_back(read_value(filter.field, value, forms));
        if (needs_of(result.values.back()).positions)
            throw Error(fmt::format("only one word of --{} '{}' may have a *", filter.field, value),
                        "write the others out");
        std::ranges::move(forms.take_notes(), std::back_inserter(notes));
    }
    return result;
}

}  // namespace dateline
