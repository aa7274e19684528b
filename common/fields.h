// SPDX-License-Identifier: GPL-2.0-or-later
// The one table of fields. A row says everything about a field: it drives indexing, stored data,
// query prefixes, filters, counts, JSON keys, help, man pages and completion, so that a new field
// is a new row (docs/architecture.md, How to add). Numbers, prefixes and slots are written out and
// never reused without raising index_format (common/index_store.h). Prefixes follow Xapian's
// conventions (docs/omega/termprefixes) where one exists; longer ones begin with X and end in ':',
// since a value may begin with a capital letter.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/article.h"

namespace dateline {

/// How a query matches a field: words of it; words of one of its values or the whole value (names
/// of outlets and people); the whole value alone; a range of its slot; or not. Values are folded.
enum class Match { none, words, names, exact, range };

inline constexpr std::uint32_t no_slot = 0xffffffff;  ///< Xapian::BAD_VALUENO

/// Where the words of a field stand in an article. In hidden ones nothing is lit, and bare words
/// do not look there.
enum class Zone : std::uint8_t { title, summary, body, outlet, authors, hidden };
inline constexpr std::size_t zone_count = 6;

using Values = std::vector<std::string>;

/// What of an article is the field's value: a text, several, a day, a number, or nothing.
using Member = std::variant<std::monostate, std::string Article::*, Values Article::*,
                            std::optional<CalendarDate> Article::*, std::uint32_t Article::*>;

struct Field {
    std::string_view name;  ///< in queries (`title:`), JSON and help
    Member member = {};
    std::uint8_t number = 0;       ///< in stored data; 0 if not stored
    std::string_view prefix = "";  ///< Xapian term prefix; "" if it has no terms of its own
    Match match = Match::none;
    Zone zone = Zone::hidden;
    std::uint32_t slot = no_slot;       ///< for sorting, ranges and counts
    std::uint32_t last_slot = no_slot;  ///< end of the range that the value covers (dates)
    std::uint32_t weight = 0;           ///< times a word counts in free text; 0: not in free text
    bool facet = false;                 ///< may be counted by value
    std::string_view flag = "";         ///< command-line filter: "outlet" for --outlet; "" if none
    std::string_view alias = "";        ///< another name in queries and of the flag; "" if none
    std::string_view value_name = "";   ///< in help: "NAME"
    std::string_view help = "";         ///< one line, no full stop
    Values Article::*other_names = nullptr;  ///< of Match::names: their words find it, too
    bool of_archive = false;  ///< the same for all articles of an archive: there are no terms of it
    std::string_view also_in = "";  ///< of Match::names: a field whose whole value finds it, too

    /// The values as texts; none if not known. A number has eight digits, so that texts sort as it.
    Values get(const Article& article) const;
    /// The inverse.
    void set(Article& article, Values values) const;
    /// The value of a field of days or of numbers; none of other fields.
    std::optional<CalendarDate> date_in(const Article& article) const;
    std::optional<std::uint32_t> number_in(const Article& article) const;

    constexpr bool has_value() const { return !std::holds_alternative<std::monostate>(member); }
    constexpr bool several() const { return std::holds_alternative<Values Article::*>(member); }
    constexpr bool is_date() const {
        return std::holds_alternative<std::optional<CalendarDate> Article::*>(member);
    }
};

/// All fields, in the order in which help and JSON show them.
std::span<const Field> fields();

/// The field of that name or alias, or nullptr.
const Field* find_field(std::string_view name);

/// The field of that name; the name must be in the table (a typing error in the code is a
/// logic_error).
const Field& field(std::string_view name);

/// prefix + value as an index term. Xapian takes 245 bytes at most, zero bytes counted twice; a
/// longer one is cut and ends in a hash of the whole, so that distinct values stay distinct terms.
std::string make_term(std::string_view prefix, std::string_view value);

/// The term of a whole value of a field with Match::exact or Match::names. Words of names have
/// terms too, so that there a mark tells them apart; no word begins with one.
std::string value_term(const Field& field, std::string_view folded);
inline constexpr char value_mark = '=';

/// The term of a value together with something else that finds its article, another name or, behind
/// a value_mark, the value in the field of `also_in`: it tells which values a name stands for. A
/// tab parts the two, which are folded.
std::string other_name_term(const Field& field, std::string_view value, std::string_view name);
inline constexpr char other_name_mark = '~';

// Terms that belong to no field. Stems carry Xapian's own prefix Z.
inline constexpr std::string_view id_prefix = "Q";              ///< + article id: unique
inline constexpr std::string_view container_prefix = "XITEM:";  ///< + file: all of its articles
inline constexpr std::string_view stem_prefix = "Z";
/// + code of the language: its wdf in an article is the sum of those of all stems. So articles of a
/// language can be counted, and how long they are; all lengths are twice what they would be, which
/// changes no ratio of two.
inline constexpr std::string_view length_prefix = "XLENGTH:";
/// + three characters: one of the shingles by which copies are found (indexer/document/sketch.h).
inline constexpr std::string_view sketch_prefix = "XC:";
inline constexpr std::string_view sentence_marker =
    "XSENTENCE:";  ///< its positions: first words of sentences
inline constexpr std::string_view paragraph_marker = "XPARAGRAPH:";
inline constexpr std::string_view stated_prefix = "XHAS:";  ///< + field name: the value is known

// Slots and weights of fields that are asked for by themselves.
inline constexpr std::uint32_t first_day_slot = 0;
inline constexpr std::uint32_t last_day_slot = 1;
inline constexpr std::uint32_t language_slot = 5;
inline constexpr std::uint32_t title_weight = 3;

/// Slots of no field. What is known of an item of a file of many articles
/// (indexer/document/container.h):
inline constexpr std::uint32_t item_slot = 7;
/// The order of lists by date, and of articles that are equally good: order_key().
inline constexpr std::uint32_t order_slot = 8;
/// What the article is about (common/signature.h).
inline constexpr std::uint32_t signature_slot = 9;
/// What tells its text from others wherever it lies (common/fingerprint.h).
inline constexpr std::uint32_t fingerprint_slot = 10;

/// The article's first day, undated_key if it has none, then its id: no two articles of an archive
/// have the same.
std::string order_key(const Article& article);
inline constexpr std::string_view undated_key = "00000000";

// Positions. Title and summary come first, the body at a fixed place, so that "the first 50 words"
// and "in the headline" can be decided on positions alone. Nothing stands at 1: Xapian's phrases
// take a word without positions, as names are, as standing at 0, so that it would begin any title.
inline constexpr std::uint32_t title_position = 2;
inline constexpr std::uint32_t summary_position = 301;
inline constexpr std::uint32_t body_position = 1001;

}  // namespace dateline
