// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/dates/publication_day.h"

#include <string>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/origin.h"
#include "indexer/metadata/dates/date_path.h"
#include "indexer/metadata/outlets/hosts.h"

namespace dateline {
namespace {

constexpr std::size_t quoted_bytes = 60;

std::string quoted(std::string_view value) {
    const std::size_t size = character_begin(value, std::min(value.size(), quoted_bytes));
    std::string text = "'";
    text.append(value.substr(0, size)).append(size < value.size() ? "…'" : "'");
    return text;
}

std::string message_for(DateProblem problem, std::string_view value) {
    switch (problem) {
        case DateProblem::impossible:
            return "date " + quoted(value) + " does not exist";
        case DateProblem::ambiguous:
            return "date " + quoted(value) + " is ambiguous: day or month may come first";
        case DateProblem::not_a_date:
        case DateProblem::none:
            break;
    }
    return "date " + quoted(value) + " is not understood";
}

/// Jekyll's `published: false` says that a page is a draft.
bool is_flag(std::string_view value) {
    return ascii::equal_ignoring_case(value, "true") || ascii::equal_ignoring_case(value, "false");
}

std::optional<CalendarDate> date_in_value(std::string_view value) {
    const std::string path =
        (value.starts_with('/') || is_url(value) ? "" : "/") + std::string(value);
    return date_in_path(path);
}

class DateReader {
public:
    DateReader(const DateClues& clues, Article& article, std::vector<Problem>& problems)
        : clues_(clues), article_(article), problems_(problems) {}

    void read() {
        if (read_fields(clues_.stated, "")) {
            take_time_of_text();
            return;
        }
        if (clues_.text_date) {
            take(*clues_.text_date, text_of(Origin::first_lines));
            return;
        }
        for (const StatedField& field : clues_.stated.all(Meaning::file_path)) {
            if (take(date_in_value(field.raw->values.front()), field.raw->key)) return;
        }
        if (take(date_in_value(clues_.place.path), text_of(Origin::file_path))) return;
        if (take(read_url_date(), text_of(Origin::url))) return;
        if (read_fields(clues_.defaults, clues_.place.defaults_from)) return;
        for (const StatedField& field : clues_.stated.all(Meaning::file_date)) {
            const DateReading reading = read_date(field.raw->values.front());
            // The hour when it was made says nothing of the article.
            if (reading.date) return take(StatedDate{reading.date->date, ""}, field.key->note);
        }
    }

private:
    /// True if the fields settle the matter, be it with a problem.
    bool read_fields(const StatedFields& fields, std::string_view from) {
        for (const StatedField& field : fields.all(Meaning::date)) {
            for (const std::string& value : field.raw->values) {
                if (is_flag(value)) continue;
                const DateReading reading = read(value);
                if (reading.date) {
                    take(*reading.date, from.empty() ? field.key->note : from);
                    return true;
                }
                problems_.push_back({"", field.raw->line, message_for(reading.problem, value),
                                     false, ProblemKind::bad_date});
                if (reading.problem != DateProblem::not_a_date) return true;
            }
        }
        return false;
    }

    /// 7/8/17 in a file whose path or URL says 2017-07-08 is settled.
    DateReading read(std::string_view value) const {
        const DateReading reading = read_date(value);
        if (reading.problem != DateProblem::ambiguous) return reading;
        for (const auto& known : {date_in_value(clues_.place.path), read_url_date()}) {
            for (const auto order : {DayMonthOrder::day_first, DayMonthOrder::month_first}) {
                const DateReading tried = read_date(value, order);
                if (known && tried.date && tried.date->date == *known) return tried;
            }
        }
        return reading;
    }

    std::optional<CalendarDate> read_url_date() const {
        if (!article_.url.empty()) return date_in_path(article_.url);
        // A page's own address without a host, /2015/06/name.html.
        for (const StatedField& field : clues_.stated.all(Meaning::url)) {
            if (const auto date = date_in_value(field.raw->values.front())) return date;
        }
        return {};
    }

    void take(const StatedDate& stated, std::string_view from) {
        article_.published = stated.date;
        article_.instant = stated.instant;
        if (!from.empty()) article_.derived["date"] = from;
    }

    bool take(const std::optional<CalendarDate>& date, std::string_view from) {
        if (date) take(StatedDate{*date, ""}, from);
        return date.has_value();
    }

    /// The line "27 February 2026 16:42 (UTC+04:00)" under a header that states the day alone.
    void take_time_of_text() {
        if (!clues_.text_date || !article_.published || !article_.instant.empty()) return;
        if (clues_.text_date->date != *article_.published) return;
        article_.instant = clues_.text_date->instant;
        if (!article_.instant.empty()) article_.derived["instant"] = text_of(Origin::first_lines);
    }

    const DateClues& clues_;
    Article& article_;
    std::vector<Problem>& problems_;
};

}  // namespace

void resolve_date(const DateClues& clues, Article& article, std::vector<Problem>& problems) {
    DateReader(clues, article, problems).read();
}

}  // namespace dateline
