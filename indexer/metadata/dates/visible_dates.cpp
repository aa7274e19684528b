// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/dates/visible_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "common/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t longest_line = 200;

bool is_word_byte(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
}

/// What stands before the day of the last change, in lower case.
bool tells_change(std::string_view before) {
    constexpr auto words = std::to_array<std::string_view>(
        {"updated", "modified", "changed", "edited", "revised", "änderung", "Änderung",
         "aktualisiert", "geändert", "mis à jour", "actualizado", "actualización", "atualizado",
         "aggiornato", "bijgewerkt", "aktualizacja", "обновлено"});
    const std::string lower = ascii::lowered(before);
    return std::ranges::any_of(words, [&](auto word) { return lower.find(word) != lower.npos; });
}

DayMonthOrder order_of(std::string_view language) {
    if (ascii::equal_ignoring_case(language, "en-us") ||
        ascii::equal_ignoring_case(language, "en_us"))
        return DayMonthOrder::month_first;
    const bool english = ascii::starts_ignoring_case(language, "en");
    return language.empty() || (english && language.size() == 2) ? DayMonthOrder::unknown
                                                                 : DayMonthOrder::day_first;
}

/// A whole day at the beginning, also 31.10.23.
std::optional<StatedDate> date_at(std::string_view text, DayMonthOrder order) {
    const auto found = date_at_start(text, order);
    std::optional<StatedDate> date;
    if (found) {
        date = found->reading.date;
    } else if (ascii::is_digit(text.front())) {
        const std::string_view word = text.substr(0, text.find_first_not_of("0123456789."));
        if (std::ranges::count(word, '.') == 2)
            date = read_date(word, DayMonthOrder::day_first).date;
    }
    if (date && date->date.precision != Precision::day) date.reset();
    return date;
}

/// Seconds or milliseconds since 1970, of the years 1995 to 2100.
std::optional<StatedDate> unix_time(std::string_view text) {
    long long seconds = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return {};
    if (text.size() == 13) seconds /= 1000;
    constexpr long long first = 788'918'400;
    constexpr long long last = 4'102'444'800;
    if (seconds < first || seconds >= last) return {};
    const std::chrono::sys_days day{std::chrono::floor<std::chrono::days>(
        std::chrono::sys_seconds{std::chrono::seconds{seconds}})};
    return StatedDate{{std::chrono::year_month_day{day}, Precision::day}, ""};
}

}  // namespace

std::optional<VisibleDate> date_within(std::string_view text, DayMonthOrder order) {
    text = text.substr(0, longest_line);
    if (std::ranges::none_of(text, ascii::is_digit)) return {};
    if (const auto time = unix_time(ascii::trim(text))) return VisibleDate{*time, false};
    std::optional<VisibleDate> change;
    std::size_t begin = 0;  // of what says what the next date is
    bool in_word = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = is_word_byte(text[at]) && !in_word;
        in_word = is_word_byte(text[at]);
        const auto date = begins && at >= begin ? date_at(text.substr(at), order) : std::nullopt;
        if (!date) continue;
        const VisibleDate found{*date, tells_change(text.substr(begin, at - begin))};
        if (!found.updated) return found;
        // "Changed: 31 October. Published: 1 November."
        if (!change) change = found;
        begin = at + std::string_view("1.1.23").size();
    }
    return change;
}

std::vector<VisibleDate> visible_dates(const StatedFields& stated, std::string_view language) {
    std::vector<VisibleDate> dates;
    const DayMonthOrder order = order_of(language);
    const auto add = [&](const StatedField& field) {
        for (const std::string& value : field.raw->values)
            if (const auto date = date_within(value, order)) dates.push_back(*date);
    };
    for (const StatedField& field : stated.all(Meaning::visible_date)) add(field);
    for (const StatedField& field : stated.all(Meaning::author))
        if (!field.key->note.empty()) add(field);
    for (const StatedField& field : stated.all(Meaning::visible_line)) add(field);
    std::ranges::stable_sort(dates, {}, &VisibleDate::updated);
    return dates;
}

}  // namespace dateline
