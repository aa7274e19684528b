// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/asked_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/analysis.h"
#include "common/fields.h"
#include "searcher/counted.h"

namespace dateline {
namespace {

constexpr std::size_t most_named = 5;  // values in a note

/// The field of the first term; "" if there is none or it is of free text.
std::string field_of(const Matcher& matcher) {
    if (matcher.kind == MatcherKind::term) return matcher.field;
    return matcher.children.empty() ? "" : field_of(matcher.children.front());
}

bool is_name(const Matcher& matcher) {
    if (matcher.typed.empty()) return false;
    const Field* row = find_field(field_of(matcher));
    return row != nullptr && (row->match == Match::names || row->match == Match::exact);
}

void collect(const Matcher& matcher, bool excluded, std::vector<AskedName>& names) {
    if (is_name(matcher)) {
        names.push_back({matcher.typed, field_of(matcher), &matcher, excluded});
        return;
    }
    const bool except = matcher.kind == MatcherKind::except;
    for (const Matcher& child : matcher.children)
        collect(child, excluded != (except && &child != &matcher.children.front()), names);
}

/// A folded name, and its words by their places. One that is no value is none of the whole values
/// that may be asked for.
class Name {
public:
    Name(std::string_view text, bool is_value) : text_(text), is_value_(is_value) {
        for (const Token& token : tokenizer().tokens(text))
            places_[std::string(token.form)].insert(token.position);
    }

    bool holds(const Matcher& matcher) const {
        switch (matcher.kind) {
            case MatcherKind::term:
                return matcher.form == TermForm::value ? is_value_ && text_ == matcher.text
                                                       : places_.contains(matcher.text);
            case MatcherKind::any:
                return std::ranges::any_of(matcher.children,
                                           [&](const Matcher& child) { return holds(child); });
            case MatcherKind::phrase:
                return has_row(matcher.children);
            default:
                return false;
        }
    }

private:
    static Tokenizer& tokenizer() {
        thread_local Tokenizer own;
        return own;
    }

    bool has_row(const std::vector<Matcher>& row) const {
        std::set<std::uint32_t> begins = places_of(row.front());
        for (std::uint32_t i = 1; i < row.size(); ++i) {
            const std::set<std::uint32_t> next = places_of(row[i]);
            std::erase_if(begins, [&](std::uint32_t place) { return !next.contains(place + i); });
        }
        return !begins.empty();
    }

    std::set<std::uint32_t> places_of(const Matcher& word) const {
        const auto found = places_.find(word.text);
        return found == places_.end() ? std::set<std::uint32_t>{} : found->second;
    }

    std::string_view text_;
    bool is_value_;
    std::map<std::string, std::set<std::uint32_t>, std::less<>> places_;
};

}  // namespace

std::vector<AskedName> asked_names(const std::vector<ReadFilter>& filters,
                                   const Question& question) {
    std::vector<AskedName> names;
    for (const ReadFilter& filter : filters)
        for (std::size_t i = 0; i < filter.values.size(); ++i)
            if (filter.values[i].kind != MatcherKind::nothing)
                names.push_back(
                    {filter.typed.values[i], filter.typed.field, &filter.values[i], false});
    for (const Part& part : question.parts) collect(part.matcher, false, names);
    for (const Matcher& matcher : question.excluded) collect(matcher, true, names);
    return names;
}

bool is_in_other_field(const AskedName& asked) {
    return std::ranges::any_of(asked.matcher->children, [&](const Matcher& child) {
        return child.kind == MatcherKind::term && child.field != asked.field;
    });
}

std::vector<SimilarWord> meant_values(const AskedName& asked, const WordSource& words) {
    const auto is_other_name = [&](const std::string& name) {
        return Name(name, false).holds(*asked.matcher);
    };
    std::map<std::string, std::uint32_t> meant;
    std::set<std::string> by_own_words;
    for (const VocabularyWord& known : words.values(asked.field, "")) {
        if (known.articles == 0 || !Name(known.form, true).holds(*asked.matcher)) continue;
        meant[known.form] = known.articles;
        by_own_words.insert(known.form);
    }
    // A value may have other names in other articles, as at another host.
    for (const NamedValue& known : words.other_names(asked.field))
        if (known.articles > 0 && !by_own_words.contains(known.value) &&
            std::ranges::any_of(known.names, is_other_name))
            meant[known.value] += known.articles;
    std::vector<SimilarWord> values;
    for (const auto& [value, articles] : meant) values.push_back({value, articles});
    std::ranges::stable_sort(values, std::ranges::greater{}, &SimilarWord::articles);
    return values;
}

std::string meaning_note(const AskedName& asked, const std::vector<SimilarWord>& meant) {
    std::string note = asked.excluded
                           ? fmt::format("left out with {} '{}': ", asked.field, asked.typed)
                           : fmt::format("{} '{}' means ", asked.field, asked.typed);
    for (std::size_t i = 0; i < meant.size() && i < most_named; ++i) {
        if (i > 0) note += ", ";
        note += i == 0 ? fmt::format("{} ({} in all)", meant[i].word,
                                     counted(meant[i].articles, "article", "articles"))
                       : fmt::format("{} ({})", meant[i].word, grouped(meant[i].articles));
    }
    if (meant.size() > most_named)
        note += fmt::format(" and {} more", grouped(meant.size() - most_named));
    return note;
}

}  // namespace dateline
