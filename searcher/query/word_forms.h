// SPDX-License-Identifier: GPL-2.0-or-later
// Typed words -> what of them is in the index: stems, exact forms, compounds as parts and joined,
// Chinese, Japanese and Korean text as bigrams.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analysis.h"
#include "searcher/query/compounds.h"
#include "searcher/query/expand.h"
#include "searcher/query/matcher.h"
#include "searcher/query/word_source.h"
#include "searcher/query/word_stems.h"

namespace dateline {

class WordForms {
public:
    explicit WordForms(const WordSource& words);

    /// The one folded word that `text` is; "" if it is a compound, several words or none.
    std::string single_form(std::string_view text);

    /// The folded word that `text` is, of a compound its parts with hyphens (est-ce); "" if it is
    /// none.
    std::string hyphenated_form(std::string_view text) {
        return hyphenated(tokenizer_.tokens(text));
    }

    /// The language of the question, whose stems count in all articles and whose stop words begin
    /// no compound; English unless set.
    void set_language(const std::string& language);

    /// A word by its stems; a compound by its exact parts, or by the stems of its joined form.
    Matcher word(std::string_view text);

    /// The exact words one behind the other. `field` is "" or a field of words.
    Matcher phrase(std::string_view text, const std::string& field);

    /// A word with wildcards, or a phrase in which some have.
    Matcher pattern(std::string_view text, const std::string& field);

    /// The words at most `edits` letters away.
    Matcher fuzzy(std::string_view text, std::uint32_t edits, const std::string& field);

    /// A whole value of a field, * being a wildcard.
    Matcher value(std::string_view text, const std::string& field, WordForm form,
                  std::uint32_t edits = 0);

    /// A name in a field with Match::names: its words, * being a wildcard in one of them, or the
    /// whole value of the field that `also_in` names.
    Matcher name(std::string_view text, const std::string& field);

    /// What was cut or found nothing, for the user.
    std::vector<std::string> take_notes() { return std::move(notes_); }

private:
    Matcher expanded(const Expansion& expansion, std::string_view typed, TermForm form,
                     const std::string& field);
    std::vector<Matcher> stems(std::string_view form);
    Matcher address(std::string_view text);
    Matcher compound(std::string_view text);
    void count_expansion();
    void count_words(std::size_t words);
    void add_closed_form(Matcher& phrase, const std::string& field);
    Matcher name_words(std::string_view text, const std::string& field);
    Matcher value_elsewhere(std::string_view text, const std::string& field);

    Tokenizer tokenizer_;
    WordStems stems_;
    std::string language_ = "en";
    Expander expander_;
    std::size_t words_ = 0;
    std::size_t expansions_ = 0;
    std::vector<std::string> notes_;
};

}  // namespace dateline
