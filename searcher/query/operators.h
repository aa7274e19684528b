// SPDX-License-Identifier: GPL-2.0-or-later
// The one table of operators: what each asks of an article, in one row. The parser's nodes, the
// explanation, the manual, the compiler, the check of positions and the passages read it; how each
// is spelt here and elsewhere is in spellings.h, how it is evaluated in match/evaluation.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "searcher/query/matcher.h"

namespace dateline {

/// What must be known of an article, beside which words it has, to decide a matcher.
struct Needs {
    bool positions = false;
    bool sentences = false;   ///< where they begin
    bool paragraphs = false;  ///< the same
    bool text = false;        ///< itself: the index keeps neither capitals nor accents
    bool fields = false;      ///< as they are stored

    bool operator==(const Needs&) const = default;
};

/// What Xapian, which knows the words of articles, proposes for an operator: never too little.
enum class Candidates {
    term,
    phrase,  ///< just the right ones if it is plain
    all,     ///< the articles with all children
    any,
    except,  ///< those with the first child alone
    first,   ///< those with the first child, whatever else they have
    range,
    stated,
    everything,
    nothing,
};

/// What becomes of it inside lead: and its kin, which ask for a part of the article.
enum class Inside {
    each,   ///< its children are asked for there, each for itself
    whole,  ///< it is, as a whole
    never,  ///< an Error
    place,  ///< asks for such a part itself; inside another it is an Error
    other,  ///< resolve.cpp says
};

/// What a place that fulfils the operator counts where sentences are chosen; a word counts 1.
enum class Weighing { none, word, first, most, sum };

/// One row of the table.
struct Operator {
    MatcherKind kind = MatcherKind::nothing;
    std::string_view name;         ///< in the question's line: "same-sentence"
    std::optional<NodeKind> node;  ///< what it is made from; none: of words or nothing
    std::string_view typed = "";   ///< in messages: "not w/n"; N is its number
    std::string_view call = "";    ///< its name where it has one: "atleast", "lead"
    std::string_view signs = "";   ///< which may stand behind the name, `:` and `(`
    std::uint32_t most = 0;        ///< the largest number between the two; 0: there is none
    Inside inside = Inside::other;
    bool measurable = false;  ///< distances to it can be measured, if they can to its children
    /// In the question's tree, with {number}, {text} and {typed}; what ends in a colon has the
    /// children below it. "" where it takes more than words (describe.cpp).
    std::string_view words = "";
    Needs needs = {};
    Candidates candidates = Candidates::all;
    Weighing weight = Weighing::first;
    double bonus = 0;       ///< added to the sum of the children's weights
    bool excludes = false;  ///< what stands in the children behind the first must not be there
    std::string_view example = "";  ///< in the manual, with what it means
    std::string_view help = "";
};

/// All, by kind.
std::span<const Operator> operators();

const Operator& operator_of(MatcherKind kind);

/// The operator that a node becomes; nullptr for rows of words and what is negated, which only
/// their place gives a meaning.
const Operator* operator_of(NodeKind kind);

/// A phrase that Xapian decides: its own takes plain terms only.
bool is_plain_phrase(const Matcher& phrase);

/// The children that may match: what must not be there is no word that an article has.
std::span<const Matcher> wanted_children(const Matcher& matcher);

/// What must be known to decide the matcher or one inside it.
Needs needs_of(const Matcher& matcher);
/// The same for all parts of a question and all that it excludes.
Needs needs_of(const Question& question);

/// Whether the places of words decide what matches: phrases, proximity and the like. A compound
/// that was typed as one word does not count.
bool asks_for_places(const Question& question);

}  // namespace dateline
