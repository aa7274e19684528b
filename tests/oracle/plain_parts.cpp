// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/plain_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "common/code_points.h"
#include "common/folding.h"
#include "common/stop_words.h"  // the lists alone
#include "tests/oracle/plain_words.h"

namespace dateline::oracle {
namespace {

/// Typed bare and for no name, so that it is left out if it is too common.
bool is_bare(const TypedQuery& query, bool shouted) {
    if (query.said != Said::word || query.exact || query.required) return false;
    const bool points = query.text.find('.') != std::string::npos;
    return !is_emphatic(query.text) || (shouted && !points);
}

bool is_too_common(const TypedQuery& query, const Manner& manner) {
    return is_bare(query, manner.shouted) &&
           is_stop_word(form_with_hyphens(query.text), manner.language);
}

void add_bare_words(const TypedQuery& query, bool shouted, std::set<std::string>& forms) {
    if (query.said == Said::in_field) return;
    for (const TypedQuery& child : query.children) {
        if (query.said == Said::sequence && is_bare(child, shouted))
            forms.insert(form_with_hyphens(child.text));
        add_bare_words(child, shouted, forms);
    }
    for (const TypedQuery& child : query.excluded) add_bare_words(child, shouted, forms);
}

/// English, or the only language that has the most articles.
std::string commonest(const std::map<std::string, int>& articles) {
    std::string best = "en";
    for (const auto& [language, number] : articles) {
        const auto known = articles.find(best);
        if (known == articles.end() || number > known->second) best = language;
    }
    return best;
}

bool has_small_letter(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (c.kind == CharClass::letter && text.substr(at, c.length) == c.accented) return true;
        at += c.length;
    }
    return false;
}

/// The index keeps no accents, so that such a word is looked for as a phrase is.
bool asks_for_accents(const TypedQuery& query) {
    return query.exact && has_accents(query.text);
}

}  // namespace

bool has_word(const TypedQuery& query) {
    switch (query.said) {
        case Said::value:
        case Said::range:
        case Said::known:
        case Said::in_field:
            return false;
        default:
            return is_leaf(query) || std::ranges::any_of(query.children, has_word);
    }
}

bool may_be_missing(const TypedQuery& query) {
    if (query.required) return false;
    switch (query.said) {
        case Said::word:
            return !asks_for_accents(query);
        case Said::pattern:
            return !query.quoted;
        case Said::fuzzy:
            return true;
        case Said::either:
            return std::ranges::all_of(query.children, may_be_missing);
        default:
            return false;
    }
}

bool is_shouted(const TypedQuery& query) {
    constexpr std::ptrdiff_t few = 4;
    const auto is_word = [](const TypedQuery& child) {
        return child.said == Said::word || child.said == Said::pattern || child.said == Said::fuzzy;
    };
    return std::ranges::count_if(query.children, is_word) >= few &&
           std::ranges::none_of(query.children, [](const TypedQuery& child) {
               return has_small_letter(child.text);
           });
}

Manner manner_of(const PlainArchive& archive, const TypedQuery& query) {
    std::map<std::string, int> articles;
    for (const PlainArticle& each : archive.articles())
        ++articles[each.article.language.empty() ? "en" : each.article.language];
    const std::string main = commonest(articles);
    articles.try_emplace("en", 0);
    Manner manner{is_shouted(query), main};
    std::set<std::string> forms;
    add_bare_words(query, manner.shouted, forms);
    std::pair<int, int> most{1, 0};  // words, articles
    for (const auto& [language, number] : articles) {
        int words = 0;
        int of_main = 0;
        bool sure = false;
        for (const std::string& form : forms) {
            const bool here = is_stop_word(form, language);
            const bool there = is_stop_word(form, main);
            if (here && !there) ++words;
            if (there && !here) ++of_main;
            sure |= !there && stop_word(form, language) == StopWord::own;
        }
        if (!sure || words <= of_main || std::pair(words, number) <= most || words < 2) continue;
        most = {words, number};
        manner.language = language;
    }
    return manner;
}

std::vector<const TypedQuery*> kept(const TypedQuery& sequence, const std::string& field,
                                    const Manner& manner) {
    std::vector<const TypedQuery*> all;
    std::vector<const TypedQuery*> rarer;
    for (const TypedQuery& child : sequence.children) {
        all.push_back(&child);
        if (!field.empty() || !is_too_common(child, manner)) rarer.push_back(&child);
    }
    const bool words =
        std::ranges::any_of(rarer, [](const auto* child) { return has_word(*child); });
    return words ? rarer : all;
}

}  // namespace dateline::oracle
