// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/matcher.h"

#include <utility>

namespace dateline {

Matcher term_matcher(std::string text, TermForm form, const std::string& field) {
    Matcher result;
    result.kind = MatcherKind::term;
    result.text = std::move(text);
    result.form = form;
    result.field = field;
    return result;
}

Matcher stem_matcher(WordStem stem) {
    Matcher result = term_matcher(std::move(stem.text), TermForm::stem, "");
    result.languages = std::move(stem.languages);
    return result;
}

Matcher parent_matcher(MatcherKind kind, std::vector<Matcher> children, std::uint32_t number) {
    Matcher result;
    result.kind = kind;
    result.number = number;
    result.children = std::move(children);
    return result;
}

Matcher joined_matcher(MatcherKind kind, std::vector<Matcher> children) {
    if (children.size() == 1) return std::move(children.front());
    if (children.empty()) kind = MatcherKind::nothing;
    return parent_matcher(kind, std::move(children));
}

}  // namespace dateline
