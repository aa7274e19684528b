// SPDX-License-Identifier: GPL-2.0-or-later
// What one text changed of another, as plain values: by paragraph, in them by word, and first of
// all the names and numbers. Words count, not how they are typed: case, accents, marks and spacing
// are no change, nor is a paragraph that was cut in two.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/span.h"

namespace dateline {

enum class PartKind : std::uint8_t { kept, added, dropped };
std::string_view name_of(PartKind kind);

/// A stretch of words that was kept, added or dropped.
struct ChangePart {
    PartKind kind = PartKind::kept;
    Span first;   ///< bytes of the first text; empty at its place if it has nothing of it
    Span second;  ///< bytes of the second text, likewise

    bool operator==(const ChangePart&) const = default;
};

enum class ParagraphKind : std::uint8_t { same, changed, moved, added, dropped };
inline constexpr std::size_t paragraph_kinds = 5;
std::string_view name_of(ParagraphKind kind);

/// A paragraph of the second text, or one of the first that was dropped.
struct ParagraphChange {
    ParagraphKind kind = ParagraphKind::same;
    Span first;   ///< from the beginning of its parts to their end; empty if nothing was there
    Span second;  ///< all of it; empty if it was dropped
    /// Increasing in both texts; in the second without gaps. A moved one may have changes, too.
    std::vector<ChangePart> parts;

    bool operator==(const ParagraphChange&) const = default;
};

/// A name or number as typed in both texts, or in one of them alone.
struct ChangedValue {
    std::string first;   ///< "" if only the second text has it
    std::string second;  ///< "" if only the first text has it

    bool operator==(const ChangedValue&) const = default;
};

struct ChangeCounts {
    std::uint32_t paragraphs[paragraph_kinds] = {};  ///< by kind
    std::uint32_t words_of_first = 0;
    std::uint32_t words_of_second = 0;
    std::uint32_t kept = 0;  ///< words; in moved paragraphs, too
    std::uint32_t added = 0;
    std::uint32_t dropped = 0;

    std::uint32_t of(ParagraphKind kind) const {
        return paragraphs[static_cast<std::size_t>(kind)];
    }
    bool operator==(const ChangeCounts&) const = default;
};

struct TextChanges {
    std::vector<ParagraphChange> paragraphs;  ///< in order of the second text, a dropped one where
                                              ///< it would be; without those that have no words
    std::vector<ChangedValue> numbers;        ///< replaced ones first, then in order of the texts
    std::vector<ChangedValue> names;
    ChangeCounts counts;

    bool operator==(const TextChanges&) const = default;
};

/// What the second text changed of the first. Both may be any bytes of less than 4 GiB; what is not
/// UTF-8 separates words. Time and memory grow with the sizes alone, whatever is in the texts
/// (word_diff.h); `steps` is raised by the steps that were counted.
TextChanges changes_between(std::string_view first, std::string_view second,
                            std::uint64_t* steps = nullptr);

/// The same of two headlines, or whatever else is one paragraph: the parts alone.
std::vector<ChangePart> word_changes(std::string_view first, std::string_view second);

/// How an article is called where it is compared.
struct ArticleVersion {
    std::string outlet;  ///< all as shown: "" if unknown
    std::string title;
    std::string day;
    std::string id;
    std::string body;
};

/// Two articles and what the second changed of the first, ready to be rendered.
struct ChangesShown {
    ArticleVersion first;
    ArticleVersion second;
    std::vector<ChangePart> title;  ///< word_changes() of the titles
    TextChanges text;               ///< changes_between() the bodies
};

/// Compares two articles.
ChangesShown compare_articles(ArticleVersion first, ArticleVersion second);

}  // namespace dateline
