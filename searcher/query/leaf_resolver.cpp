// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/leaf_resolver.h"

#include <utility>

#include "common/fields.h"
#include "common/folding.h"
#include "common/stop_words.h"
#include "searcher/query/letters.h"
#include "searcher/query/query_error.h"

namespace dateline {

Matcher LeafResolver::resolve(const Node& node) {
    const Match match = node.field.empty() ? Match::words : field(node.field).match;
    if (match == Match::exact) return value(node);
    if (match == Match::names) return name(node);
    if (node.kind == NodeKind::phrase) return phrase(node);
    switch (node.form) {
        case WordForm::stemmed:
            note_capitals(node);
            return node.field.empty() ? forms_.word(node.text)
                                      : forms_.phrase(node.text, node.field);
        case WordForm::exact:
            if (!node.field.empty() && node.text.find('*') != std::string::npos)
                return forms_.pattern(node.text, node.field);
            return exact(node);
        case WordForm::wildcard:
            return forms_.pattern(node.text, node.field);
        case WordForm::fuzzy:
            return forms_.fuzzy(node.text, node.number, node.field);
    }
    return {};
}

/// The whole value, with = or without.
Matcher LeafResolver::value(const Node& node) {
    const bool pattern = node.form == WordForm::exact && node.text.find('*') != std::string::npos;
    return forms_.value(node.text, node.field, pattern ? WordForm::wildcard : node.form,
                        node.number);
}

/// Words of a name, or with = the whole value.
Matcher LeafResolver::name(const Node& node) {
    if (node.form == WordForm::exact) return value(node);
    if (node.form == WordForm::fuzzy) return forms_.fuzzy(node.text, node.number, node.field);
    return forms_.name(node.text, node.field);
}

Matcher LeafResolver::phrase(const Node& node) {
    if (node.text.find('*') != std::string::npos) return forms_.pattern(node.text, node.field);
    return node.form == WordForm::exact ? exact(node) : forms_.phrase(node.text, node.field);
}

/// The index keeps no accents, so that those that are typed ask for the text.
Matcher LeafResolver::exact(const Node& node) {
    Matcher folded = forms_.phrase(node.text, node.field);
    if (!has_accents(node.text)) return folded;
    std::vector<Matcher> only;
    only.push_back(std::move(folded));
    Matcher result = parent_matcher(MatcherKind::accents, std::move(only));
    result.text = with_accents(node.text);
    result.typed = node.text;
    return result;
}

/// US and WHO are names, but the index keeps no capitals.
void LeafResolver::note_capitals(const Node& node) {
    if (!node.field.empty() || !is_name(node.text)) return;
    const std::string form = forms_.single_form(node.text);
    if (is_stop_word(form, language_))
        notes_.push_back("'" + shown(node.text) + "' finds '" + form + "' too; caps(" +
                         shown(node.text) + ") finds it in capitals only");
}

Matcher LeafResolver::capitals(const Node& node) {
    std::vector<Matcher> only;
    only.push_back(forms_.phrase(node.text, ""));
    Matcher result = parent_matcher(MatcherKind::capitals, std::move(only));
    result.text = node.text;
    return result;
}

std::string LeafResolver::bare_form(const Node& node) {
    if (node.kind != NodeKind::word || node.form != WordForm::stemmed) return "";
    if (node.required || !node.field.empty() || is_name(node.text)) return "";
    return forms_.hyphenated_form(node.text);
}

void LeafResolver::set_language(const std::string& language) {
    language_ = language;
    forms_.set_language(language);
}

bool LeafResolver::is_left_out(const Node& node) {
    return is_stop_word(bare_form(node), language_);
}

/// Capitals say so, and points (U.S.) even where all is in capitals.
bool LeafResolver::is_name(const std::string& text) const {
    const bool aside = text.starts_with("e.g") || text.starts_with("i.e");
    return is_emphatic(text) && !aside && (!shouted_ || text.find('.') != std::string::npos);
}

}  // namespace dateline
