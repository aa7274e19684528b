// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/condition_terms.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <span>
#include <string_view>

#include "common/analysis.h"
#include "common/fields.h"
#include "searcher/match/compile.h"
#include "searcher/query/operators.h"

namespace dateline {
namespace {

using Terms = std::vector<std::string>;

/// The field in which all words of a phrase are, if each article has one value of it at most;
/// nullptr else.
const Field* field_of_name(const Matcher& phrase) {
    if (phrase.children.empty() || !is_plain_phrase(phrase)) return nullptr;
    const Field* row = find_field(phrase.children.front().field);
    return row != nullptr && row->match == Match::names && !row->several() ? row : nullptr;
}

/// Tells of names whether they have certain words in a row.
class WordsInARow {
public:
    explicit WordsInARow(const Matcher& phrase) : words_(phrase.children) {}

    bool are_in(std::string_view name) {
        const std::vector<Token>& tokens = tokenizer_.tokens(name);
        return std::ranges::any_of(tokens, [&](const Token& first) {
            for (std::uint32_t i = 0; i < words_.size(); ++i)
                if (!std::ranges::any_of(tokens, [&](const Token& token) {
                        return token.position == first.position + i && token.form == words_[i].text;
                    }))
                    return false;
            return true;
        });
    }

private:
    std::span<const Matcher> words_;
    Tokenizer tokenizer_;
};

/// Adds the terms of an archive's values, or of their other names, that have the words; the index
/// has the words of names as they are folded, too. False if they are too many, or cut.
bool add_names(const Archive& archive, const std::string& prefix, WordsInARow& words,
               std::size_t most, std::set<std::string>& terms) {
    constexpr std::size_t longest = 200;
    std::size_t number = 0;
    const auto end = archive.database.allterms_end(prefix);
    for (auto at = archive.database.allterms_begin(prefix); at != end; ++at) {
        const std::string term = *at;
        if (++number > most || term.size() > longest) return false;
        const std::size_t tab = term.find('\t');  // behind the value stands its other name
        const std::string_view name =
            std::string_view(term).substr(tab == std::string::npos ? prefix.size() : tab + 1);
        const bool of_host = tab != std::string::npos && name.starts_with(value_mark);
        if (!of_host && words.are_in(name)) terms.insert(term);
    }
    return true;
}

/// The terms of the names that have the words in a row.
std::optional<Terms> names_with(const Archives& archives, const Field& row, const Matcher& phrase,
                                const NameLimits& limits) {
    if (archives.any_remote()) return std::nullopt;  // all names would come here
    for (const Matcher& word : phrase.children)
        if (archives.articles_with(term_name(word)) < limits.least_articles) return std::nullopt;
    WordsInARow words(phrase);
    std::set<std::string> terms;
    for (const Archive& archive : archives.each())
        for (const char mark : {value_mark, other_name_mark})
            if (!add_names(archive, std::string(row.prefix) + mark, words, limits.most_names,
                           terms))
                return std::nullopt;
    return Terms(terms.begin(), terms.end());
}

}  // namespace

std::optional<Terms> condition_terms(const Archives& archives, const Matcher& matcher,
                                     const NameLimits& limits) {
    if (matcher.kind == MatcherKind::term) {
        const Field* row = find_field(matcher.field);
        if (row == nullptr || row->of_archive) return std::nullopt;
        return Terms{term_name(matcher)};
    }
    if (matcher.kind == MatcherKind::phrase) {
        const Field* row = field_of_name(matcher);
        return row == nullptr ? std::nullopt : names_with(archives, *row, matcher, limits);
    }
    if (matcher.kind != MatcherKind::any) return std::nullopt;
    Terms terms;
    for (const Matcher& child : matcher.children) {
        const std::optional<Terms> own = condition_terms(archives, child, limits);
        if (!own) return std::nullopt;
        terms.insert(terms.end(), own->begin(), own->end());
    }
    return terms;
}

}  // namespace dateline
