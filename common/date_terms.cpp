// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/date_terms.h"

#include <algorithm>
#include <chrono>

#include "common/term_digits.h"

namespace dateline {
namespace {

using std::chrono::months;
using std::chrono::year_month;

constexpr unsigned whole_month = 0;  // in place of a day

year_month month_of(const Day& day) {
    return day.year() / day.month();
}

std::string month_term(const year_month& month) {
    constexpr unsigned characters = 2;
    const unsigned number = static_cast<unsigned>(int(month.year())) * 12 + unsigned(month.month());
    return std::string(month_prefix) + term_digits(number - 1, characters);
}

std::string day_term(const year_month& month, unsigned day) {
    return month_term(month) + term_digits(day, 1);
}

/// What of a month is within days.
struct DaysOfMonth {
    year_month month;
    unsigned first;
    unsigned last;

    bool whole() const { return first == 1 && last == unsigned((month / std::chrono::last).day()); }
};

std::vector<DaysOfMonth> by_month(const Day& first, const Day& last) {
    std::vector<DaysOfMonth> found;
    for (year_month month = month_of(first); month <= month_of(last); month += months(1)) {
        const Day begin = std::max(first, Day(month / 1));
        const Day end = std::min(last, Day(month / std::chrono::last));
        found.push_back({month, unsigned(begin.day()), unsigned(end.day())});
    }
    return found;
}

void add_days(const DaysOfMonth& part, std::vector<std::string>& terms) {
    for (unsigned day = part.first; day <= part.last; ++day)
        terms.push_back(day_term(part.month, day));
}

}  // namespace

std::vector<std::string> month_terms(const DateRange& days) {
    if (!days.first) return {std::string(month_prefix)};
    std::vector<std::string> terms;
    for (const DaysOfMonth& part : by_month(*days.first, *days.last))
        terms.push_back(month_term(part.month));
    return terms;
}

std::vector<std::string> date_terms(const DateRange& days) {
    std::vector<std::string> terms = month_terms(days);
    if (!days.first) return terms;
    for (const DaysOfMonth& part : by_month(*days.first, *days.last))
        if (part.whole())
            terms.push_back(day_term(part.month, whole_month));
        else
            add_days(part, terms);
    return terms;
}

std::vector<std::string> terms_of_days(const Day& first, const Day& last) {
    std::vector<std::string> terms;
    for (const DaysOfMonth& part : by_month(first, last)) {
        if (part.whole()) {
            terms.push_back(month_term(part.month));
        } else {
            terms.push_back(day_term(part.month, whole_month));
            add_days(part, terms);
        }
    }
    return terms;
}

}  // namespace dateline
