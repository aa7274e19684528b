// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/positional.h"

#include <algorithm>

namespace dateline {
namespace {

bool is_positional(const Matcher& matcher) {
    switch (matcher.kind) {
        case MatcherKind::near:
        case MatcherKind::before:
        case MatcherKind::same_sentence:
        case MatcherKind::same_paragraph:
        case MatcherKind::not_near:
        case MatcherKind::at_least:
        case MatcherKind::first_words:
        case MatcherKind::lead:
        case MatcherKind::headline_lead:
        case MatcherKind::capitals:
        case MatcherKind::accents:
            return true;
        case MatcherKind::phrase:  // Xapian's takes plain terms only
            return std::ranges::any_of(matcher.children, [](const Matcher& child) {
                return child.kind != MatcherKind::term || child.form != TermForm::exact;
            });
        case MatcherKind::term:
        case MatcherKind::all:
        case MatcherKind::any:
        case MatcherKind::except:
        case MatcherKind::range:
        case MatcherKind::stated:
        case MatcherKind::nothing:
        case MatcherKind::everything:
            return false;
    }
    return false;
}

}  // namespace

bool any_of_tree(const Matcher& matcher, bool (*test)(const Matcher&)) {
    if (test(matcher)) return true;
    return std::ranges::any_of(matcher.children,
                               [&](const Matcher& child) { return any_of_tree(child, test); });
}

bool needs_positions(const Matcher& matcher) {
    return any_of_tree(matcher, is_positional);
}

}  // namespace dateline
