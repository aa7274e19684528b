// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/word_forms.h"

#include <algorithm>
#include <utility>

#include "common/ascii.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/folding.h"
#include "common/stop_words.h"
#include "searcher/query/operands.h"
#include "searcher/query/query_error.h"

namespace dateline {
namespace {

constexpr std::size_t most_expanded_words = 16;

Matcher exact_row(const std::vector<std::string>& row, const std::string& field) {
    std::vector<Matcher> children;
    for (const std::string& form : row)
        children.push_back(term_matcher(form, TermForm::exact, field));
    return joined_matcher(MatcherKind::phrase, std::move(children));
}

/// What is left of an address without scheme, www. and path; hosts are known so.
std::string host_in(std::string host) {
    if (const std::size_t scheme = host.find("://"); scheme != std::string::npos)
        host.erase(0, scheme + 3);
    if (host.starts_with("www.")) host.erase(0, 4);
    return host.substr(0, host.find('/'));
}

bool is_address(std::string_view word) {
    return word.starts_with("http://") || word.starts_with("https://");
}

bool is_of_names(const std::string& name) {
    return !name.empty() && field(name).match == Match::names;
}

std::size_t most_of(const std::string& field) {
    return is_of_names(field) ? most_values : most_expansions;
}

/// A row in which one word alone stands for several, as any of the phrases that it makes: these
/// Xapian decides by itself, and filters are decided by nothing else.
Matcher phrases_of(std::vector<Matcher> row) {
    const auto is_nothing = [](const Matcher& m) { return m.kind == MatcherKind::nothing; };
    if (std::ranges::any_of(row, is_nothing)) return {};
    const auto is_several = [](const Matcher& m) { return m.kind == MatcherKind::any; };
    const auto several = std::ranges::find_if(row, is_several);
    if (row.size() < 2 || std::ranges::count_if(row, is_several) != 1)
        return joined_matcher(MatcherKind::phrase, std::move(row));
    std::vector<Matcher> phrases;
    for (const Matcher& word : std::vector<Matcher>(std::move(several->children))) {
        *several = word;
        phrases.push_back(joined_matcher(MatcherKind::phrase, row));
    }
    return joined_matcher(MatcherKind::any, std::move(phrases));
}

bool is_pattern(std::string_view word) {
    return word.find_first_of("*?") != std::string_view::npos;
}

}  // namespace

WordForms::WordForms(const WordSource& words) : stems_(words.languages()), expander_(words) {}

void WordForms::set_language(const std::string& language) {
    language_ = language;
    stems_.set_language(language);
}

void WordForms::count_words(std::size_t words) {
    words_ += words;
    if (words_ > most_query_words)
        throw Error("the query has more than " + std::to_string(most_query_words) + " words",
                    "leave out the words that matter least");
}

void WordForms::count_expansion() {
    if (++expansions_ > most_expanded_words)
        throw Error("the query has more than " + std::to_string(most_expanded_words) +
                        " words with * ? or ~",
                    "write some of them out");
}

std::string WordForms::single_form(std::string_view text) {
    const std::vector<Token>& tokens = tokenizer_.tokens(text);
    if (tokens.size() != 1 || tokens[0].kind != TokenKind::word) return "";
    return std::string(tokens[0].form);
}

Matcher WordForms::word(std::string_view text) {
    const std::string form = single_form(text);
    if (form.empty()) return is_address(text) ? address(text) : compound(with_hyphens(text));
    count_words(1);
    Matcher result = joined_matcher(MatcherKind::any, stems(form));
    result.typed = text;
    return result;
}

std::vector<Matcher> WordForms::stems(std::string_view form) {
    std::vector<Matcher> result;
    for (WordStem& stem : stems_.of(form)) result.push_back(stem_matcher(std::move(stem)));
    return result;
}

/// A web address stands in the text, or is the article's own. Whether it has s, a / at its end or,
/// if none is typed, what trackers put behind a ? makes no difference.
Matcher WordForms::address(std::string_view text) {
    Matcher in_text = compound(text);
    std::string_view rest = text.substr(text.find("://"));
    while (rest.ends_with('/')) rest.remove_suffix(1);
    std::vector<Matcher> children;
    for (const std::string_view scheme : {"http", "https"}) {
        const std::string url = fold_value(std::string(scheme).append(rest));
        for (const std::string& known : expander_.beginning("url", url)) {
            const std::string_view more = std::string_view(known).substr(url.size());
            if (more.empty() || more == "/" || more.starts_with('?') || more.starts_with("/?"))
                children.push_back(term_matcher(known, TermForm::value, "url"));
        }
    }
    if (children.empty()) return in_text;
    children.insert(children.begin(), std::move(in_text));
    Matcher result = joined_matcher(MatcherKind::any, std::move(children));
    result.typed = text;
    return result;
}

/// Parts side by side, or joined by its stems: cease-fire finds cease fire, ceasefires,
/// cease-fires.
Matcher WordForms::compound(std::string_view text) {
    const std::vector<Token>& tokens = tokenizer_.tokens(text);
    const std::vector<std::string> parts = row_of_parts(tokens);
    count_words(parts.size());
    std::vector<Matcher> children;
    children.push_back(exact_row(parts, ""));
    for (const std::vector<std::string>& row : joined_rows(tokens)) {
        children.push_back(row.size() == 1 ? joined_matcher(MatcherKind::any, stems(row[0]))
                                           : exact_row(row, ""));
        if (row.size() == 1) children.back().typed = text;  // one word, whatever its stems
    }
    Matcher result = joined_matcher(MatcherKind::any, std::move(children));
    result.typed = text;
    result.by_parts = true;
    return result;
}

Matcher WordForms::phrase(std::string_view text, const std::string& field) {
    const std::vector<Token>& tokens = tokenizer_.tokens(text);
    const std::vector<std::string> parts = row_of_parts(tokens);
    count_words(parts.size());
    std::vector<Matcher> children;
    children.push_back(exact_row(parts, field));
    for (const std::vector<std::string>& row : joined_rows(tokens))
        children.push_back(exact_row(row, field));
    Matcher result = joined_matcher(MatcherKind::any, std::move(children));
    if (result.kind == MatcherKind::phrase) add_closed_form(result, field);
    result.typed = text;
    return result;
}

/// "well being" finds wellbeing too, if the index has that word. Small words make other words of
/// what was meant ("the rapist"), so they are left alone.
void WordForms::add_closed_form(Matcher& phrase, const std::string& field) {
    constexpr std::size_t shortest_second = 3;
    if (phrase.children.size() != 2) return;
    const std::string& first = phrase.children[0].text;
    const std::string& second = phrase.children[1].text;
    if (is_stop_word(first, language_) || second.size() < shortest_second) return;
    if (std::ranges::any_of(first + second, ascii::is_digit)) return;
    const std::string closed = first + second;
    if (!expander_.exists(field, closed)) return;
    notes_.push_back("\"" + first + " " + second + "\" finds '" + closed + "' too");
    std::vector<Matcher> children;
    children.push_back(std::move(phrase));
    children.push_back(term_matcher(closed, TermForm::exact, field));
    phrase = joined_matcher(MatcherKind::any, std::move(children));
}

Matcher WordForms::pattern(std::string_view text, const std::string& field) {
    std::vector<Matcher> row;
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view piece = text.substr(begin, end - begin);
        begin = end + 1;
        for (const std::string& word : pattern_words(without_punctuation(piece))) {
            count_words(1);
            if (is_pattern(word)) {
                count_expansion();
                row.push_back(expanded(expander_.fitting(field, word, most_of(field)), word,
                                       TermForm::exact, field));
            } else {
                row.push_back(term_matcher(word, TermForm::exact, field));
            }
        }
    }
    Matcher result = is_of_names(field) ? phrases_of(std::move(row))
                                        : joined_matcher(MatcherKind::phrase, std::move(row));
    result.typed = text;
    return result;
}

