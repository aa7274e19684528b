// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/dates.h"

#include <algorithm>

#include "common/ascii.h"
#include "indexer/dates/date_parts.h"

namespace dateline {
namespace {

using enum DateTokenKind;

/// A date can only be where a digit or a Chinese numeral is.
bool may_hold_a_date(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0xe3;
    });
}

/// Between date and time: a comma, a bar, `at`, the T of ISO (which is told in `mark`).
void skip_to_time(DateTokens& tokens, bool& mark) {
    constexpr std::size_t most_separators = 4;
    mark = false;
    for (std::size_t i = 0; i < most_separators; ++i) {
        const bool dash = tokens.is_sign('-') && !tokens.is_glued() && !tokens.is_glued(1);
        const bool sign = tokens.is_sign(',') || tokens.is_sign('|') || tokens.is_sign('/') ||
                          tokens.is_sign('.') || tokens.is_sign('@') || tokens.is_sign(':');
        mark = tokens.is(time_mark);
        if (!dash && !sign && !mark && !tokens.is(filler)) return;
        tokens.advance();
        if (mark) return;
    }
}

void skip_weekday_after(DateTokens& tokens) {
    const std::size_t start = tokens.place();
    tokens.skip_sign(',');
    const bool opened = tokens.skip_sign('(');
    const DateToken& token = tokens.peek();
    const auto first = token.kind == end ? 0 : static_cast<unsigned char>(tokens.text_of(token)[0]);
    const bool one_character = opened && first >= 0xe3 && tokens.is_sign(')', 1);
    const bool named = token.kind == weekday && !tokens.is(number, 1);
    if (!one_character && !named) {
        tokens.go_back(start);
        return;
    }
    tokens.advance();
    if (opened) tokens.skip_sign(')');
}

void read_time_after(DateParts& parts, DateTokens& tokens) {
    skip_weekday_after(tokens);
    const std::size_t start = tokens.place();
    bool mark = false;
    skip_to_time(tokens, mark);
    parts.time = read_time(tokens, mark);
    if (!parts.time) tokens.go_back(start);
    parts.zone = read_zone(tokens, parts.time.has_value());
}

/// `16:42 GMT, ` before a date.
void read_time_before(DateParts& parts, DateTokens& tokens) {
    const std::size_t start = tokens.place();
    parts.time = read_time(tokens, false);
    if (!parts.time) return;
    parts.zone = read_zone(tokens, true);
    bool mark = false;
    skip_to_time(tokens, mark);
    skip_weekdays(tokens);
    if (tokens.is(number) || tokens.is(month) || tokens.is(month_unit)) return;
    tokens.go_back(start);
    parts.time.reset();
}

/// Quotes and brackets, `Published:`, and the words before a date that is all of a text (`am 5.
/// März`).
void skip_opening(DateTokens& tokens, bool whole) {
    const auto is_wrapping = [&] {
        return tokens.is_sign('[') || tokens.is_sign('(') || tokens.is_sign('"') ||
               tokens.is_sign('\'') || tokens.is_sign('*') || tokens.is_sign('_');
    };
    while (whole && is_wrapping()) tokens.advance();
    while (tokens.is(label)) {
        tokens.advance();
        tokens.skip_sign(':');
    }
    if (!whole) return;
    while (tokens.is(filler)) tokens.advance();
    const bool german_am =
        tokens.is(meridiem) && tokens.is_number(1, 2, 1) && tokens.is_sign('.', 2);
    if (german_am) tokens.advance();
}

/// A zone that nobody knows, in capitals at the end: keeps the day, spoils the instant.
void skip_unknown_zone(DateParts& parts, DateTokens& tokens) {
    if (!parts.time || parts.zone.kind != ZoneKind::none || !tokens.is(word)) return;
    const std::string_view name = tokens.text_of(tokens.peek());
    if (name.size() > 5 || !std::ranges::all_of(name, ascii::is_upper)) return;
    tokens.advance();
    parts.zone.kind = ZoneKind::malformed;
}

