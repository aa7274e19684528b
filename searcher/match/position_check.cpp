// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/position_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/error.h"
#include "common/fields.h"
#include "searcher/match/evaluation.h"

namespace dateline {
namespace {

std::string term_of(const Matcher& matcher) {
    const std::string_view prefix = matcher.field.empty() ? "" : field(matcher.field).prefix;
    return make_term(prefix, matcher.text);
}

}  // namespace

PositionCheck::PositionCheck(const Archive& archive, const std::vector<std::string>& languages,
                             const Question& question, PositionSpending& spent)
    : archive_(archive),
      database_(archive.database),
      question_(question),
      spent_(spent),
      stem_forms_(database_, languages),
      needs_(needs_of(question)) {
    for (const Part& part : question.parts)
        if (!part.optional) add_words(part.matcher);
    for (const Matcher& matcher : question.excluded) add_words(matcher);
}

void PositionCheck::add_words(const Matcher& matcher) {
    for (const Matcher& child : matcher.children) add_words(child);
    if (matcher.kind != MatcherKind::term || matcher.form == TermForm::value) return;
    const std::uint32_t number = wanted_.add(matcher);
    if (archive_.remote) return;
    words_.resize(wanted_.size());
    Word& word = words_[number];
    if (matcher.form == TermForm::exact) {
        const Field* row = find_field(matcher.field);
        return add_term(word, term_of(matcher), row == nullptr ? 0 : first_position(*row) - 1,
                        every_language);
    }
    for (const StemForm& form : stem_forms_.of(matcher.text))
        add_term(word, form.term, 0, form.languages);
}

void PositionCheck::add_term(Word& word, const std::string& name, std::uint32_t base,
                             LanguageSet languages) {
    const auto [known, fresh] = term_numbers_.emplace(name, terms_.size());
    if (fresh)
        terms_.push_back({name, database_.postlist_begin(name), database_.postlist_end(name), 0});
    const WordTerm term{known->second, base, languages};
    if (std::ranges::find(word, term) == word.end()) word.push_back(term);
}

/// Documents come in order, so the posting lists are walked along with them.
bool PositionCheck::has_term(Term& term, Xapian::docid docid) const {
    if (docid < term.last) term.at = database_.postlist_begin(term.name);
    term.last = docid;
    if (term.at == term.end) return false;
    term.at.skip_to(docid);
    return term.at != term.end && *term.at == docid;
}

std::vector<std::uint32_t> PositionCheck::positions(const std::string& term,
                                                    Xapian::docid docid) const {
    if (++spent_.lists > spent_.limits.lists || spent_.places > spent_.limits.places)
        throw CostlyQuery("the query asks where too many words stand in too many articles",
                          "add a rarer word or a filter, or write words with * or ~ out");
    std::vector<std::uint32_t> found;
    for (auto at = database_.positionlist_begin(docid, term);
         at != database_.positionlist_end(docid, term); ++at)
        found.push_back(*at);
    return found;
}

void PositionCheck::add_places(const Word& word, Xapian::docid docid, LanguageSet language,
                               Occurrences& places) const {
    for (const auto& [number, base, languages] : word) {
        if ((languages & language) == 0) continue;
        Term& term = terms_[number];
        if (!has_term(term, docid)) continue;
        const std::vector<std::uint32_t> found = positions(term.name, docid);
        spent_.places += found.size();
        for (const std::uint32_t position : found)
            places.push_back({.first = base + position, .last = base + position});
        // In the name of an outlet or author alone: there, but nowhere.
        if (found.empty()) places.push_back({.first = nowhere, .last = nowhere});
    }
    put_in_order(places);
}

ArticleWords PositionCheck::words_of(const Xapian::Document& document) const {
    const Xapian::docid docid = document.get_docid();
    ArticleWords words;
    words.language = document.get_value(language_slot);
    const LanguageSet language = stem_forms_.language(words.language);
    words.of_word.resize(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i)
        add_places(words_[i], docid, language, words.of_word[i]);
    if (needs_.sentences) words.sentences = positions(sentences_, docid);
    if (needs_.paragraphs) words.paragraphs = positions(paragraphs_, docid);
    if (words.paragraphs.size() > 2) words.lead_end = words.paragraphs[2];
    for (std::vector<std::uint32_t>* starts : {&words.sentences, &words.paragraphs})
        starts->insert(starts->begin(), {title_position, summary_position});
    return words;
}

bool PositionCheck::by_text(Xapian::docid docid) const {
    if (++spent_.texts > spent_.limits.texts)
        throw CostlyQuery(
            fmt::format("capitals and accents would have to be looked for in more than {} "
                        "articles",
                        spent_.limits.texts),
            "add a rarer word or a filter");
    const Article article = whole_article({archive_, docid});
    return decide(article, find_words(wanted_, article));
}

bool PositionCheck::decide(const Article& article, const ArticleWords& words) const {
    Evaluation evaluation(article, wanted_, words);
    if (title_repeats_body(article)) evaluation.look_in(Evaluation::FreeText::without_title);
    const auto holds = [&](const Matcher& matcher) { return evaluation.holds(matcher); };
    return std::ranges::all_of(
               question_.parts,
               [&](const Part& part) { return part.optional || holds(part.matcher); }) &&
           std::ranges::none_of(question_.excluded, holds);
}

bool PositionCheck::decide(const Xapian::Document& document) const {
    const Xapian::docid docid = document.get_docid();
    if (needs_.text) return by_text(docid);
    const Article article = needs_.fields ? display_of({archive_, docid}) : Article{};
    return decide(article, words_of(document));
}

bool PositionCheck::operator()(const Xapian::Document& document) const {
    return remembered(document.get_docid(), [&] { return decide(document); });
}

bool PositionCheck::holds(Xapian::docid docid) const {
    if (!archive_.remote) return (*this)(database_.get_document(docid, Xapian::DOC_ASSUME_VALID));
    return remembered(docid, [&] { return by_text(docid); });
}

bool PositionCheck::remembered(Xapian::docid docid, const std::function<bool()>& decide) const {
    if (docid >= decided_.size()) {
        const std::size_t size = std::max(docid, database_.get_lastdocid()) + std::size_t{1};
        decided_.resize(size);
        holds_.resize(size);
    }
    if (!decided_[docid]) {
        holds_[docid] = decide();
        decided_[docid] = true;
    }
    return holds_[docid];
}

}  // namespace dateline
