// SPDX-License-Identifier: GPL-2.0-or-later
// What a question means, said as plainly as possible: every word of the article is looked at, every
// pair and every row of words is tried. Slow and obviously right, to compare the fast code with.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "searcher/query/matcher.h"

namespace dateline {

/// One article, taken apart into words. The article must outlive it.
class BruteForce {
public:
    enum class Text { title, summary, body, outlet, authors, outlet_names, section, tags };

    explicit BruteForce(const Article& article);

    /// All parts of the question hold and nothing excluded does.
    bool fulfils(const Question& question) const;

    /// The bytes of a text that may be lit, as increasing spans that do not touch.
    std::vector<Span> evidence(const Question& question, Text text) const;

private:
    struct Word {
        std::string form;
        std::set<std::string> stems;
        Text text;
        Span bytes;
        long place = 0;  ///< number of the word, as in the index; no two texts share one
        long sentence = 0;
        long paragraph = 0;
        bool placed = true;  ///< false where the index keeps no position
    };

    /// Words first..last that fulfil a matcher, and what is lit then.
    struct Place {
        long first = 0;
        long last = 0;
        std::set<std::pair<Text, std::pair<std::uint32_t, std::uint32_t>>> lit;

        auto operator<=>(const Place&) const = default;
    };
    using Places = std::set<Place>;

    struct Answer {
        bool holds = false;
        Places places;
    };

    /// Which texts words without a field are looked for in.
    enum class Free { all, but_title, title };

    std::string add_names(Text text, const std::vector<std::string>& names);
    void add(Text text, const std::string& value, long place, long end_of_places,
             std::uint32_t offset);
    Answer answer(const Matcher& matcher, Free free, bool inside) const;
    Answer combination(const Matcher& matcher, Free free, bool inside) const;
    Answer term(const Matcher& matcher, Free free, bool inside) const;
    Answer value(const Matcher& matcher) const;
    Places phrase(const Matcher& matcher, Free free) const;
    Places pair(const Matcher& matcher, Free free) const;
    bool is_pair(const Matcher& matcher, const Place& left, const Place& right) const;
    bool in_one_block(const Place& left, const Place& right, long Word::*block) const;
    Places selected(const Matcher& matcher, Free free, bool inside) const;
    bool is_selected(const Matcher& matcher, const Place& place) const;
    bool in_capitals(const Place& place) const;
    bool has_accents(const Matcher& matcher, const Place& place) const;
    bool in_range(const Matcher& matcher) const;
    const Word& word_at(long place) const;
    std::string text_of(Text text) const;

    const Article& article_;
    std::vector<Word> words_;
    std::map<long, std::size_t> at_place_;
    std::string authors_;
};

}  // namespace dateline
