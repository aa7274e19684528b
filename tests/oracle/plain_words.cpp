// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/plain_words.h"

#include <algorithm>
#include <unordered_set>

#include "common/analysis.h"
#include "common/code_points.h"
#include "common/stemmer.h"
#include "common/stop_words.h"  // the lists alone
#include "tests/oracle/letters.h"

namespace dateline::oracle {
namespace {

/// The words that one typed word stands for.
using Choice = std::unordered_set<WordId>;
/// One behind the other.
using Row = std::vector<Choice>;

Choice choice(const std::vector<WordId>& words) {
    return {words.begin(), words.end()};
}

/// A token that counts in a row: of a run of Chinese, Japanese or Korean each character with its
/// neighbour.
struct Unit {
    std::vector<Token> parts;   ///< one behind the other
    std::vector<Token> joined;  ///< written together; none or one
};

std::vector<Unit> units_of(const std::vector<Token>& tokens) {
    std::vector<Unit> units;
    std::uint32_t joined_end = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        if (token.kind == TokenKind::joined) {
            units.back().joined.push_back(token);
            joined_end = token.end;
            continue;
        }
        const bool begins = token.begin >= joined_end;
        const Unit* last = units.empty() ? nullptr : &units.back();
        const bool pair = token.kind == TokenKind::bigram && last != nullptr &&
                          last->parts.back().position == token.position;
        if (pair)
            units.back().parts.back() = token;
        else if (begins)
            units.push_back({{token}, {}});
        else
            units.back().parts.push_back(token);
    }
    // The last character of all stands in the last pair.
    if (units.size() > 1 && units.back().parts.back().kind == TokenKind::character &&
        units.back().joined.empty() &&
        units[units.size() - 2].parts.back().kind == TokenKind::bigram &&
        units[units.size() - 2].parts.back().end == units.back().parts.back().end)
        units.pop_back();
    return units;
}

Choice exactly(const PlainArchive& archive, const Token& token, const std::string* accented) {
    std::vector<WordId> words = archive.of_form(std::string(token.form));
    if (accented != nullptr)
        std::erase_if(words, [&](WordId id) { return archive.words()[id].accented != *accented; });
    return choice(words);
}

/// What has the word's stem in its article's language, or the word's stem in that of the query.
Choice with_stem(const PlainArchive& archive, std::string_view form, const std::string& of_query) {
    Choice found;
    for (const std::string& language : archive.languages()) {
        Stemmer stemmer(language, Stemmer::Cache::none);
        for (const WordId word : archive.of_stem(std::string(stemmer.stem(form))))
            if (language == of_query || language == archive.words()[word].language)
                found.insert(word);
    }
    return found;
}

std::string accents_of(const std::vector<Token>& tokens) {
    std::string letters;
    for (const Token& token : tokens)
        letters += token.accented.empty() ? token.form : token.accented;
    return composed(letters);
}

/// Every compound as its parts or joined: one row for each way to choose.
std::vector<Row> rows_of(const PlainArchive& archive, const std::vector<Unit>& units,
                         bool with_accents) {
    std::vector<Row> rows{{}};
    for (const Unit& unit : units) {
        const std::string whole = accents_of(unit.parts);
        std::vector<Row> longer;
        for (const Row& row : rows) {
            Row parts = row;
            for (const Token& token : unit.parts) {
                const std::string accented = accents_of({token});
                parts.push_back(exactly(archive, token, with_accents ? &accented : nullptr));
            }
            longer.push_back(std::move(parts));
            for (const Token& token : unit.joined) {
                Row joined = row;
                joined.push_back(exactly(archive, token, with_accents ? &whole : nullptr));
                longer.push_back(std::move(joined));
            }
        }
        rows = std::move(longer);
    }
    return rows;
}

/// The bytes of the row of words that begins with this spot; nothing if it does not stand here.
void add_row(const PlainText& text, std::uint32_t text_number, const Spot& first, const Row& row,
             PlainPlaces& places) {
    PlainPlace place{text_number, first.position, first.position, first.begin, first.end};
    for (std::size_t i = 1; i < row.size(); ++i) {
        const std::uint32_t position = first.position + static_cast<std::uint32_t>(i);
        const auto [begin, end] =
            std::ranges::equal_range(text.spots, position, {}, &Spot::position);
        const auto spot =
            std::find_if(begin, end, [&](const Spot& s) { return row[i].contains(s.word); });
        if (spot == end) return;
        place.last = position;
        place.end = std::max(place.end, spot->end);
    }
    places.push_back(place);
}

PlacesByArticle places_of_rows(const PlainArchive& archive, const std::vector<Row>& rows) {
    PlacesByArticle found;
    for (const Row& row : rows) {
        if (row.empty()) continue;
        for (const WordId word : row[0])
            for (const WordPlace& at : archive.places(word)) {
                const PlainText& text = archive.articles()[at.article].texts[at.text];
                add_row(text, at.text, text.spots[at.spot], row, found[at.article]);
            }
    }
    for (auto& [article, places] : found) {
        std::ranges::sort(places);
        const auto doubles = std::ranges::unique(places);
        places.erase(doubles.begin(), doubles.end());
    }
    std::erase_if(found, [](const auto& each) { return each.second.empty(); });
    return found;
}

/// In print a compound may have an en dash, but not between the numbers of a span.
std::string with_hyphens(std::string text) {
    const std::string dash = "–";
    const auto is_digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
    for (std::size_t at = text.find(dash); at != text.npos; at = text.find(dash, at + 1)) {
        const std::size_t behind = at + dash.size();
        if (at > 0 && behind < text.size() && !is_digit(at - 1) && !is_digit(behind))
            text.replace(at, dash.size(), "-");
    }
    return text;
}

std::vector<Row> rows_of_word(const PlainArchive& archive, const TypedQuery& leaf,
                              const std::string& language) {
    const std::string form = single_form(leaf.text);
    if (!form.empty()) return {{with_stem(archive, form, language)}};
    Tokenizer tokenizer;
    const std::string text = with_hyphens(leaf.text);
    const std::vector<Unit> units = units_of(tokenizer.tokens(text));
    std::vector<Row> rows = rows_of(archive, units, false);
    // A compound that is all of the word is found joined in all its forms.
    if (units.size() == 1 && !units[0].joined.empty())
        rows.push_back({with_stem(archive, units[0].joined[0].form, language)});
    return rows;
}

/// "well being" finds wellbeing too; small words make other words of what was meant.
void add_closed_form(const PlainArchive& archive, const std::vector<Unit>& units,
                     const std::string& language, std::vector<Row>& rows) {
    if (units.size() != 2) return;
    const bool compound = !units[0].joined.empty() || !units[1].joined.empty();
    const std::string_view first = units[0].parts[0].form;
    const std::string_view second = units[1].parts[0].form;
    const std::string closed = std::string(first).append(second);
    const bool number = closed.find_first_of("0123456789") != closed.npos;
    if (compound || number || is_stop_word(first, language) || second.size() < 3) return;
    rows.push_back({choice(archive.of_form(closed))});
}

std::vector<Row> rows_of_phrase(const PlainArchive& archive, const TypedQuery& leaf,
                                const std::string& language) {
    Tokenizer tokenizer;
    const std::vector<Unit> units = units_of(tokenizer.tokens(leaf.text));
    const bool accents = leaf.exact && has_accents(leaf.text);
    std::vector<Row> rows = rows_of(archive, units, accents);
    if (!accents) add_closed_form(archive, units, language, rows);
    return rows;
}

/// Blanks, hyphens and other signs split it; what is left of each word may have * and ?.
std::vector<std::string> pattern_words(const std::string& text) {
    std::vector<std::string> words(1);
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        if (text[at] == '*' || text[at] == '?')
            words.back() += text[at];
        else if (c.kind == CharClass::separator || c.kind == CharClass::hyphen)
            words.emplace_back();
        else
            words.back() += c.folded;
        at += c.length;
    }
    std::erase(words, "");
    return words;
}

