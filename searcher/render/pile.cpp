// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/pile.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/code_points.h"
#include "common/terminal.h"
#include "searcher/counts/timeline.h"

namespace dateline {
namespace {

constexpr std::size_t longest_bar = 50;
constexpr std::size_t widest_column = 14;
constexpr std::size_t margin = 2;

/// Cut inside a word if need be: `The Washingto…` says more than `The…`.
std::string cut_anywhere(const std::string& text, std::size_t width) {
    if (display_width(text) <= width) return text;
    std::size_t end = text.size();
    while (end > 0 && display_width(text.substr(0, end)) >= width)
        end = character_begin(text, end - 1);
    return text.substr(0, end) + "\u2026";
}

/// One line: label, bar, number, share, and what is said of it.
struct Row {
    std::string label;
    std::uint64_t articles = 0;
    std::optional<std::uint64_t> of;
    std::string remark;
    bool drawn = true;  ///< a sum of many would make all other bars short
};

std::string padded(std::string text, std::size_t width) {
    const std::size_t taken = display_width(text);
    if (taken < width) text.append(width - taken, ' ');
    return text;
}

/// Eighths of a block; a count is never no bar at all.
std::string bar(double weight, double most, std::size_t width) {
    constexpr std::string_view eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (weight <= 0 || most <= 0) return "";
    const auto length = static_cast<std::size_t>(weight / most * static_cast<double>(width * 8));
    const std::size_t units = std::max<std::size_t>(length, 1);
    std::string drawn;
    for (std::size_t i = 0; i < units / 8; ++i) drawn += "█";
    return drawn.append(eighths[units % 8]);
}

/// "62%  1,250 of 2,000"
std::string number_of(const Row& row) {
    if (!row.of) return grouped(row.articles);
    return fmt::format("{:>5}  {} of {}", percent(row.articles, *row.of), grouped(row.articles),
                       grouped(*row.of));
}

/// What the bar's length stands for.
double weight_of(const Row& row) {
    const auto articles = static_cast<double>(row.articles);
    if (!row.of) return articles;
    return *row.of == 0 ? 0 : articles / static_cast<double>(*row.of);
}

struct Columns {
    std::size_t label = 0;
    std::size_t number = 0;
    std::size_t bar = 0;
};

Columns columns_of(const std::vector<Row>& rows, std::size_t width) {
    Columns columns;
    bool remarks = false;
    for (const Row& row : rows) {
        columns.label = std::max(columns.label, display_width(row.label));
        columns.number = std::max(columns.number, display_width(number_of(row)));
        remarks |= !row.remark.empty();
    }
    columns.label = std::min(columns.label, std::max<std::size_t>(width * 2 / 5, 10));
    const std::size_t used = margin + columns.label + 2 + columns.number + 2;
    const std::size_t room = width > used ? width - used : 0;
    columns.bar = std::min(longest_bar, remarks ? room * 2 / 5 : room);
    return columns;
}

void print_rows(const std::vector<Row>& rows, Page& page) {
    const std::size_t width = page.options().width;
    const Columns columns = columns_of(rows, width);
    double most = 0;
    for (const Row& row : rows)
        if (row.drawn) most = std::max(most, weight_of(row));
    for (const Row& row : rows) {
        const std::string label = cut_to_width(row.label, columns.label);
        const std::string drawn = row.drawn ? bar(weight_of(row), most, columns.bar) : "";
        const std::string number = number_of(row);
        const std::size_t gap = columns.number - display_width(number);
        std::string line(margin, ' ');
        line += padded(label, columns.label) + "  ";
        line.append(row.of ? 0 : gap, ' ');
        line += number;
        line.append(row.of ? gap : 0, ' ');
        std::string tail;
        if (!drawn.empty()) tail = "  " + page.styled(drawn, Paint::bar);
        if (!row.remark.empty()) {
            const std::size_t taken =
                margin + columns.label + 2 + columns.number + 2 + columns.bar + 2;
            if (taken + 12 <= width) {
                tail.append(columns.bar - display_width(drawn) + 2, ' ');
                tail += page.styled(cut_to_width(row.remark, width - taken), Paint::title);
            }
        }
        page.out() << (tail.empty() ? line.substr(0, line.find_last_not_of(' ') + 1) : line + tail)
                   << '\n';
    }
}

std::string joined(const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, "; "));
}

void print_left_over(const std::vector<std::string>& parts, Page& page) {
    if (!parts.empty()) page.inner(margin).print(joined(parts), Paint::note);
}

/// "118 others, 1 article each: --rows 0 shows all"
std::string more_values(const FacetCount& others) {
    if (others.values == 1) return "1 other: --rows 0 shows it";
    return fmt::format("{} others, {}{} each: --rows 0 shows all", grouped(others.values),
                       others.most == 1 ? "" : "at most ",
                       counted(others.most, "article", "articles"));
}

void print_facet(const Facet& facet, Page& page) {
    page.print(fmt::format("By {}", make_safe(facet.field)), Paint::title);
    std::vector<Row> rows;
    for (const FacetCount& count : facet.counts)
        rows.push_back({make_safe(count.value), count.articles, count.of, "", count.values == 0});
    print_rows(rows, page);
    std::vector<std::string> rest;
    if (!facet.counts.empty() && facet.counts.back().values > 0)
        rest.push_back(more_values(facet.counts.back()));
    for (std::string& part : left_over(facet)) rest.push_back(std::move(part));
    print_left_over(rest, page);
}

