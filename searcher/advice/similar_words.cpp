// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/similar_words.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "common/analysis.h"
#include "common/ascii.h"
#include "common/code_points.h"
#include "common/fields.h"
#include "common/folding.h"
#include "searcher/query/expand.h"

namespace dateline {
namespace {

constexpr std::size_t shortest_word = 3;  // characters; shorter ones are like everything
constexpr std::size_t shortest_for_two_edits = 5;

/// How many slips a word of so many letters may have.
std::uint32_t likely_edits(std::size_t letters) {
    return letters < shortest_for_two_edits ? 1 : 2;
}

std::u32string letters_of(std::string_view folded) {
    std::u32string letters;
    decode(folded, letters);
    return letters;
}

std::string first_character(std::string_view text) {
    return std::string(text.substr(0, text.empty() ? 0 : character_end(text, 0)));
}

bool swaps_neighbours(std::u32string_view a, std::u32string_view b) {
    if (a.size() != b.size()) return false;
    std::size_t i = 0;
    while (i < a.size() && a[i] == b[i]) ++i;
    return i + 1 < a.size() && a[i] == b[i + 1] && a[i + 1] == b[i] &&
           a.substr(i + 2) == b.substr(i + 2);
}

struct Candidate {
    std::uint32_t edits = 0;
    std::uint32_t articles = 0;
    bool swapped = false;
    bool same_first = false;
    std::string form;
};

class Finder {
public:
    Finder(const WordSource& words, std::string_view word)
        : words_(words), word_(word), letters_(letters_of(word)) {
        most_edits_ = likely_edits(letters_.size());
    }

    std::vector<SimilarWord> find() {
        if (letters_.size() < shortest_word || std::ranges::any_of(word_, ascii::is_digit))
            return {};
        add_all(first_character(word_));
        for (const std::string& beginning : other_beginnings()) add_all(beginning);
        const auto better = [](const Candidate& a, const Candidate& b) {
            return std::tuple(a.edits, b.articles, !a.swapped, !a.same_first,
                              std::string_view(a.form)) < std::tuple(b.edits, a.articles,
                                                                     !b.swapped, !b.same_first,
                                                                     std::string_view(b.form));
        };
        std::ranges::sort(candidates_, better);
        // What is one edit away, and no slip of the archive itself, is what was meant.
        if (!candidates_.empty() && candidates_[0].edits == 1 && candidates_[0].articles > 1)
            std::erase_if(candidates_, [most = candidates_[0].articles](const Candidate& c) {
                return c.edits > 1 || c.articles < most / 50;
            });
        std::vector<SimilarWord> best;
        for (const Candidate& candidate : candidates_) {
            if (best.size() == most_similar) break;
            best.push_back({candidate.form, candidate.articles});
        }
        return best;
    }

private:
    /// Beginnings of three letters that a slip in the first ones would have come from: aldbnia for
    /// albania is found above, hteir, eneral and kpentagon are not.
    std::set<std::string> other_beginnings() const {
        const std::string first = first_character(word_);
        const std::string_view rest = std::string_view(word_).substr(first.size());
        const std::string second = first_character(rest);
        const std::string_view tail = rest.substr(second.size());
        const std::string third = tail.empty() ? "" : first_character(tail);
        std::set<std::string> beginnings;
        beginnings.insert(second + first + third);  // swapped
        beginnings.insert(second + third);          // one too many before
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            beginnings.insert(letter + second + third);  // another one
            beginnings.insert(letter + first + second);  // one lost
        }
        std::erase_if(beginnings, [&](const std::string& b) { return b.starts_with(first); });
        return beginnings;
    }

    void add_all(const std::string& beginning) {
        for (const VocabularyWord& known : words_.words("", beginning)) add(known);
    }

    void add(const VocabularyWord& known) {
        const std::size_t longest = word_.size() + 4 * most_edits_;
        if (known.form == word_ || known.form.size() > longest ||
            known.form.size() + 4 * most_edits_ < word_.size())
            return;
        const std::u32string other = letters_of(known.form);
        const std::uint32_t edits = edits_between(letters_, other, most_edits_);
        if (edits > most_edits_ || known.articles == 0) return;
        candidates_.push_back({edits, known.articles, swaps_neighbours(letters_, other),
                               other.front() == letters_.front(), known.form});
    }

    const WordSource& words_;
    std::string word_;
    std::u32string letters_;
    std::uint32_t most_edits_ = 1;
    std::vector<Candidate> candidates_;
};

std::vector<std::string_view> words_of(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const std::size_t end = std::min(folded.find(' '), folded.size());
        if (end > 0) words.push_back(folded.substr(0, end));
        folded.remove_prefix(std::min(end + 1, folded.size()));
    }
    return words;
}

/// A folded name that was typed, to compare the values of an index with.
class TypedName {
public:
    explicit TypedName(std::string_view folded) : whole_(letters_of(folded)) {
        for (const std::string_view word : words_of(folded))
            words_.push_back({word, letters_of(word)});
    }

    bool resembles(std::string_view value) const {
        if (edits_between(whole_, letters_of(value), likely_edits(whole_.size())) <=
            likely_edits(whole_.size()))
            return true;
        const std::vector<std::string_view> words = words_of(value);
        return !words_.empty() && std::ranges::all_of(words_, [&](const Word& wanted) {
            return std::ranges::any_of(
                words, [&](std::string_view word) { return resembles(wanted, word); });
        });
    }

private:
    struct Word {
        std::string text;
        std::u32string letters;

        Word(std::string_view word, std::u32string decoded)
            : text(word), letters(std::move(decoded)) {}
    };

    static bool resembles(const Word& wanted, std::string_view word) {
        if (word.starts_with(wanted.text)) return true;
        const std::uint32_t edits = likely_edits(wanted.letters.size());
        return wanted.letters.size() >= shortest_word &&
               edits_between(wanted.letters, letters_of(word), edits) <= edits;
    }

    std::u32string whole_;
    std::vector<Word> words_;
};

}  // namespace

std::vector<SimilarWord> similar_words(const WordSource& words, std::string_view word) {
    return Finder(words, fold_value(word)).find();
}

std::vector<SimilarWord> similar_values(const WordSource& words, std::string_view field,
                                        std::string_view value) {
    const TypedName typed(fold_value(value));
    std::vector<SimilarWord> values;
    for (VocabularyWord& known : words.values(field, ""))
        if (known.articles > 0 && typed.resembles(known.form))
            values.push_back({std::move(known.form), known.articles});
    std::ranges::stable_sort(values, std::ranges::greater{}, &SimilarWord::articles);
    values.resize(std::min(values.size(), most_similar));
    return values;
}

}  // namespace dateline