Matcher WordForms::fuzzy(std::string_view text, std::uint32_t edits, const std::string& field) {
    const std::string form = single_form(text);
    if (form.empty())
        throw Error("'~' goes behind a single word, not behind '" + shown(text) + "'",
                    "leave the ~ out, or write the words apart");
    count_words(1);
    count_expansion();
    std::string typed(text);
    typed += '~';
    return expanded(expander_.similar(field, form, edits), typed, TermForm::exact, field);
}

Matcher WordForms::value(std::string_view text, const std::string& field, WordForm form,
                         std::uint32_t edits) {
    count_words(1);
    const std::string folded = fold_value(text);
    if (form == WordForm::wildcard || form == WordForm::fuzzy) {
        count_expansion();
        const Expansion expansion =
            form == WordForm::wildcard
                ? expander_.fitting(field, folded, most_values, Forms::values)
                : expander_.similar(field, folded, edits, Forms::values);
        return expanded(expansion, text, TermForm::value, field);
    }
    Matcher result = term_matcher(folded, TermForm::value, field);
    result.typed = text;
    return result;
}

/// A value without letters is found as a whole alone.
Matcher WordForms::name_words(std::string_view text, const std::string& field) {
    if (is_pattern(text)) return pattern(text, field);
    Matcher words = phrase(text, field);
    return words.kind == MatcherKind::nothing ? value(text, field, WordForm::exact) : words;
}

