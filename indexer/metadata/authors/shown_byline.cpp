// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/authors/shown_byline.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/dates/dates.h"
#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/authors/person_names.h"

namespace dateline {
namespace {

// Where a page shows a byline, and names do not begin so.
// clang-format off
constexpr auto byline_leads = std::to_array<std::string_view>({
    "reporting by ", "text by ", "posted by ", "published by ", "author ",
    "von: ", "text: ", "text von ", "autor: ", "autor ", "autorin: ", "autoren: ", "verfasst von ", "geschrieben von ",
    "veröffentlicht von ", "erstellt von ", "eingestellt von ", "artikel von ", "artikel von: ", "alles von ",
    "ein beitrag von ", "ein artikel von ",
    "par: ", "auteur : ", "auteur: ", "écrit par ", "publié par ", "por: ", "escrito por ", "publicado por ",
    "di ", "a cura di ", "scritto da ", "de ", "door ", "geschreven door ", "av ", "af ", "fra ", "napisał ", "autor tekstu: ",
    "автор: ", "Автор: ", "© "});
// clang-format on

bool is_word_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
}

std::string_view without_lead(std::string_view text) {
    for (const std::string_view lead : byline_leads)
        if (ascii::starts_ignoring_case(text, lead)) return ascii::trim(text.substr(lead.size()));
    return text;
}

/// A byline up to the date, the outlet or what else follows the names.
std::string_view before_rest(std::string_view names) {
    constexpr auto ends = std::to_array<std::string_view>(
        {"|", " @", "•", "·", " – ", " — ", " - ", " (", " on ", " am ", " le ", " il ", " el ",
         " Published", " Updated", " Posted", " Stand", " Edited by"});
    for (const std::string_view end : ends) names = names.substr(0, names.find(end));
    bool in_word = false;
    for (std::size_t at = 0; at < names.size(); ++at) {
        const bool begins = is_word_byte(names[at]) && !in_word;
        in_word = is_word_byte(names[at]);
        if (begins && at > 0 && (ascii::is_digit(names[at]) || date_at_start(names.substr(at))))
            return names.substr(0, at);
    }
    return names;
}

/// Up to six words without numbers and labels; of several, each with its capital.
bool may_be_byline_name(std::string_view text) {
    if (text.find_first_of(":0123456789/") != text.npos || text.size() > 60) return false;
    int words = 0;
    bool capitals = true;
    while (!(text = ascii::trim(text)).empty()) {
        const std::string_view word = take_part(text, ' ');
        const bool capital = ascii::is_upper(word.front()) || ascii::is_wide(word.front());
        capitals = capitals && (capital || is_name_particle(word));
        ++words;
    }
    return words == 1 || (words <= 6 && capitals);
}

}  // namespace

std::vector<std::string> authors_of_byline(const std::vector<std::string>& texts) {
    std::vector<std::string> names;
    for (const std::string& text : texts)
        names.emplace_back(before_rest(without_lead(ascii::trim(text))));
    std::vector<std::string> authors = authors_of(names);
    std::erase_if(authors, [](const std::string& author) { return !may_be_byline_name(author); });
    return authors;
}

std::vector<std::string> authors_of_shown_line(std::string_view line) {
    return authors_of_line(before_rest(ascii::trim(line)));
}

}  // namespace dateline
