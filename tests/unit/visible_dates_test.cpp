// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/dates/visible_dates.h"

#include <doctest/doctest.h>

#include "common/calendar.h"

namespace dateline {

TEST_CASE("a day is found wherever it stands in a line") {
    struct Row {
        const char* line;
        DayMonthOrder order;
        const char* day;
        bool updated = false;
    };
    using enum DayMonthOrder;
    const Row rows[] = {
        {"Von Ann Lee | Freitag, 21. Januar 2022, 10:20 Uhr", day_first, "2022-01-21"},
        {"Von: Ann Lee | 31.10.23", day_first, "2023-10-31"},
        {"Published: Feb. 26, 2026 at 5 pm", unknown, "2026-02-26"},
        {"jeudi 13 juin 2019", day_first, "2019-06-13"},
        {"Mise en ligne 23 mai 2019", day_first, "2019-05-23"},
        {"26/10/2018", day_first, "2018-10-26"},
        {"3/4/2026", month_first, "2026-03-04"},
        {"3/4/2026", unknown, ""},
        {"Updated 3 March 2026", unknown, "2026-03-03", true},
        {"Letzte Änderung: 31.10.2023 - 14:49:39 Erschienen am: 01.11.2023", day_first,
         "2023-11-01"},
        {"Mis à jour le 3 mars 2026", day_first, "2026-03-03", true},
        {"2026-02-26T23:22:44Z", unknown, "2026-02-26"},
        {"1582718400", unknown, "2020-02-26"},
        {"1582718400000", unknown, "2020-02-26"},
        {"12 comments, 3 shares", unknown, ""},
        {"February 2026", unknown, ""},
        {"30.02.2026", day_first, ""},
        {"", unknown, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const auto found = date_within(row.line, row.order);
        CHECK((found ? to_string(found->date.date) : "") == row.day);
        if (found) CHECK(found->updated == row.updated);
    }
}

TEST_CASE("what a page shows is in order of trust, changes last") {
    const std::vector<RawField> fields = {
        {"visible-line", {"3 March 2026"}, 0},
        {"visible-date", {"Updated 5 March 2026", "4 March 2026"}, 0},
        {"visible-byline", {"By Ann Lee, 2 March 2026"}, 0},
    };
    const StatedFields stated(fields);
    std::string days;
    for (const VisibleDate& date : visible_dates(stated, "en"))
        days += to_string(date.date.date) + (date.updated ? "*" : "") + " ";
    CHECK(days == "2026-03-04 2026-03-02 2026-03-03 2026-03-05* ");
}

}  // namespace dateline
