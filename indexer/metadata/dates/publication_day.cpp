// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/dates/publication_day.h"

#include <algorithm>
#include <chrono>
#include <string>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/origin.h"
#include "indexer/metadata/dates/date_path.h"
#include "indexer/metadata/dates/visible_dates.h"
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

/// What programs write for no day: .NET's first one, and the first second of Unix.
bool is_no_day(std::string_view value) {
    return value.starts_with("0001-01-01") || value.starts_with("1970-01-01T00:00:00") ||
           value.starts_with("1970-01-01 00:00:00");
}

std::optional<CalendarDate> date_in_value(std::string_view value) {
    const std::string path =
        (value.starts_with('/') || is_url(value) ? "" : "/") + std::string(value);
    return date_in_path(path);
}

/// A day as a number, to tell how far two are apart.
std::chrono::sys_days sys_day_of(const CalendarDate& date) {
    return std::chrono::sys_days{date.day};
}

bool is_utc(std::string_view instant) {
    return instant.ends_with('Z') || instant.ends_with("+00:00");
}

class DateReader {
public:
    DateReader(const DateClues& clues, Article& article, std::vector<Problem>& problems)
        : clues_(clues),
          article_(article),
          problems_(problems),
          visible_(visible_dates(clues.stated, clues.stated.first(Meaning::language))) {}

    void read() {
        if (read_fields(clues_.stated, "", Kind::publication)) {
            confirm_day();
            take_time_of_text();
            return;
        }
        if (take_day_of_address() || take_visible(false)) return;
        if (clues_.text_date) {
            take(*clues_.text_date, text_of(Origin::first_lines));
            return;
        }
        if (read_fields(clues_.stated, "", Kind::other)) return take_time_of_text();
        for (const StatedField& field : clues_.stated.all(Meaning::file_path)) {
            if (take(date_in_value(field.raw->values.front()), field.raw->key)) return;
        }
        if (take(date_in_value(clues_.place.path), text_of(Origin::file_path))) return;
        if (take(read_url_date(), text_of(Origin::url))) return;
        if (take_visible(true)) return;
        if (read_fields(clues_.defaults, clues_.place.defaults_from, Kind::publication)) return;
        for (const StatedField& field : clues_.stated.all(Meaning::file_date)) {
            const DateReading reading = read_date(field.raw->values.front());
            // The hour when it was made says nothing of the article.
            if (reading.date) return take(StatedDate{reading.date->date, ""}, field.key->note);
        }
    }

private:
    /// What a key's day is of: publication, or saving and changing.
    enum class Kind { publication, other };

