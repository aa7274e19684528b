// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/ranking/text_hits.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "searcher/match/article_words.h"

namespace dateline {
namespace {

/// A wanted word of the text, and what it is to the query.
struct Sought {
    std::uint32_t number = 0;  ///< in WantedWords
    WordHit hit;
    const WordStem* stem = nullptr;  ///< nullptr: a form as it was typed
};

Matcher term(TermForm form, std::string text, std::vector<std::string> languages = {}) {
    Matcher made;
    made.kind = MatcherKind::term;
    made.form = form;
    made.text = std::move(text);
    made.languages = std::move(languages);
    return made;
}

class HitFinder {
public:
    explicit HitFinder(const std::vector<QueryWord>& words) {
        for (std::size_t number = 0; number < words.size(); ++number) {
            const QueryWord& word = words[number];
            WordHit hit;
            hit.word = static_cast<std::uint16_t>(number);
            for (const WordStem& stem : word.stems)
                add(term(TermForm::stem, stem.text, stem.languages), hit, &stem);
            for (std::size_t form = 0; form < word.typed.size(); ++form) {
                hit.form = static_cast<std::uint16_t>(form);
                add(term(TermForm::exact, word.typed[form].form), hit, nullptr);
            }
        }
        for (const auto& [matcher, hit, stem] : terms_)
            sought_.push_back({wanted_.add(matcher), hit, stem});
    }

    WordHits in(const Article& article) const {
        const ArticleWords found = find_words(wanted_, article);
        // Such a title is no text of its own, and has no places in the index.
        const std::uint32_t first = title_repeats_body(article) ? summary_position : 0;
        WordHits hits;
        for (const Sought& sought : sought_) {
            if (sought.stem != nullptr && !sought.stem->languages.empty() &&
                !counts_in(sought.stem->languages, article.language))
                continue;
            std::uint32_t left = most_positions;
            for (const Occurrence& place : found.of_word[sought.number]) {
                if (place.first < first || place.first >= unplaced) continue;
                if (left-- == 0) break;
                WordHit hit = sought.hit;
                hit.position = place.first;
                hits.push_back(hit);
            }
        }
        put_in_order(hits);
        return hits;
    }

private:
    struct Term {
        Matcher matcher;
        WordHit hit;
        const WordStem* stem;
    };

    void add(Matcher matcher, WordHit hit, const WordStem* stem) {
        terms_.push_back({std::move(matcher), hit, stem});
    }

    std::deque<Term> terms_;  ///< their texts stay where they are
    WantedWords wanted_;
    std::vector<Sought> sought_;
};

}  // namespace

std::vector<WordHits> hits_in_texts(const Archive& archive, const std::vector<QueryWord>& words,
                                    const std::vector<Xapian::docid>& docids) {
    const HitFinder finder(words);
    std::vector<WordHits> hits;
    for (const Xapian::docid docid : docids)
        hits.push_back(finder.in(whole_article({archive, docid})));
    return hits;
}

}  // namespace dateline
