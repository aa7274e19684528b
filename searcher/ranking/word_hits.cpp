// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/word_hits.h"

#include <algorithm>
#include <tuple>

#include "common/fields.h"
#include "searcher/match/stem_forms.h"
#include "searcher/match/values_of.h"
#include "searcher/ranking/text_hits.h"

namespace dateline {
namespace {

/// The languages of the articles, in the order of their docids.
std::vector<LanguageSet> languages_of(const Xapian::Database& database, const StemForms& forms,
                                      const std::vector<Xapian::docid>& docids) {
    if (!forms.several_languages()) return std::vector<LanguageSet>(docids.size(), every_language);
    std::vector<LanguageSet> languages;
    for (const std::string& code : values_of(database, language_slot, docids))
        languages.push_back(forms.language(code));
    return languages;
}

std::uint16_t typed_number(const QueryWord& word, const std::string& form) {
    const auto found = std::ranges::find(word.typed, form, &TypedForm::form);
    if (found == word.typed.end()) return other_form;
    return static_cast<std::uint16_t>(found - word.typed.begin());
}

/// The articles that may get hits.
struct Candidates {
    const std::vector<Xapian::docid>& docids;
    std::vector<LanguageSet> languages;  ///< of each
};

/// Adds the occurrences of one form. The list of its articles tells cheaply which candidates have
/// it.
void read_form(const Xapian::Database& database, const StemForm& form, WordHit hit,
               const Candidates& candidates, std::vector<WordHits>& hits) {
    const std::vector<Xapian::docid>& docids = candidates.docids;
    auto article = database.postlist_begin(form.term);
    const auto end = database.postlist_end(form.term);
    for (std::size_t i = 0; i < docids.size() && article != end; ++i) {
        if ((candidates.languages[i] & form.languages) == 0) continue;
        article.skip_to(docids[i]);
        if (article == end) return;
        if (*article != docids[i]) continue;
        std::uint32_t left = most_positions;
        const auto last = database.positionlist_end(docids[i], form.term);
        for (auto at = database.positionlist_begin(docids[i], form.term); at != last && left > 0;
             ++at, --left) {
            hit.position = *at;
            hits[i].push_back(hit);
        }
    }
}

/// The languages in whose articles a stem counts.
LanguageSet languages_of(const WordStem& stem, const StemForms& forms) {
    if (stem.languages.empty()) return every_language;
    LanguageSet languages = 0;
    for (const std::string& code : stem.languages) languages |= forms.language(code);
    return languages;
}

/// The forms of a word by any of its stems.
std::vector<StemForm> forms_of(const QueryWord& word, StemForms& forms, LanguageSet among) {
    std::vector<StemForm> found;
    for (const WordStem& stem : word.stems) {
        const LanguageSet counted = among & languages_of(stem, forms);
        if (counted == 0) continue;
        for (StemForm& form : forms.of(stem.text, counted)) {
            form.languages &= counted;
            const auto known = std::ranges::find(found, form.term, &StemForm::term);
            if (known == found.end())
                found.push_back(std::move(form));
            else
                known->languages |= form.languages;
        }
    }
    return found;
}

}  // namespace

void put_in_order(WordHits& hits) {
    std::ranges::sort(hits, [](const WordHit& a, const WordHit& b) {
        return std::tuple(a.position, a.word, a.form) < std::tuple(b.position, b.word, b.form);
    });
    const auto extra = std::ranges::unique(hits, {}, &WordHit::position);
    hits.erase(extra.begin(), extra.end());
}

std::vector<WordHits> read_word_hits(const Xapian::Database& database,
                                     const std::vector<std::string>& languages,
                                     const std::vector<QueryWord>& words,
                                     const std::vector<Xapian::docid>& docids) {
    StemForms forms(database, languages);
    const Candidates candidates{docids, languages_of(database, forms, docids)};
    LanguageSet among = 0;
    for (const LanguageSet language : candidates.languages) among |= language;
    std::vector<WordHits> hits(docids.size());
    for (std::size_t number = 0; number < words.size(); ++number) {
        WordHit hit;
        hit.word = static_cast<std::uint16_t>(number);
        for (const StemForm& form : forms_of(words[number], forms, among)) {
            hit.form = typed_number(words[number], form.term);
            read_form(database, form, hit, candidates, hits);
        }
    }
    std::ranges::for_each(hits, put_in_order);
    return hits;
}

std::vector<WordHits> read_word_hits(const Archives& archives,
                                     const std::vector<std::string>& languages,
                                     const std::vector<QueryWord>& words,
                                     const std::vector<Xapian::docid>& docids) {
    if (!archives.any_remote()) return read_word_hits(archives.all(), languages, words, docids);
    archives.expect_documents(docids);
    archives.expect_texts(docids);
    std::vector<std::vector<Xapian::docid>> own(archives.each().size());
    std::vector<std::vector<std::size_t>> places(own.size());
    for (std::size_t i = 0; i < docids.size(); ++i) {
        const std::size_t archive = (docids[i] - 1) % own.size();
        own[archive].push_back(archives.at(docids[i]).docid);
        places[archive].push_back(i);
    }
    std::vector<WordHits> hits(docids.size());
    for (std::size_t archive = 0; archive < own.size(); ++archive) {
        const Archive& asked = archives.each()[archive];
        std::vector<WordHits> found =
            asked.remote ? hits_in_texts(asked, words, own[archive])
                         : read_word_hits(asked.database, languages, words, own[archive]);
        for (std::size_t i = 0; i < found.size(); ++i)
            hits[places[archive][i]] = std::move(found[i]);
    }
    return hits;
}

}  // namespace dateline