void skip_closing(DateTokens& tokens) {
    while (tokens.is(filler) || (tokens.is(symbol) && !tokens.is_sign('-') && !tokens.is_sign('+')))
        tokens.advance();
}

std::optional<DateParts> read_all(DateTokens& tokens, DayMonthOrder order, bool whole) {
    DateParts parts;
    skip_opening(tokens, whole);
    skip_weekdays(tokens);
    if (!tokens.is_number(4, 4) || tokens.is(zone, 1)) read_time_before(parts, tokens);
    if (!read_day(parts, tokens, order, whole)) return std::nullopt;
    if (!parts.time && parts.precision == Precision::day) read_time_after(parts, tokens);
    if (!whole) return parts;
    skip_unknown_zone(parts, tokens);
    skip_closing(tokens);
    if (!tokens.at_end()) return std::nullopt;
    return parts;
}

/// Years that running text means; its other numbers of four digits are prices and such.
bool is_year_of_text(int year) {
    return year >= 1500 && year <= 2199;
}

DateReading reading_of(const DateParts& parts) {
    if (parts.ambiguous) return {std::nullopt, DateProblem::ambiguous};
    const auto day = make_day(parts.year, parts.month, parts.day);
    if (!day) return {std::nullopt, DateProblem::impossible};
    StatedDate stated{CalendarDate{*day, parts.precision}, ""};
    if (parts.time && parts.precision == Precision::day)
        stated.instant = instant_of(*day, *parts.time, parts.zone);
    return {std::move(stated), DateProblem::none};
}

/// True if what was read ends inside of a word, a number or a name such as 2015-06-05-name.
bool ends_inside(const DateTokens& tokens) {
    const auto is_text = [&](std::size_t ahead) {
        return !tokens.is(end, ahead) && !tokens.is(symbol, ahead) && tokens.is_glued(ahead);
    };
    if (tokens.is(end) || !tokens.is_glued()) return false;
    const bool joins =
        tokens.is_sign('-') || tokens.is_sign('/') || tokens.is_sign('_') || tokens.is_sign('.');
    return is_text(0) || (joins && is_text(1));
}

}  // namespace

DateReading read_date(std::string_view text, DayMonthOrder order) {
    constexpr DateProblem no_date = DateProblem::not_a_date;
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    text = text.substr(0, text.find_last_not_of(blanks) + 1);
    if (text.size() > longest_date_bytes || !may_hold_a_date(text)) return {std::nullopt, no_date};
    DateTokens tokens(text);
    const auto parts = read_all(tokens, order, true);
    return parts ? reading_of(*parts) : DateReading{std::nullopt, no_date};
}

std::optional<LeadingDate> date_at_start(std::string_view text, DayMonthOrder order) {
    if (!may_hold_a_date(text.substr(0, longest_date_bytes))) return std::nullopt;
    DateTokens tokens(text);
    const auto parts = read_all(tokens, order, false);
    if (!parts || !is_year_of_text(parts->year) || ends_inside(tokens)) return std::nullopt;
    return LeadingDate{reading_of(*parts), tokens.bytes_read()};
}

std::optional<LeadingMonthDay> month_day_at_start(std::string_view text) {
    if (!may_hold_a_date(text.substr(0, longest_date_bytes))) return std::nullopt;
    DateTokens tokens(text);
    skip_weekdays(tokens);
    DateParts parts;
    if (!read_day_and_month(parts, tokens)) return std::nullopt;
    const std::size_t length = tokens.bytes_read();
    if (ends_inside(tokens)) return std::nullopt;
    tokens.skip_sign(',');
    tokens.skip(filler);
    if (tokens.is_number(4, 4)) return std::nullopt;
    const std::chrono::month_day day{std::chrono::month{parts.month}, std::chrono::day{parts.day}};
    if (!day.ok()) return std::nullopt;
    return LeadingMonthDay{day, length};
}

}  // namespace dateline
