// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/filters.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/analysis.h"
#include "common/error.h"
#include "common/fields.h"
#include "searcher/query/expand.h"

namespace dateline {
namespace {

/// Of a field of words one word is a pattern and the others stand beside it: 'hayden f*'.
Expansion fitting_names(Expander& expander, const std::string& field, const std::string& value) {
    const std::size_t star = value.find('*');
    const std::size_t before = value.rfind(' ', star);
    const std::size_t begin = before == std::string::npos ? 0 : before + 1;
    const std::size_t end = std::min(value.find(' ', star), value.size());
    if (value.find('*', end) != std::string::npos)
        throw Error(fmt::format("only one word of --{} '{}' may have a *", field, value),
                    "write the others out");
    Expansion names =
        expander.fitting(field, std::string_view(value).substr(begin, end - begin), most_values);
    for (std::string& name : names.forms) name = value.substr(0, begin) + name + value.substr(end);
    return names;
}

}  // namespace

FieldFilter with_fitting_values(const FieldFilter& filter, const WordSource& words,
                                std::vector<std::string>& notes) {
    Expander expander(words);
    FieldFilter result{filter.field, {}};
    for (const std::string& value : filter.values) {
        if (value.find('*') == std::string::npos) {
            result.values.push_back(value);
            continue;
        }
        const std::string folded = fold_value(value);
        const Expansion fitting = field(filter.field).match == Match::exact
                                      ? expander.fitting(filter.field, folded, most_values)
                                      : fitting_names(expander, filter.field, folded);
        if (fitting.forms.empty()) result.values.push_back(value);
        result.values.insert(result.values.end(), fitting.forms.begin(), fitting.forms.end());
        if (fitting.found > fitting.forms.size())
            notes.push_back(fmt::format("--{} '{}' stands for the {} commonest of its {} values",
                                        filter.field, value, fitting.forms.size(), fitting.found));
    }
    return result;
}

}  // namespace dateline
