// SPDX-License-Identifier: GPL-2.0-or-later
// The leaves of a query, words and phrases, -> what each of them asks of the index.
#pragma once

#include <string>
#include <vector>

#include "searcher/query/matcher.h"
#include "searcher/query/tree.h"
#include "searcher/query/word_forms.h"

namespace dateline {

class LeafResolver {
public:
    /// `shouted`: all of the query is in capitals, so that they tell no names.
    LeafResolver(const WordSource& words, bool shouted) : forms_(words), shouted_(shouted) {}

    /// A word or a phrase, free or of a field. Throws Error for what cannot be matched.
    Matcher resolve(const Node& node);

    /// caps(…)
    Matcher capitals(const Node& node);

    /// The folded form of a word that is left out if it is too common: one without field or sign
    /// that is not written as a name. "" for all else.
    std::string bare_form(const Node& node);

    /// The language whose stop words are left out; English unless set.
    void set_language(const std::string& language);

    /// True for a stop word of that language that may be left out.
    bool is_left_out(const Node& node);

    /// Capitals that the index does not keep.
    const std::vector<std::string>& notes() const { return notes_; }
    /// What was cut or found nothing.
    std::vector<std::string> take_notes_of_forms() { return forms_.take_notes(); }

private:
    bool is_name(const std::string& text) const;
    Matcher value(const Node& node);
    Matcher name(const Node& node);
    Matcher phrase(const Node& node);
    Matcher exact(const Node& node);
    void note_capitals(const Node& node);

    WordForms forms_;
    bool shouted_;
    std::string language_ = "en";
    std::vector<std::string> notes_;
};

}  // namespace dateline
