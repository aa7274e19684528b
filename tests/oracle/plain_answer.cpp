// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/plain_answer.h"

#include <map>

#include "common/fields.h"
#include "tests/oracle/plain_reading.h"

namespace dateline::oracle {
namespace {

/// A filter is what field:value is in a query.
TypedQuery as_query(const TypedFilter& filter) {
    if (field(filter.field).match != Match::names) {
        TypedQuery value;
        value.said = Said::value;
        value.field = filter.field;
        value.text = filter.value;
        return value;
    }
    const bool star = filter.value.find('*') != std::string::npos;
    TypedQuery words;
    words.said = star ? Said::pattern : Said::phrase;
    words.text = filter.value;
    words.quoted = true;
    TypedQuery in_field;
    in_field.said = Said::in_field;
    in_field.field = filter.field;
    in_field.children.push_back(std::move(words));
    return in_field;
}

/// Of one field one value is enough; every field must have one.
ArticleSet passing(const PlainArchive& archive, const std::vector<TypedFilter>& filters,
                   const DateRange& days) {
    std::map<std::string, TypedQuery> by_field;
    for (const TypedFilter& filter : filters) {
        TypedQuery& values = by_field[filter.field];
        values.said = Said::either;
        values.children.push_back(as_query(filter));
    }
    TypedQuery all;
    all.said = Said::both;
    for (auto& [name, values] : by_field) all.children.push_back(std::move(values));
    if (days != DateRange{}) {
        TypedQuery range;
        range.said = Said::range;
        range.field = "date";
        range.days = days;
        all.children.push_back(std::move(range));
    }
    const PlainReading reading(archive, all);
    ArticleSet found;
    for (std::uint32_t i = 0; i < archive.articles().size(); ++i)
        if (reading.has_all(i)) found.insert(i);
    return found;
}

}  // namespace

PlainAnswer plain_answer(const PlainArchive& archive, const TypedCommand& command) {
    PlainAnswer answer;
    answer.filtered =
        passing(archive, command.filters, days_let_through(command).value_or(DateRange{}));
    const TypedQuery everything;
    const PlainReading reading(archive, command.query ? *command.query : everything);
    for (const std::uint32_t article : answer.filtered) {
        const bool all = reading.has_all(article);
        if (all) answer.all.insert(article);
        if (all || reading.has_some(article)) answer.some.insert(article);
    }
    if (days_let_through(command) == DateRange{}) return answer;
    for (const std::uint32_t article : passing(archive, command.filters, {}))
        answer.undated += !archive.articles()[article].article.published &&
                          (reading.has_all(article) || reading.has_some(article));
    return answer;
}

}  // namespace dateline::oracle
