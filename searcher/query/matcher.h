// SPDX-License-Identifier: GPL-2.0-or-later
// The query as it is matched: words folded and stemmed, compounds and wildcards spelt out, stop
// words left out. One value from which (a) Xapian's query is compiled (compile.h), (b) --explain is
// printed and (c) the passage finder lights exactly what matched (searcher/passages/passages.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/tree.h"
#include "searcher/query/word_stems.h"

namespace dateline {

enum class TermForm {
    stem,   ///< `text` is a stem: any word with that stem
    exact,  ///< `text` is a folded form: that form alone (joined compounds and bigrams included)
    value,  ///< `text` is a folded whole value of a field with Match::exact or Match::names
};

struct Matcher {
    MatcherKind kind = MatcherKind::nothing;
    std::string text;
    TermForm form = TermForm::stem;
    std::string field;                   ///< "" free text; else a name in the table of fields
    std::vector<std::string> languages;  ///< of a stem, as WordStem has them
    std::uint32_t number = 0;
    DateRange days;
    std::uint64_t low = 0;
    std::uint64_t high = UINT64_MAX;
    std::string typed;      ///< the word as the user typed it, for messages
    bool by_parts = false;  ///< a compound: an article may have its single words alone
    std::vector<Matcher> children;

    bool operator==(const Matcher&) const = default;
};

/// One part of the query's top level, and whether articles of the list may lack it.
struct Part {
    Matcher matcher;
    bool optional = false;
    std::uint32_t place = 0;  ///< in the row of words as typed, stop words counted

    bool operator==(const Part&) const = default;
};

/// A word in the row of the question's words, which are numbered.
struct PlacedWord {
    std::uint16_t word = 0;
    std::uint32_t place = 0;  ///< as Part::place
};

/// What is asked: all of `parts`, or those that are not optional and at least one word; never
/// `excluded`.
struct Question {
    std::vector<Part> parts;
    std::vector<Matcher> excluded;
    std::string language = "en";          ///< in which it is read
    std::vector<std::string> stop_words;  ///< left out, as typed
    std::vector<std::string> notes;       ///< "surveil* stands for 64 of its 80 words"

    bool operator==(const Question&) const = default;
};

Matcher term_matcher(std::string text, TermForm form, const std::string& field);

Matcher stem_matcher(WordStem stem);

Matcher parent_matcher(MatcherKind kind, std::vector<Matcher> children, std::uint32_t number = 0);

/// The only child itself, or `nothing` where there is none.
Matcher joined_matcher(MatcherKind kind, std::vector<Matcher> children);

}  // namespace dateline
