// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/labelled_day.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"

namespace dateline {

namespace {

constexpr std::string_view wide_colon = "：";

constexpr auto words_of_publishing = std::to_array<std::string_view>(
    {"published",    "posted",       "first",          "issued",     "created",
     "publication",  "date",         "veröffentlicht", "erschienen", "erstellt",
     "stand",        "datum",        "publié",         "publicado",  "pubblicato",
     "gepubliceerd", "opublikowano", "опубликовано",   "发布时间",   "日期"});

constexpr auto words_of_changing = std::to_array<std::string_view>(
    {"updated", "modified", "last", "aktualisiert", "mis", "modifié", "actualizado", "atualizado",
     "aggiornato", "bijgewerkt", "aktualizacja", "обновлено"});

template <std::size_t Size>
bool has(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::ranges::any_of(words,
                               [&](auto each) { return ascii::equal_ignoring_case(word, each); });
}

std::string_view without_colon(std::string_view word) {
    for (const std::string_view colon : {std::string_view(":"), wide_colon})
        if (word.ends_with(colon)) word.remove_suffix(colon.size());
    return word;
}

bool is_label(std::string_view text, DayLabel label) {
    const std::string_view word = without_colon(text.substr(0, text.find(' ')));
    if (label == DayLabel::published)
        return has(words_of_publishing, word) && std::ranges::count(text, ' ') < 2;
    return text.ends_with(':') || text.ends_with(wide_colon) || is_day_label(word);
}

}  // namespace

bool is_day_label(std::string_view word) {
    return has(words_of_publishing, without_colon(word)) ||
           has(words_of_changing, without_colon(word));
}

std::optional<LabelledDay> labelled_day(std::string_view line, DayLabel label) {
    constexpr std::size_t longest = 120;
    constexpr std::size_t longest_label = 40;
    line = ascii::trim(line);
    if (line.size() > longest || std::ranges::none_of(line, ascii::is_digit)) return std::nullopt;
    for (std::size_t at = 0; at < std::min(line.size(), longest_label);) {
        const std::string_view before = ascii::trim(line.substr(0, at));
        if (before.empty() || is_label(before, label)) {
            const DateReading reading = read_date(line.substr(at));
            if (reading.date || reading.problem == DateProblem::ambiguous)
                return LabelledDay{line.substr(at), reading.date};
        }
        const std::size_t colon = line.find(wide_colon, at);
        const std::size_t blank = line.find(' ', at);
        at = colon < blank ? colon + wide_colon.size() : blank == line.npos ? blank : blank + 1;
    }
    return std::nullopt;
}

}  // namespace dateline