    /// True if the fields settle the matter, be it with a problem.
    bool read_fields(const StatedFields& fields, std::string_view from, Kind kind) {
        for (const StatedField& field : fields.all(Meaning::date)) {
            if (field.key->note.empty() != (kind == Kind::publication)) continue;
            for (const std::string& value : field.raw->values) {
                if (is_flag(value) || is_no_day(value)) continue;
                const DateReading reading = read(value);
                if (reading.date) {
                    take(*reading.date, from.empty() ? field.key->note : from);
                    is_sure_ = field.key->rank < unsure_rank;
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
        std::vector<std::optional<CalendarDate>> days{date_in_value(clues_.place.path),
                                                      read_url_date()};
        for (const VisibleDate& visible : visible_) days.push_back(visible.date.date);
        for (const auto& known : days) {
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

    /// A whole day in the address, unless the page shows one beside it: many a page shows the day
    /// of reading, or those of other articles.
    bool take_day_of_address() {
        const auto day = read_url_date();
        if (visible_.empty() || !day || day->precision != Precision::day) return false;
        const auto is_near = [&](const VisibleDate& visible) {
            const auto apart = sys_day_of(visible.date.date) - sys_day_of(*day);
            return !visible.updated && visible.date.date.precision == Precision::day &&
                   apart.count() >= -1 && apart.count() <= 1;
        };
        const auto shown = std::ranges::find_if(visible_, is_near);
        if (shown != visible_.end()) {
            take(shown->date, text_of(Origin::page));
        } else {
            take(day, text_of(Origin::url));
        }
        return true;
    }

    bool take_visible(bool updated) {
        for (const VisibleDate& visible : visible_) {
            if (visible.updated != updated) continue;
            take(visible.date, text_of(updated ? Origin::other : Origin::page));
            if (updated) article_.derived["date"] = "last updated";
            return true;
        }
        return false;
    }

    /// What is stated may be confirmed or mended by what the page shows and by its address.
    void confirm_day() {
        if (!article_.published || article_.published->precision != Precision::day) return;
        const std::vector<CalendarDate> shown = shown_days();
        const auto is_shown = [&](const StatedDate& date) {
            return std::ranges::find(shown, date.date) != shown.end();
        };
        if (is_shown({*article_.published, ""})) return;
        if (is_utc(article_.instant) && take_day_near(shown)) return;
        if (!is_sure_ && take_earlier()) return;
        // Of several days that are stated, the one that the page shows.
        const std::vector<StatedDate> others = stated_days(true);
        const auto is_seen = [&](const StatedDate& date) {
            return std::ranges::any_of(visible_, [&](const VisibleDate& visible) {
                return is_shown(date) && visible.date.date == date.date;
            });
        };
        const auto found = std::ranges::find_if(others, is_seen);
        if (found != others.end()) take(*found, "");
    }

    /// A key that only says "date" may be of a change some days later.
    bool take_earlier() {
        const auto is_earlier = [&](const VisibleDate& visible) {
            const auto apart = sys_day_of(*article_.published) - sys_day_of(visible.date.date);
            return !visible.updated && apart.count() > 0 && apart.count() <= 3;
        };
        const auto found = std::ranges::find_if(visible_, is_earlier);
        if (found == visible_.end()) return false;
        take(found->date, text_of(Origin::page));
        return true;
    }

    /// The days that the page shows, and that of its address, without those of changes.
    std::vector<CalendarDate> shown_days() const {
        std::vector<CalendarDate> days;
        for (const VisibleDate& visible : visible_)
            if (!visible.updated && !is_utc(visible.date.instant))
                days.push_back(visible.date.date);
        if (const auto url = read_url_date(); url && url->precision == Precision::day)
            days.push_back(*url);
        for (const StatedDate& change : stated_days(false))
            if (change.date != *article_.published) std::erase(days, change.date);
        return days;
    }

    /// A page of Los Angeles that states 05:00Z was published the day before. A stamp of its own
    /// time tells, the day that it shows, or the one in its address.
    bool take_day_near(const std::vector<CalendarDate>& shown) {
        const auto hour = article_.instant.substr(11, 2);
        const auto is_near = [&](const CalendarDate& date) {
            const auto apart = (sys_day_of(date) - sys_day_of(*article_.published)).count();
            return apart == 0 || (apart == -1 && hour < "09") || (apart == 1 && hour > "10");
        };
        for (const StatedDate& other : stated_days(true)) {
            if (is_utc(other.instant) || other.instant.size() <= 20 || !is_near(other.date))
                continue;
            take(other, "");
            return true;
        }
        const auto found = std::ranges::find_if(shown, is_near);
        if (found == shown.end()) return false;
        article_.published = *found;
        return true;
    }

    /// All days that the article's keys say of its publication, or of other things.
    std::vector<StatedDate> stated_days(bool publication) const {
        std::vector<StatedDate> days;
        for (const StatedField& field : clues_.stated.all(Meaning::date)) {
            for (const std::string& value : field.raw->values) {
                const auto date = read_date(value).date;
                if (field.key->note.empty() == publication && date &&
                    date->date.precision == Precision::day)
                    days.push_back(*date);
            }
        }
        return days;
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
    std::vector<VisibleDate> visible_;
    static constexpr std::uint8_t unsure_rank = 2;  // of keys such as `date`
    bool is_sure_ = true;  // that the day taken from the keys is that of publication
};

}  // namespace

void resolve_date(const DateClues& clues, Article& article, std::vector<Problem>& problems) {
    DateReader(clues, article, problems).read();
}

}  // namespace dateline
