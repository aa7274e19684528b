// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/dates.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/written_date.h"

using namespace dateline;

namespace {

struct Row {
    const char* text;
    const char* meaning;
};

void check_rows(const Row* begin, const Row* end) {
    for (const Row* row = begin; row != end; ++row) {
        CAPTURE(row->text);
        CHECK(written(read_date(row->text)) == row->meaning);
    }
}

}  // namespace

TEST_CASE("ISO 8601 dates are read in all their forms") {
    const Row rows[] = {
        {"2026-02-26T23:22:44.000Z", "2026-02-26 2026-02-26T23:22:44Z"},
        {"2007-11-07 11:28:03+00:00", "2007-11-07 2007-11-07T11:28:03Z"},
        {"2026-02-26T23:22:44,5+05:30", "2026-02-26 2026-02-26T23:22:44+05:30"},
        {"2026-02-26T23:22-0330", "2026-02-26 2026-02-26T23:22:00-03:30"},
        {"2026-02-27T16:42:00+04:00[Asia/Dubai]", "2026-02-27 2026-02-27T16:42:00+04:00"},
        {"20260226T232244Z", "2026-02-26 2026-02-26T23:22:44Z"},
        {"20260226232244", "2026-02-26 2026-02-26T23:22:44"},
        {"20260226", "2026-02-26"},
        {"2026-057", "2026-02-26"},
        {"2026-W09-4", "2026-02-26"},
        {"2026W094", "2026-02-26"},
        {"2020-W53-7", "2021-01-03"},
        {"2026-02", "2026-02"},
        {"2026", "2026"},
        {"0001-01-01", "0001-01-01"},
        {"9999-12-31", "9999-12-31"},
        {"2026-2-6", "2026-02-06"},
        {"2026/02/26", "2026-02-26"},
        {" 2026-02-26\t\r\n", "2026-02-26"},
        {"[[2026-02-26]]", "2026-02-26"},
        {"'2026-02-26'", "2026-02-26"},
        {"2018-04-24 +0800", "2018-04-24"},
        {"2018-04-24Z", "2018-04-24"},
    };
    check_rows(std::begin(rows), std::end(rows));
}

TEST_CASE("times are kept as stated, with an offset only if one is stated") {
    const Row rows[] = {
        {"2018-04-24 15:30", "2018-04-24 2018-04-24T15:30:00"},
        {"2026-02-27 9:00:00 +0000", "2026-02-27 2026-02-27T09:00:00Z"},
        {"2026-02-27 12:05:00 -4", "2026-02-27 2026-02-27T12:05:00-04:00"},
        {"27 February 2026 16:42 (UTC+04:00)", "2026-02-27 2026-02-27T16:42:00+04:00"},
        {"27 February 2026 16:42 (UTC\u22124)", "2026-02-27 2026-02-27T16:42:00-04:00"},
        {"Thu, 26 Feb 2026 23:22:44 +0100 (CET)", "2026-02-26 2026-02-26T23:22:44+01:00"},
        {"Thu, 26 Feb 2026 23:22:44 GMT", "2026-02-26 2026-02-26T23:22:44Z"},
        {"Thursday, 26-Feb-26 23:22:44 GMT", "2026-02-26 2026-02-26T23:22:44Z"},
        {"Thu Feb 26 23:22:44 UTC 2026", "2026-02-26 2026-02-26T23:22:44Z"},
        {"26/Feb/2026:10:00:00 +0000", "2026-02-26 2026-02-26T10:00:00Z"},
        {"26-FEB-1987 15:01:01.79", "1987-02-26 1987-02-26T15:01:01"},
        {"10:30 AM EST, Thu February 26, 2026", "2026-02-26 2026-02-26T10:30:00-05:00"},
        {"Published 12:05 AM PDT, Thu May 7, 2026", "2026-05-07 2026-05-07T00:05:00-07:00"},
        {"Feb 26, 2026 9:05 p.m. ET", "2026-02-26 2026-02-26T21:05:00"},
        {"26 February 2026, 1030 GMT", "2026-02-26 2026-02-26T10:30:00Z"},
        {"26 February 2026 | 12 pm", "2026-02-26 2026-02-26T12:00:00"},
        {"2026-02-26 10:00:00 +2:00:00", "2026-02-26"},
        {"2026-02-26 10:00:00 +02000", "2026-02-26"},
        {"2026-02-26 20:30:00+20:30", "2026-02-26"},
        {"2026-02-26 20:30:00+777777777", "2026-02-26"},
        {"2026-02-26 20:30:00-9999999999", "2026-02-26"},
        {"2026-02-26 10:00 XYZ", "2026-02-26"},
        {"2026-02-26 25:61", "2026-02-26"},
        {"2026-02-26T24:00:00Z", "2026-02-26"},
        {"2026-02-26T23:59:60Z", "2026-02-26 2026-02-26T23:59:60Z"},
    };
    check_rows(std::begin(rows), std::end(rows));
}

