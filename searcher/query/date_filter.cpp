// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/date_filter.h"

#include <fmt/format.h>

#include <vector>

#include "common/ascii.h"
#include "common/error.h"
#include "searcher/query/relative_date.h"

namespace dateline {
namespace {

constexpr std::string_view accepted_forms =
    "dates are 2026, 2026-02, 2026-02-26, '26 February 2026', today, yesterday, monday, 'last "
    "week', "
    "'this month', 7d, 2w, 3m, 1y, or a range A..B, A.., ..B";

/// What is typed and by whom, for messages.
struct Request {
    std::string_view typed;
    const Day& today;
    const std::string& option;
};

[[noreturn]] void refuse(const Request& request) {
    throw Error(fmt::format("cannot read the date '{}' of {}", request.typed, request.option),
                std::string{accepted_forms});
}

/// Why there is no such day.
std::string missing_day_hint(int year, unsigned month) {
    if (year < 1) return "years are 0001 to 9999";
    if (month < 1 || month > 12) return "months are 01 to 12, as in 2026-02-26";
    const Day last{std::chrono::year{year} / std::chrono::month{month} / std::chrono::last};
    return fmt::format("the days of that month are {:04}-{:02}-01 to {}", year, month,
                       to_string(last));
}

[[noreturn]] void refuse_day(const Request& request, int year, unsigned month) {
    throw Error(fmt::format("the date '{}' of {} does not exist", request.typed, request.option),
                missing_day_hint(year, month));
}

/// The words in small letters: split at blanks, commas and inner signs, and between digits and
/// letters.
std::vector<std::string> words_of(std::string_view text) {
    constexpr std::string_view separators = " \t\r\n,-./_";
    std::vector<std::string> words;
    bool begins = true;
    char before = ' ';
    for (const char c : text) {
        if (separators.find(c) != std::string_view::npos) {
            begins = true;
            continue;
        }
        if (begins || ascii::is_digit(c) != ascii::is_digit(before)) words.emplace_back();
        words.back() += ascii::lower(c);
        before = c;
        begins = false;
    }
    return words;
}

TypedDays existing_day(const Request& request, int year, int month, int day) {
    const auto made = make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (!made) refuse_day(request, year, static_cast<unsigned>(month));
    return one_day(*made);
}

/// 2026, 2026-02, 2026-2-26, 20260226.
std::optional<TypedDays> year_first(const Request& request, const std::vector<std::string>& words) {
    if (words.size() == 1 && words[0].size() == 8) {
        const auto year = number_of(std::string_view{words[0]}.substr(0, 4));
        const auto rest = number_of(std::string_view{words[0]}.substr(4));
        if (!year || !rest) return std::nullopt;
        return existing_day(request, *year, *rest / 100, *rest % 100);
    }
    if (words.empty() || words.size() > 3 || words[0].size() != 4) return std::nullopt;
    const auto year = number_of(words[0]);
    const auto month = words.size() > 1 ? number_of(words[1]) : 1;
    const auto day = words.size() > 2 ? number_of(words[2]) : 1;
    if (!year || !month || !day) return std::nullopt;
    const TypedDays first = existing_day(request, *year, *month, *day);
    if (words.size() == 3) return first;
    return all_of({first.first, words.size() == 2 ? Precision::month : Precision::year});
}

/// 26/02/2026 and 02/26/2026, where only one reading exists.
std::optional<TypedDays> year_last(const Request& request, const std::vector<std::string>& words) {
    if (words.size() != 3) return std::nullopt;
    const auto first = number_of(words[0]);
    const auto second = number_of(words[1]);
    const auto number = number_of(words[2]);
    const bool two_digits = words[2].size() == 2;
    if (!first || !second || !number || (words[2].size() != 4 && !two_digits)) return std::nullopt;
    const int year = two_digits ? 2000 + *number : *number;
    const auto a = static_cast<unsigned>(*first);
    const auto b = static_cast<unsigned>(*second);
    const auto day_first = make_day(year, b, a);
    const auto month_first = make_day(year, a, b);
    const bool two_readings = day_first && month_first && a != b;
    if (two_digits && !day_first && !month_first) return std::nullopt;
    if (two_readings || two_digits) {
        const Day one = day_first ? *day_first : *month_first;
        const Day other = month_first ? *month_first : one;
        throw Error(fmt::format("the date '{}' of {} can be read in two ways", request.typed,
                                request.option),
                    fmt::format("write the year first: {}{}", to_string(one),
                                one == other ? "" : " or " + to_string(other)));
    }
    if (!day_first && !month_first) refuse_day(request, year, b > 12 ? a : b);
    return one_day(day_first ? *day_first : *month_first);
}

/// `26 February 2026`, `Feb 26th, 2026`, `Feb 2026`, `2026 February`.
std::optional<TypedDays> named_month(const Request& request, std::vector<std::string> words) {
    constexpr std::string_view endings = " st nd rd th of ";
    std::erase_if(words, [&](const std::string& word) {
        return endings.find(fmt::format(" {} ", word)) != std::string_view::npos;
    });
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    if (words.size() > 3) return std::nullopt;
    for (const std::string& word : words) {
        const auto number = number_of(word);
        const auto named = month_named(word);
        std::optional<int>& part = named ? month : word.size() == 4 ? year : day;
        if ((!number && !named) || part) return std::nullopt;
        part = named ? static_cast<int>(*named) : *number;
    }
    if (!year || !month || (day && *day > 99)) return std::nullopt;
    const TypedDays first = existing_day(request, *year, *month, day.value_or(1));
    return day ? first : all_of({first.first, Precision::month});
}

TypedDays one_date(const Request& request, std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    if (auto found = relative_date(words, request.today)) return *found;
    if (auto found = year_first(request, words)) return *found;
    if (auto found = year_last(request, words)) return *found;
    if (auto found = named_month(request, words)) return *found;
    refuse(request);
}

/// The place of the two points of a range.
std::size_t range_points(std::string_view typed) {
    return typed.find("..");
}

TypedDays single_date(const Request& request) {
    if (range_points(request.typed) != std::string_view::npos)
        throw Error(
            fmt::format("{} takes one date, not the range '{}'", request.option, request.typed),
            "name a range with --on 'A..B' or date:A..B");
    return one_date(request, request.typed);
}

}  // namespace

DateRange parse_date_filter(std::string_view typed, const Day& today, const std::string& option) {
    const Request request{ascii::trim(typed), today, option};
    const std::size_t points = range_points(request.typed);
    if (points == std::string_view::npos) {
        const TypedDays meaning = one_date(request, request.typed);
        return {meaning.first, meaning.last};
    }
    const std::string_view begin = ascii::trim(request.typed.substr(0, points));
    const std::string_view end = ascii::trim(request.typed.substr(points + 2));
    if (begin.empty() && end.empty()) refuse(request);
    DateRange range;
    if (!begin.empty()) range.first = one_date(request, begin).first;
    if (!end.empty()) {
        const TypedDays meaning = one_date(request, end);
        range.last = meaning.ago ? meaning.first : meaning.last;
    }
    if (range.first && range.last && *range.last < *range.first)
        throw Error(
            fmt::format("the range '{}' of {} ends before it begins", request.typed, option),
            fmt::format("it would be {} to {}", to_string(*range.first), to_string(*range.last)));
    return range;
}

Day parse_since(std::string_view typed, const Day& today, const std::string& option) {
    return single_date({ascii::trim(typed), today, option}).first;
}

Day parse_until(std::string_view typed, const Day& today, const std::string& option) {
    const TypedDays meaning = single_date({ascii::trim(typed), today, option});
    return meaning.ago ? meaning.first : meaning.last;
}

}  // namespace dateline