/// The whole value of another field that a name is, too, or all those that its pattern fits: hosts.
Matcher WordForms::value_elsewhere(std::string_view text, const std::string& field) {
    const std::string folded = host_in(fold_value(text));
    if (field.empty()) return {};
    if (is_pattern(text)) {
        const Expansion hosts = expander_.fitting(field, folded, most_values, Forms::values);
        return hosts.forms.empty() ? Matcher{} : expanded(hosts, text, TermForm::value, field);
    }
    return expander_.exists(field, folded) ? term_matcher(folded, TermForm::value, field)
                                           : Matcher{};
}

Matcher WordForms::name(std::string_view text, const std::string& name_field) {
    const std::size_t notes = notes_.size();
    std::vector<Matcher> children;
    children.push_back(name_words(text, name_field));
    const std::size_t of_words = notes_.size();
    Matcher elsewhere = value_elsewhere(text, std::string(field(name_field).also_in));
    if (elsewhere.kind == MatcherKind::nothing) return std::move(children[0]);
    if (children[0].kind == MatcherKind::nothing) {  // so a note says that no word fits
        children.clear();
        notes_.erase(notes_.begin() + static_cast<std::ptrdiff_t>(notes),
                     notes_.begin() + static_cast<std::ptrdiff_t>(of_words));
    }
    children.push_back(std::move(elsewhere));
    Matcher result = joined_matcher(MatcherKind::any, std::move(children));
    result.typed = text;
    return result;
}

Matcher WordForms::expanded(const Expansion& expansion, std::string_view typed, TermForm form,
                            const std::string& field) {
    const std::string of = field.empty() ? "" : " of " + field;
    const std::string kind = form == TermForm::value ? "value" : "word";
    if (expansion.forms.empty())
        notes_.push_back("no " + kind + of + " fits '" + shown(typed) + "'");
    if (expansion.found > expansion.forms.size())
        notes_.push_back("'" + shown(typed) + "' stands for the " +
                         std::to_string(expansion.forms.size()) + " commonest of its " +
                         std::to_string(expansion.found) + " " + kind + "s" + of);
    std::vector<Matcher> children;
    for (const std::string& word : expansion.forms)
        children.push_back(term_matcher(word, form, field));
    Matcher result = joined_matcher(MatcherKind::any, std::move(children));
    result.typed = typed;
    return result;
}

}  // namespace dateline
