// SPDX-License-Identifier: GPL-2.0-or-later
// Articles taken apart: every word of every text with its place, and where each distinct word of
// the archive stands, so that a plain reading need not look at every article for every word.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article.h"

namespace dateline::oracle {

using WordId = std::uint32_t;

/// A distinct word of the archive's articles.
struct PlainWord {
    std::string form;                ///< folded
    std::string accented;            ///< the same with its accents
    std::vector<std::string> stems;  ///< in its article's language; none for a single character
    std::string language;            ///< that one
};

/// A word in its text. Several share a position: a compound's parts and the joined compound.
struct Spot {
    WordId word = 0;
    std::uint32_t position = 0;
    std::uint32_t begin = 0;  ///< bytes of the text
    std::uint32_t end = 0;
    std::uint32_t sentence = 0;
    std::uint32_t paragraph = 0;  ///< those without words are not counted
};

enum class TextPart : std::uint8_t { title, summary, body, outlet, author, section, tag };

/// The part that words of a field are looked for in.
TextPart part_of_field(std::string_view field);

struct PlainText {
    TextPart part = TextPart::body;
    std::string text;
    bool free = true;                 ///< words without a field are found in it
    std::uint32_t room = UINT32_MAX;  ///< operators on places see so many of its words
    std::vector<Spot> spots = {};     ///< by position
};

struct PlainArticle {
    Article article;
    std::vector<PlainText> texts;
};

struct WordPlace {
    std::uint32_t article = 0;
    std::uint32_t text = 0;
    std::uint32_t spot = 0;
};

class PlainArchive {
public:
    void add(Article article);

    const std::vector<PlainArticle>& articles() const { return articles_; }
    const std::vector<PlainWord>& words() const { return words_; }
    /// Languages of the articles, without doubles.
    const std::vector<std::string>& languages() const { return languages_; }

    std::vector<WordId> of_form(const std::string& form) const { return look_up(by_form_, form); }
    std::vector<WordId> of_stem(const std::string& stem) const { return look_up(by_stem_, stem); }
    std::vector<WordId> fitting(const std::function<bool(const PlainWord&)>& fits) const;
    const std::vector<WordPlace>& places(WordId word) const { return places_[word]; }

private:
    using Index = std::unordered_map<std::string, std::vector<WordId>>;

    static std::vector<WordId> look_up(const Index& index, const std::string& key);
    void add_text(PlainArticle& article, PlainText text);
    WordId word(PlainWord word, const std::string& language);

    std::vector<PlainArticle> articles_;
    std::vector<PlainWord> words_;
    std::vector<std::vector<WordPlace>> places_;
    std::vector<std::string> languages_;
    std::unordered_map<std::string, WordId> known_;
    Index by_form_;
    Index by_stem_;
};

}  // namespace dateline::oracle
