// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/month_terms.h"

#include "common/term_digits.h"

namespace dateline {

std::vector<std::string> month_terms(const DateRange& days) {
    if (!days.first) return {std::string(month_prefix)};
    constexpr unsigned characters = 2;
    const auto number_of = [](const Day& day) {
        return static_cast<unsigned>(int(day.year())) * 12 + unsigned(day.month()) - 1;
    };
    std::vector<std::string> terms;
    for (unsigned month = number_of(*days.first); month <= number_of(*days.last); ++month)
        terms.push_back(std::string(month_prefix) + term_digits(month, characters));
    return terms;
}

}  // namespace dateline