std::string heading_of(const Timeline& timeline) {
    std::string heading = fmt::format("By {}", period_name(timeline.period));
    if (timeline.period == Period::week) heading += ", each from its Monday";
    return heading;
}

void print_bars(const Timeline& timeline, Page& page) {
    std::vector<Row> rows;
    for (const TimelineBar& bar : timeline.bars)
        rows.push_back({label_of(timeline, bar), bar.articles, bar.of,
                        bar.peak ? make_safe(bar.peak->title) : "", !bar.earlier});
    print_rows(rows, page);
}

/// The cells of one line of the table: all, the columns, others.
std::vector<std::string> cells_of(const Timeline& timeline, const TimelineBar& bar,
                                  std::size_t columns) {
    std::vector<std::string> cells{grouped(bar.articles)};
    if (bar.of) cells.back() += fmt::format(" ({})", percent(bar.articles, *bar.of));
    const auto cell = [](std::uint64_t number) { return number == 0 ? "\u00B7" : grouped(number); };
    for (std::size_t i = 0; i < columns; ++i) cells.push_back(cell(bar.parts[i]));
    if (const auto rest = others(timeline, bar, columns)) cells.push_back(cell(*rest));
    return cells;
}

/// Gives how many columns there was no room for.
std::size_t print_table(const Timeline& timeline, Page& page) {
    std::size_t columns = timeline.columns.size();
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> lines;
    std::vector<std::size_t> widths;
    for (;; --columns) {
        head = {"all"};
        for (std::size_t i = 0; i < columns; ++i)
            head.push_back(cut_anywhere(make_safe(timeline.columns[i]), widest_column));
        if (!timeline.overlapping) head.push_back("others");
        lines.clear();
        for (const TimelineBar& bar : timeline.bars)
            lines.push_back(cells_of(timeline, bar, columns));
        widths.assign(head.size(), 0);
        std::size_t total = margin + 10;
        for (std::size_t i = 0; i < head.size(); ++i) {
            widths[i] = display_width(head[i]);
            for (const auto& line : lines) widths[i] = std::max(widths[i], display_width(line[i]));
            total += widths[i] + 2;
        }
        if (columns == 0 || total <= page.options().width) break;
    }
    const auto print_line = [&](const std::string& label, const std::vector<std::string>& cells,
                                Paint paint) {
        std::string line = std::string(margin, ' ') + padded(label, 10);
        for (std::size_t i = 0; i < cells.size(); ++i)
            line += std::string(2 + widths[i] - display_width(cells[i]), ' ') + cells[i];
        page.out() << page.styled(line, paint) << '\n';
    };
    print_line("", head, Paint::note);
    for (std::size_t i = 0; i < lines.size(); ++i)
        print_line(label_of(timeline, timeline.bars[i]), lines[i], Paint::none);
    return timeline.columns.size() - columns;
}

void print_timeline(const Timeline& timeline, Page& page) {
    std::vector<std::string> rest;
    if (timeline.columns.empty()) {
        page.print(heading_of(timeline), Paint::title);
        print_bars(timeline, page);
    } else {
        page.print(fmt::format("{}, and by {}", heading_of(timeline), timeline.field),
                   Paint::title);
        if (const std::size_t hidden = print_table(timeline, page))
            rest.push_back(fmt::format("{} more in a wider window", hidden));
    }
    for (std::string& part : left_over(timeline)) rest.push_back(std::move(part));
    print_left_over(rest, page);
}

}  // namespace

std::string percent(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return "\u2013";
    const double share = static_cast<double>(part) * 100 / static_cast<double>(whole);
    return share >= 9.95 || part == 0 ? fmt::format("{:.0f}%", share)
                                      : fmt::format("{:.1f}%", share);
}

std::vector<std::string> left_over(const Facet& facet) {
    std::vector<std::string> parts;
    if (facet.unknown > 0)
        parts.push_back(period_named(facet.field)
                            ? fmt::format("{} undated", grouped(facet.unknown))
                            : fmt::format("{} whose {} is not known", grouped(facet.unknown),
                                          make_safe(facet.field)));
    if (facet.coarse > 0)
        parts.push_back(fmt::format("{} dated too roughly", grouped(facet.coarse)));
    return parts;
}

std::vector<std::string> left_over(const Timeline& timeline) {
    std::vector<std::string> parts;
    if (timeline.undated > 0) parts.push_back(fmt::format("{} undated", grouped(timeline.undated)));
    if (timeline.coarse > 0)
        parts.push_back(fmt::format("{} dated too roughly for a {}", grouped(timeline.coarse),
                                    period_name(timeline.period)));
    return parts;
}

void render_pile(const SearchResult& result, const TextOptions& options, std::ostream& out) {
    Page page(options, 0, out);
    bool first = true;
    const auto part = [&] {
        if (!first) out << '\n';
        first = false;
    };
    if (result.timeline) {
        part();
        print_timeline(*result.timeline, page);
    }
    for (const Facet& facet : result.facets) {
        part();
        print_facet(facet, page);
    }
}

std::optional<std::uint64_t> others(const Timeline& timeline, const TimelineBar& bar,
                                    std::size_t columns) {
    if (timeline.overlapping) return std::nullopt;
    std::uint64_t rest = bar.articles;
    for (std::size_t i = 0; i < columns; ++i) rest -= std::min(rest, bar.parts[i]);
    return rest;
}

}  // namespace dateline
