// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/timeline_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "common/counted.h"
#include "searcher/counts/timeline.h"
#include "searcher/render/html_parts.h"
#include "searcher/web/frame.h"

namespace dateline::web {
namespace {

constexpr double width = 1000;  // of the drawing, whatever it is on the screen
constexpr double height = 64;
constexpr std::size_t most_bars_offered = 800;

std::string label_in_words(Period period, const Day& first) {
    const int year = static_cast<int>(first.year());
    switch (period) {
        case Period::day:
            return day_in_words(first);
        case Period::week:
            return "week of " + day_in_words(first);
        case Period::month:
            return fmt::format("{} {}", month_name(first), year);
        case Period::year:
            return fmt::format("{}", year);
    }
    return "";
}

/// Those of a bar's days that are asked for.
std::pair<Day, Day> days_asked(const TimelineBar& bar, const Asked& asked) {
    const DateRange& days = asked.command.request.days;
    return {std::max(bar.first, days.first.value_or(bar.first)),
            std::min(bar.last, days.last.value_or(bar.last))};
}

/// They as the filters have them: a whole month or year by its name.
Parameters narrowed_to(Period period, const TimelineBar& bar, const Asked& asked) {
    const auto [first, last] = days_asked(bar, asked);
    const Parameters typed = without(asked.typed, {Role::days, Role::place});
    const bool whole = first == bar.first && last == bar.last;
    if (whole && period != Period::week) return with(typed, "on", period_label(period, first));
    return with(with(typed, "since", to_string(first)), "until", to_string(last));
}

std::string bar(const Timeline& timeline, std::size_t i, std::uint64_t most, const Asked& asked) {
    const TimelineBar& one = timeline.bars[i];
    const double step = width / static_cast<double>(timeline.bars.size());
    const double gap = std::min(step * .15, 4.0);
    const double share =
        most == 0 ? 0 : static_cast<double>(one.articles) / static_cast<double>(most);
    const double tall = one.articles == 0 ? 0 : std::max(2.0, share * (height - 2));
    std::string label = fmt::format("{}: {}", label_in_words(timeline.period, one.first),
                                    counted(one.articles, "article", "articles"));
    if (one.peak) label += " \u2014 " + one.peak->title;
    const std::string shapes = fmt::format(
        "<title>{}</title><rect class=\"hit-area\" x=\"{:.2f}\" y=\"0\" width=\"{:.2f}\" "
        "height=\"{}\"/><rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\"/>",
        escape_html(label), step * static_cast<double>(i), step, height,
        step * static_cast<double>(i) + gap / 2, height - tall, std::max(step - gap, .5), tall);
    const auto [first, last] = days_asked(one, asked);
    const std::string days =
        fmt::format("data-first=\"{}\" data-last=\"{}\"", to_string(first), to_string(last));
    if (one.articles == 0) return fmt::format("<g {}>{}</g>", days, shapes);
    return anchor(address_of("/search", narrowed_to(timeline.period, one, asked)), shapes, days);
}

std::string period_links(const Timeline& timeline, const Asked& asked) {
    const auto days = [](const Day& day) { return std::chrono::sys_days(day).time_since_epoch(); };
    const auto length = static_cast<std::size_t>(
        (days(timeline.bars.back().last) - days(timeline.bars.front().first)).count() + 1);
    std::string links;
    constexpr std::array<std::pair<Period, std::size_t>, 4> lengths{
        {{Period::day, 1}, {Period::week, 7}, {Period::month, 30}, {Period::year, 365}}};
    for (const auto& [period, day_count] : lengths) {
        if (period != timeline.period && length / day_count > most_bars_offered) continue;
        if (period != timeline.period && length < 2 * day_count) continue;
        const std::string name(period_name(period));
        links += links.empty() ? "by " : ", ";
        links += period == timeline.period
                     ? fmt::format("<b>{}</b>", name)
                     : anchor(address_of("/search", with(asked.typed, "timeline", name)), name);
    }
    return links;
}

std::string range_form(const Asked& asked) {
    const Parameters others = without(asked.typed, {Role::days, Role::place});
    std::string on = value_of(asked.typed, "on");
    const std::string since = value_of(asked.typed, "since");
    const std::string until = value_of(asked.typed, "until");
    return fmt::format(
        "<form class=\"range\" action=\"/search\">{}<label>from <input name=\"since\" size=\"10\" "
        "placeholder=\"2026-02\" value=\"{}\"></label> <label>to <input name=\"until\" "
        "size=\"10\" placeholder=\"today\" value=\"{}\"></label> <button>Set days</button></form>",
        hidden_inputs(others), escape_html(since.empty() ? on : since),
        escape_html(until.empty() ? on : until));
}

/// What is in no bar, as links to it.
std::string rest(const Timeline& timeline, const Asked& asked) {
    std::string html;
    if (timeline.undated > 0) {
        const Parameters undated = with_words(asked.typed, "-has:date");
        html += fmt::format("<span>{}</span>",
                            anchor(address_of("/search", undated),
                                   fmt::format("{} undated", grouped(timeline.undated))));
    }
    if (timeline.coarse > 0)
        html += fmt::format(
            "<span>in no bar, but found by its days: {} of which only the {} is known</span>",
            counted(timeline.coarse, "article", "articles"),
            timeline.period == Period::month ? "year" : "month or year");
    return html;
}

}  // namespace

std::string day_in_words(const Day& day) {
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()), month_name(day),
                       static_cast<int>(day.year()));
}

std::string short_date(const CalendarDate& date) {
    const int year = static_cast<int>(date.day.year());
    const std::string_view month = month_name(date.day).substr(0, 3);
    if (date.precision == Precision::year) return fmt::format("{}", year);
    if (date.precision == Precision::month) return fmt::format("{} {}", month, year);
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day.day()), month, year);
}

std::string timeline_chart(const Timeline& timeline, const Asked& asked) {
    if (timeline.bars.empty()) {
        const std::string left = rest(timeline, asked);
        return left.empty() ? ""
                            : fmt::format("<section class=\"time\"><p>{}</p></section>\n", left);
    }
    std::uint64_t most = 0;
    for (const TimelineBar& one : timeline.bars) most = std::max(most, one.articles);
    std::string bars;
    for (std::size_t i = 0; i < timeline.bars.size(); ++i) bars += bar(timeline, i, most, asked);
    std::ostringstream table;
    print_timeline(timeline, table);
    const std::string first = label_in_words(timeline.period, timeline.bars.front().first);
    const std::string last = label_in_words(timeline.period, timeline.bars.back().first);
    return fmt::format(
        "<section class=\"time\" id=\"timeline\" aria-label=\"Timeline\">\n"
        "<svg viewBox=\"0 0 {} {}\" preserveAspectRatio=\"none\" role=\"group\" "
        "aria-label=\"Articles by {}, {} to {}; the table below has the numbers\">{}</svg>\n"
        "<p class=\"ends\"><span>{}</span><span>{}</span></p>\n"
        "<div class=\"tools\">{}<span>{}</span>{}"
        "<details class=\"table\"><summary>as a table</summary>{}</details></div>\n</section>\n",
        width, height, period_name(timeline.period), first, last, bars, first, last,
        range_form(asked), period_links(timeline, asked), rest(timeline, asked), table.str());
}

}  // namespace dateline::web