TEST_CASE("a zone never shifts the day") {
    CHECK(written(read_date("2026-02-26T23:22:44-11:00")) ==
          "2026-02-26 2026-02-26T23:22:44-11:00");
    CHECK(written(read_date("2026-02-26T00:22:44+14:00")) ==
          "2026-02-26 2026-02-26T00:22:44+14:00");
}

TEST_CASE("named months are read in the languages of the press") {
    const Row rows[] = {
        {"Feb. 26, 2026", "2026-02-26"},
        {"September 26th, 2026", "2026-09-26"},
        {"26th of February, 2026", "2026-02-26"},
        {"26FEB2026", "2026-02-26"},
        {"26 Feb '26", "2026-02-26"},
        {"2015 June 5", "2015-06-05"},
        {"Sept. 2015", "2015-09"},
        {"jeudi 26 février 2026 à 16h42", "2026-02-26 2026-02-26T16:42:00"},
        {"26 FÉVRIER 2026", "2026-02-26"},
        {"26 fevrier 2026", "2026-02-26"},
        {"1er mars 2015", "2015-03-01"},
        {"Am 5. März 2015", "2015-03-05"},
        {"Mittwoch, den 6. Juni 2012 15:00 Uhr UTC", "2012-06-06 2012-06-06T15:00:00Z"},
        {"26. Februar 2026, 15.30 Uhr", "2026-02-26 2026-02-26T15:30:00"},
        {"26 de febrero de 2026", "2026-02-26"},
        {"Segunda-feira, 5 de outubro de 2015", "2015-10-05"},
        {"giovedì 26 febbraio 2026", "2026-02-26"},
        {"donderdag 26 maart 2026", "2026-03-26"},
        {"Kamis, 26 Februari 2026 16.42 WIB", "2026-02-26 2026-02-26T16:42:00+07:00"},
        {"26 lutego 2026 r.", "2026-02-26"},
        {"5 października 2015", "2015-10-05"},
        {"26 Şubat 2026 Perşembe", "2026-02-26"},
        {"5 KASIM 2015", "2015-11-05"},
        {"26 февраля 2026 г., 10:30 МСК", "2026-02-26 2026-02-26T10:30:00+03:00"},
        {"5 мая 2015 года", "2015-05-05"},
        {"П’ятниця, 5 червня 2015", "2015-06-05"},
        {"26 февруари 2026 г.", "2026-02-26"},
        {"ngày 26 tháng 2 năm 2026", "2026-02-26"},
        {"Thứ năm, 26/2/2026, 10:30 (GMT+7)", "2026-02-26 2026-02-26T10:30:00+07:00"},
        {"tháng 6/2015", "2015-06"},
        {"2015年6月5日", "2015-06-05"},
        {"２０１５年６月５日", "2015-06-05"},
        {"2015年6月5日（星期五）下午3点05分", "2015-06-05 2015-06-05T15:05:00"},
        {"二〇一五年六月二十五日", "2015-06-25"},
        {"平成27年6月5日", "2015-06-05"},
        {"令和元年5月1日", "2019-05-01"},
        {"2015年6月", "2015-06"},
        {"2015년 06월 05일 (금) 오후 3:05", "2015-06-05 2015-06-05T15:05:00"},
        {"2015. 6. 5.", "2015-06-05"},
    };
    check_rows(std::begin(rows), std::end(rows));
}

