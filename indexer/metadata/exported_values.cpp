// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/exported_values.h"

#include <fmt/format.h>

#include "common/fields.h"
#include "indexer/readers/exported_article.h"
#include "indexer/readers/field_tree.h"

namespace dateline {
namespace {

/// The field of the table that the key names; nullptr if none is stored under it.
const Field* stored_field(std::string_view key) {
    const Field* row = find_field(key);
    return row != nullptr && row->number != 0 && row->name == key ? row : nullptr;
}

}  // namespace

ResolvedArticle exported_values(RawArticle raw) {
    ResolvedArticle result;
    Article& article = result.article;
    const std::string derived = nested_key(export_derived_key, "");
    for (RawField& field : raw.fields) {
        if (field.key.starts_with(derived)) {
            const std::string name = field.key.substr(derived.size());
            if (stored_field(name) != nullptr) article.derived[name] = field.values.front();
            continue;
        }
        const Field* row = stored_field(field.key);
        if (row == nullptr) continue;
        const std::string first = field.values.front();
        row->set(article, std::move(field.values));
        if (row->is_date() && !row->date_in(article))
            result.problems.push_back(
                {"", raw.line,
                 fmt::format("{} '{}' is not YYYY, YYYY-MM or YYYY-MM-DD", row->name, first), false,
                 ProblemKind::bad_date});
    }
    article.body = std::move(raw.text);
    article.lines = std::move(raw.lines);
    return result;
}

}  // namespace dateline
