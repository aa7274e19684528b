// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/asked_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "common/analysis.h"
#include "common/counted.h"
#include "common/fields.h"
#include "common/folding.h"
#include "searcher/advice/similar_words.h"
#include "searcher/query/word_source.h"

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
    if (excluded && matcher.kind == MatcherKind::all) return;  // leaves out less than the name
    const bool except = matcher.kind == MatcherKind::except;
    for (const Matcher& child : matcher.children)
        collect(child, excluded != (except && &child != &matcher.children.front()), names);
}

/// A folded name with its words by their places, and the field of which it may be a whole value.
class Name {
public:
    Name(std::string_view text, std::string_view field) : text_(text), field_(field) {
        const bool whole = text_.starts_with(value_mark);  // a value that no word of it finds
        if (whole) text_.remove_prefix(1);
        if (whole) return;
        for (const Token& token : tokenizer().tokens(text))
            places_[std::string(token.form)].insert(token.position);
    }

    bool holds(const Matcher& matcher) const {
        if (matcher.kind == MatcherKind::term)
            return matcher.form == TermForm::value
                       ? matcher.field == field_ && text_ == matcher.text
                       : places_.contains(matcher.text);
        if (matcher.kind == MatcherKind::any)
            return std::ranges::any_of(matcher.children,
                                       [&](const Matcher& child) { return holds(child); });
        return matcher.kind == MatcherKind::phrase && has_row(matcher.children);
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
        std::set<std::uint32_t> places;
        for (const Matcher& child : word.children) places.merge(places_of(child));
        const auto found = places_.find(word.text);
        if (found != places_.end()) places.insert(found->second.begin(), found->second.end());
        return places;
    }

    std::string_view text_;
    std::string_view field_;
    std::map<std::string, std::set<std::uint32_t>, std::less<>> places_;
};

/// All values and other names of a field.
struct KnownNames {
    std::vector<VocabularyWord> values;
    std::vector<NamedValue> other_names;
};

/// False if the text has none of the matcher's words or values: cheap, and mostly right.
bool may_hold(std::string_view text, const Matcher& matcher) {
    if (matcher.kind == MatcherKind::term) return text.find(matcher.text) != text.npos;
    return std::ranges::any_of(matcher.children,
                               [&](const Matcher& child) { return may_hold(text, child); });
}

/// The commonest first.
std::vector<SimilarWord> meant_values(const AskedName& asked, const KnownNames& known,
                                      const WordSource& words) {
    const Matcher& matcher = *asked.matcher;
    const auto holds = [&](const std::string& name, std::string_view field) {
        return may_hold(name, matcher) && Name(name, field).holds(matcher);
    };
    std::map<std::string, std::uint32_t> meant;
    std::set<std::string> by_own_words;
    for (const VocabularyWord& value : known.values) {
        if (value.articles == 0 || !holds(value.form, asked.field)) continue;
        meant[value.form] = value.articles;
        by_own_words.insert(value.form);
    }
    // Several names of a value stand for the same articles, as a rule.
    for (const NamedValue& other : known.other_names)
        if (!by_own_words.contains(other.value) && holds(other.name, field(asked.field).also_in))
            meant[other.value] = std::max(meant[other.value], words.articles(asked.field, other));
    std::erase_if(meant, [](const auto& value) { return value.second == 0; });
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

/// Whether any archive has an article: the first one mostly does, so they are asked one by one.
bool exists(const Archives& archives, const Xapian::Query& query) {
    return std::ranges::any_of(archives.each(), [&](const Archive& archive) {
        Xapian::Enquire enquire(archive.database);
        enquire.set_query(query);
        enquire.set_weighting_scheme(Xapian::BoolWeight());
        return !enquire.get_mset(0, 1).empty();
    });
}

/// A folded value as its first article has it.
std::string as_written(const Xapian::Database& database, const Field& row,
                       const std::string& folded) {
    const std::string term = value_term(row, folded);
    const auto article = database.postlist_begin(term);
    if (article == database.postlist_end(term)) return folded;
    return database.get_document(*article).get_value(row.slot);
}

/// A pattern that is meant so has no other spelling.
std::vector<SimilarWord> similar_to(const AskedName& asked, const WordSource& words) {
    if (asked.typed.find('*') != std::string::npos) return {};
    return similar_values(words, asked.field, asked.typed);
}

bool is_whole_value(const Matcher& matcher) {
    return matcher.kind == MatcherKind::term && matcher.form == TermForm::value;
}

/// Values that can be told from their articles, and are not too many.
bool is_explained(const Field& row) {
    return row.match == Match::names && row.slot != no_slot && !row.several();
}

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

NamesFound look_up(const std::vector<AskedName>& names, const NamesIndex& index) {
    NamesFound found;
    std::map<std::string, KnownNames> known;  // by field, each read once
    std::set<std::tuple<std::string_view, std::string_view, bool>> told;
    for (const AskedName& asked : names) {
        if (!told.emplace(asked.field, asked.typed, asked.excluded).second) continue;
        const Field& row = field(asked.field);
        if (!exists(index.archives, index.compiler.condition(*asked.matcher))) {
            found.missing.push_back({asked.typed, asked.field, similar_to(asked, index.words)});
        } else if (is_explained(row) && !is_whole_value(*asked.matcher) &&
                   !index.archives.any_remote()) {  // their names are not all here
            const auto [names_of, fresh] = known.try_emplace(asked.field);
            if (fresh)
                names_of->second = {index.words.values(asked.field, ""),
                                    index.words.other_names(asked.field)};
            std::vector<SimilarWord> meant = meant_values(asked, names_of->second, index.words);
            const bool itself = meant.size() == 1 && meant[0].word == fold_value(asked.typed);
            if (meant.empty() || itself) continue;
            for (SimilarWord& value : meant)
                value.word = as_written(index.archives.all(), row, value.word);
            found.notes.push_back(meaning_note(asked, meant));
        }
    }
    return found;
}

}  // namespace dateline
