// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/word_hits.h"

#include <algorithm>

#include "common/fields.h"

namespace dateline {
namespace {

/// The exact forms of a stem that articles have or had: its synonyms and itself.
std::vector<std::string> forms_of(const Xapian::Database& database, const std::string& stem) {
    std::vector<std::string> forms{make_term("", stem)};
    const std::string key = make_term(stem_prefix, stem);
    for (auto form = database.synonyms_begin(key); form != database.synonyms_end(key); ++form)
        forms.push_back(*form);
    return forms;
}

std::uint16_t typed_number(const QueryWord& word, const std::string& form) {
    const auto found = std::ranges::find(word.typed, form, &TypedForm::form);
    if (found == word.typed.end()) return other_form;
    return static_cast<std::uint16_t>(found - word.typed.begin());
}

/// Adds the occurrences of one form. The list of its articles tells cheaply which candidates have
/// it.
void read_form(const Xapian::Database& database, const std::string& form, WordHit hit,
               const std::vector<Xapian::docid>& docids, std::vector<WordHits>& hits) {
    auto article = database.postlist_begin(form);
    const auto end = database.postlist_end(form);
    for (std::size_t i = 0; i < docids.size() && article != end; ++i) {
        article.skip_to(docids[i]);
        if (article == end) return;
        if (*article != docids[i]) continue;
        std::uint32_t left = most_positions;
        const auto last = database.positionlist_end(docids[i], form);
        for (auto at = database.positionlist_begin(docids[i], form); at != last && left > 0;
             ++at, --left) {
            hit.position = *at;
            hits[i].push_back(hit);
        }
    }
}

/// A position that several stems claim (a word in two languages) goes to the first of them.
void put_in_order(WordHits& hits) {
    std::ranges::sort(hits, [](const WordHit& a, const WordHit& b) {
        return std::pair(a.position, a.word) < std::pair(b.position, b.word);
    });
    const auto extra = std::ranges::unique(hits, {}, &WordHit::position);
    hits.erase(extra.begin(), extra.end());
}

}  // namespace

std::vector<WordHits> read_word_hits(const Xapian::Database& database,
                                     const std::vector<QueryWord>& words,
                                     const std::vector<Xapian::docid>& docids) {
    std::vector<WordHits> hits(docids.size());
    for (std::size_t number = 0; number < words.size(); ++number) {
        WordHit hit;
        hit.word = static_cast<std::uint16_t>(number);
        for (const std::string& form : forms_of(database, words[number].stem)) {
            hit.form = typed_number(words[number], form);
            read_form(database, form, hit, docids, hits);
        }
    }
    std::ranges::for_each(hits, put_in_order);
    return hits;
}

}  // namespace dateline
