// SPDX-License-Identifier: GPL-2.0-or-later
// What the resolver and the suggestions ask of an index: its words and values. The tests use a
// plain list.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// A word of the index and in how many articles it is.
struct VocabularyWord {
    std::string form;
    std::uint32_t articles = 0;
};

/// A value of a field, and what else finds articles of it: as other_name_term has them.
struct NamedValue {
    std::string value;
    std::string name;

    auto operator<=>(const NamedValue&) const = default;
};

class WordSource {
public:
    virtual ~WordSource() = default;
    /// The exact forms of free text (field "") or of a field that begin with `prefix`, in byte
    /// order. Of a field with Match::exact these are its values.
    virtual std::vector<VocabularyWord> words(std::string_view field,
                                              std::string_view prefix) const = 0;
    /// The same of the whole values of a field.
    virtual std::vector<VocabularyWord> values(std::string_view field,
                                               std::string_view prefix) const {
        return words(field, prefix);
    }
    virtual std::vector<NamedValue> other_names(std::string_view field) const {
        static_cast<void>(field);
        return {};
    }
    /// In how many articles a value has that name.
    virtual std::uint32_t articles(std::string_view field, const NamedValue& named) const {
        static_cast<void>(field);
        static_cast<void>(named);
        return 0;
    }
    /// The codes of the languages whose stemmers the index was made with.
    virtual std::vector<std::string> languages() const = 0;
    /// How many letters of a word's beginning must be known before words() may be asked for it: a
    /// network does not bring the vocabulary of a large archive.
    virtual std::size_t least_beginning() const { return 0; }
    /// Codes of the articles' languages, and in how many articles each is; those that state none
    /// are English.
    virtual std::vector<VocabularyWord> articles_by_language() const { return {}; }
};

/// The words that a wildcard or fuzzy word stands for at most: the commonest.
inline constexpr std::size_t most_expansions = 64;
/// The values of an exact field that a pattern stands for at most: path:2024/* is a folder.
inline constexpr std::size_t most_values = 2000;

}  // namespace dateline