std::vector<Row> rows_of_pattern(const PlainArchive& archive, const TypedQuery& leaf) {
    Row row;
    for (const std::string& word : pattern_words(leaf.text)) {
        const std::u32string pattern = letters_of(word);
        const bool plain = word.find_first_of("*?") == word.npos;
        row.push_back(
            choice(plain ? archive.of_form(word) : archive.fitting([&](const PlainWord& known) {
                return fits_pattern(pattern, letters_of(known.form));
            })));
    }
    return {row};
}

std::vector<Row> rows_of_fuzzy(const PlainArchive& archive, const TypedQuery& leaf) {
    const std::size_t short_word = 5;
    const std::size_t usual = letters_of(leaf.text).size() <= short_word ? 1 : 2;
    const std::size_t edits = leaf.number == 0 ? usual : leaf.number;
    const std::u32string meant = letters_of(single_form(leaf.text));
    return {{choice(archive.fitting([&](const PlainWord& known) {
        return edits_between(meant, letters_of(known.form)) <= edits;
    }))}};
}

}  // namespace

PlacesByArticle places_of_leaf(const PlainArchive& archive, const TypedQuery& leaf,
                               const std::string& field, const std::string& language) {
    std::vector<Row> rows;
    if (leaf.said == Said::pattern)
        rows = rows_of_pattern(archive, leaf);
    else if (leaf.said == Said::fuzzy)
        rows = rows_of_fuzzy(archive, leaf);
    else if (leaf.said == Said::address ||
             (leaf.said == Said::word && !leaf.exact && field.empty()))
        rows = rows_of_word(archive, leaf, language);
    else
        rows = rows_of_phrase(archive, leaf, language);
    return places_of_rows(archive, rows);
}

PlacesByArticle places_of_parts(const PlainArchive& archive, const TypedQuery& compound,
                                const std::string& language) {
    Tokenizer tokenizer;
    const std::string text = with_hyphens(compound.text);
    std::vector<Row> rows;
    for (const Token& token : tokenizer.tokens(text)) {
        const bool part = token.kind == TokenKind::word;
        if (token.kind == TokenKind::character) continue;
        if (part && (token.form.size() == 1 || is_stop_word(token.form, language))) continue;
        rows.push_back({with_stem(archive, token.form, language)});
    }
    return places_of_rows(archive, rows);
}

std::string single_form(const std::string& text) {
    Tokenizer tokenizer;
    const std::vector<Token>& tokens = tokenizer.tokens(text);
    if (tokens.size() != 1 || tokens[0].kind != TokenKind::word) return "";
    return std::string(tokens[0].form);
}

std::string form_with_hyphens(const std::string& text) {
    Tokenizer tokenizer;
    std::string form;
    for (const Token& token : tokenizer.tokens(text))
        if (token.kind != TokenKind::joined)
            form.append(form.empty() ? "" : "-").append(token.form);
    return form;
}

bool has_accents(const std::string& text) {
    Tokenizer tokenizer;
    return std::ranges::any_of(tokenizer.tokens(text),
                               [](const Token& token) { return !token.accented.empty(); });
}

}  // namespace dateline::oracle