TEST_CASE("a day and a month in numbers are ambiguous unless only one order exists") {
    const Row rows[] = {
        {"7/8/17", "ambiguous"},
        {"7/8/2017", "ambiguous"},
        {"05-06-2015", "ambiguous"},
        {"5.6.15", "ambiguous"},
        {"7/7/17", "2017-07-07"},
        {"26/02/2026", "2026-02-26"},
        {"02/26/2026 10:30", "2026-02-26 2026-02-26T10:30:00"},
        {"31.12.99", "1999-12-31"},
        {"99-12-31", "1999-12-31"},
        {"5.6.2015", "2015-06-05"},
        {"13/13/2017", "impossible"},
        {"30/2/2017", "impossible"},
        {"0/5/2017", "impossible"},
    };
    check_rows(std::begin(rows), std::end(rows));
    CHECK(written(read_date("7/8/17", DayMonthOrder::day_first)) == "2017-08-07");
    CHECK(written(read_date("7/8/17", DayMonthOrder::month_first)) == "2017-07-08");
    CHECK(written(read_date("26/8/17", DayMonthOrder::month_first)) == "2017-08-26");
    CHECK(written(read_date("5.6.2015", DayMonthOrder::month_first)) == "2015-05-06");
}

TEST_CASE("days that do not exist are told from texts that are no date") {
    const Row rows[] = {
        {"2026-02-30", "impossible"},
        {"2026-13-01", "impossible"},
        {"0000-00-00", "impossible"},
        {"2026-00-00", "impossible"},
        {"0000", "impossible"},
        {"20260230", "impossible"},
        {"31 April 2026", "impossible"},
        {"Feb 30, 2026", "impossible"},
        {"2026-366", "impossible"},
        {"2026-W54-1", "impossible"},
        {"2026年2月30日", "impossible"},
        {"", "not a date"},
        {"   ", "not a date"},
        {"false", "not a date"},
        {"yesterday", "not a date"},
        {"2 hours ago", "not a date"},
        {"December 14", "not a date"},
        {"Feb 26 :", "not a date"},
        {"Monday", "not a date"},
        {"5", "not a date"},
        {"1456531200", "not a date"},
        {"10-12 March 2017", "not a date"},
        {"1984 is a novel", "not a date"},
        {"2026-02-26-name", "not a date"},
        {"127.0.0.1", "not a date"},
        {"27 February 2026 16:42 Breaking news", "not a date"},
        {"2026-02-26T", "not a date"},
        {"9.1987", "not a date"},
    };
    check_rows(std::begin(rows), std::end(rows));
    CHECK(written(read_date("2026-02-26" + std::string(500, ','))) == "not a date");
}

TEST_CASE("a date at the start of running text is found with its length") {
    struct Start {
        std::string text;
        std::string meaning;
        std::string taken;
    };
    const Start rows[] = {
        {"27 February 2026 16:42 (UTC+04:00)\n\nText", "2026-02-27 2026-02-27T16:42:00+04:00",
         "27 February 2026 16:42 (UTC+04:00)"},
        {"Feb 26, 2026 - Anthropic", "2026-02-26", "Feb 26, 2026"},
        {" date 2026-02-27 The Pentagon", "2026-02-27", " date 2026-02-27"},
        {"26 February 2026 - 5 people", "2026-02-26", "26 February 2026"},
        {"June 5, 2015 10 people", "2015-06-05", "June 5, 2015"},
        {"June 5, 2015 at the White House", "2015-06-05", "June 5, 2015"},
        {"2026-02-30: never", "impossible", "2026-02-30"},
        {"May 2015 was warm", "2015-05", "May 2015"},
        {"3/4/2015 x", "ambiguous", "3/4/2015"},
    };
    for (const Start& row : rows) {
        CAPTURE(row.text);
        const auto found = date_at_start(row.text);
        REQUIRE(found);
        CHECK(written(found->reading) == row.meaning);
        CHECK(row.text.substr(0, found->length) == row.taken);
    }
    for (const char* text :
         {"", "Text", "1984 is", "2010-11 season", "2026-02-26-name", "127.0.0.1 is", "1.2.3 x",
          "Feb 26 : x", "DEC7 5596", "On May 5, 2015 he", "2026-02-26x", "May 12 people"}) {
        CAPTURE(text);
        CHECK_FALSE(date_at_start(text));
    }
}

TEST_CASE("a wire dateline without a year gives month and day") {
    const auto found = month_day_at_start("Feb 26 : Anthropic");
    REQUIRE(found);
    CHECK(found->day == std::chrono::February / 26);
    CHECK(found->length == 6);
    CHECK(month_day_at_start("26 February - x")->length == 11);
    CHECK(month_day_at_start("Thu Feb. 29 (Reuters)")->day == std::chrono::February / 29);
    for (const char* text : {"Feb 26, 2026 - x", "26 Feb 2026", "Feb 30 : x", "Feb 2026", "26 x",
                             "As of Dec. 30", ""}) {
        CAPTURE(text);
        CHECK_FALSE(month_day_at_start(text));
    }
}
