// SPDX-License-Identifier: GPL-2.0-or-later
// The second half of DocumentBuilder: terms of what is known of an article, beside its text.
#include "common/date_terms.h"
#include "common/fields.h"
#include "common/folding.h"
#include "indexer/document/container.h"
#include "indexer/document/document.h"

namespace dateline {
namespace {

constexpr std::uint32_t name_gap = 100;  // positions between two authors, so no phrase spans them

}  // namespace

/// Words of a field under its prefix: exact forms with positions, no weight.
void DocumentBuilder::add_field_words(const Field& row, const Values& values) {
    std::uint32_t base = 1;
    for (const std::string& value : values) {
        std::uint32_t last = 0;
        for (const Token& token : tokenizer_.tokens(value)) {
            const std::uint32_t term = vocabulary_.intern(make_term(row.prefix, token.form));
            add_position(term, base + token.position);
            last = token.position;
        }
        base += last + name_gap;
    }
}

/// Words of the values and of other names, all apart; as their terms have them, so that these tell
/// which words an article's names have in a row.
void DocumentBuilder::add_names(const Field& row, Values values, const Article& article) {
    const Values others = row.other_names == nullptr ? Values{} : article.*row.other_names;
    const std::string value = fold_value(values.front());
    const auto add = [&](const std::string& name) {
        entry(vocabulary_.intern(other_name_term(row, value, name)));
    };
    for (const std::string& name : others) add(fold_value(name));
    if (!row.also_in.empty())
        for (const std::string& whole : field(row.also_in).get(article))
            add(value_mark + fold_value(whole));
    values.insert(values.end(), others.begin(), others.end());
    for (std::string& name : values) name = fold_value(name);
    add_field_words(row, values);
}

void DocumentBuilder::add_fields(const Article& article) {
    for (const Field& row : fields()) {
        const Values values = row.get(article);
        if (values.empty()) continue;
        entry(vocabulary_.intern(make_term(stated_prefix, row.name)));
        if (row.match == Match::words) add_field_words(row, values);
        if (row.match == Match::names) add_names(row, values, article);
        if (row.match == Match::names || row.match == Match::exact)
            for (const std::string& value : values)
                entry(vocabulary_.intern(value_term(row, fold_value(value))));
    }
    entry(vocabulary_.intern(make_term(id_prefix, article.id)));
    const DateRange days = article.published ? days_of(*article.published) : DateRange{};
    for (const std::string& term : date_terms(days)) entry(vocabulary_.intern(term));
    if (article.item_line != 0)
        entry(vocabulary_.intern(container_term(article.root, article.path)));
}

}  // namespace dateline
