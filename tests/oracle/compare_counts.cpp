// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/compare_counts.h"

#include <fmt/format.h>

#include <map>
#include <set>

#include "common/fields.h"
#include "common/folding.h"

namespace dateline::oracle {
namespace {

constexpr std::string_view unknown = "\1unknown";  ///< of articles without a value
constexpr std::string_view coarse = "\1coarse";    ///< of dates that cover more than one period

using Counts = std::map<std::string, std::uint64_t, std::less<>>;

std::size_t period_bytes(const std::string& name) {
    return name == "year" ? 4 : name == "month" ? 7 : name == "day" ? 10 : 0;
}

/// What an article counts for: values of a field, however they are spelt, or the year, month or day
/// of its date.
std::set<std::string> values_of(const Article& article, const std::string& name) {
    const std::size_t bytes = period_bytes(name);
    if (bytes == 0) {
        std::set<std::string> distinct;
        for (const std::string& value : field(name).get(article))
            distinct.insert(fold_value(value));
        if (distinct.empty()) distinct.emplace(unknown);
        return distinct;
    }
    if (!article.published) return {std::string(unknown)};
    const std::string date = to_string(*article.published);
    return {date.size() < bytes ? std::string(coarse) : date.substr(0, bytes)};
}

Counts counts_of(const PlainArchive& archive, const ArticleSet& articles, const std::string& name) {
    Counts counts;
    for (const std::uint32_t i : articles)
        for (const std::string& value : values_of(archive.articles()[i].article, name))
            ++counts[value];
    return counts;
}

std::uint64_t taken(Counts& counts, std::string_view value) {
    const auto found = counts.find(value);
    if (found == counts.end()) return 0;
    const std::uint64_t number = found->second;
    counts.erase(found);
    return number;
}

class Complaints {
public:
    void expect(const std::string& what, std::uint64_t found, std::uint64_t expected) {
        if (found != expected)
            texts_.push_back(fmt::format("{}: found {}, expected {}", what, found, expected));
    }
    std::vector<std::string> take() { return std::move(texts_); }

private:
    std::vector<std::string> texts_;
};

bool inside(const Article& article, const Day& first, const Day& last) {
    if (!article.published) return false;
    const DateRange days = days_of(*article.published);
    return first <= *days.first && *days.last <= last;
}

std::uint64_t number_inside(const CountedArticles& counted, const ArticleSet& articles,
                            const TimelineBar& bar) {
    std::uint64_t number = 0;
    for (const std::uint32_t i : articles)
        number += inside(counted.archive.articles()[i].article, bar.first, bar.last);
    return number;
}

std::string name_of(const TimelineBar& bar) {
    return to_string(bar.first) + ".." + to_string(bar.last);
}

void compare_bar(const CountedArticles& counted, const Timeline& timeline, const TimelineBar& bar,
                 Complaints& complaints) {
    complaints.expect(name_of(bar), bar.articles, number_inside(counted, counted.matches, bar));
    if (counted.all != nullptr)
        complaints.expect(name_of(bar) + " of", bar.of.value_or(0),
                          number_inside(counted, *counted.all, bar));
    for (std::size_t i = 0; i < timeline.columns.size(); ++i) {
        std::uint64_t number = 0;
        for (const std::uint32_t article : counted.matches) {
            const Article& each = counted.archive.articles()[article].article;
            number += inside(each, bar.first, bar.last) &&
                      values_of(each, timeline.field).contains(fold_value(timeline.columns[i]));
        }
        complaints.expect(name_of(bar) + " " + timeline.columns[i], bar.parts.at(i), number);
    }
}

}  // namespace

std::vector<std::string> compare_facet(const CountedArticles& counted, const Facet& facet) {
    Counts expected = counts_of(counted.archive, counted.matches, facet.field);
    Counts all;
    if (counted.all != nullptr) all = counts_of(counted.archive, *counted.all, facet.field);
    Complaints complaints;
    complaints.expect(facet.field + " not known", facet.unknown, taken(expected, unknown));
    complaints.expect(facet.field + " coarse", facet.coarse, taken(expected, coarse));
    for (const FacetCount& count : facet.counts) {
        complaints.expect(facet.field + " " + count.value, count.articles,
                          taken(expected, fold_value(count.value)));
        if (counted.all != nullptr)
            complaints.expect(facet.field + " " + count.value + " of", count.of.value_or(0),
                              all[fold_value(count.value)]);
    }
    for (const auto& [value, number] : expected)
        complaints.expect(facet.field + " " + value, 0, number);
    return complaints.take();
}

std::vector<std::string> compare_timeline(const CountedArticles& counted,
                                          const Timeline& timeline) {
    Complaints complaints;
    std::uint64_t in_bars = 0;
    std::uint64_t undated = 0;
    for (std::size_t i = 0; i < timeline.bars.size(); ++i) {
        const TimelineBar& bar = timeline.bars[i];
        in_bars += bar.articles;
        compare_bar(counted, timeline, bar, complaints);
        if (i == 0) continue;
        const auto gap =
            std::chrono::sys_days(bar.first) - std::chrono::sys_days(timeline.bars[i - 1].last);
        complaints.expect("days from bar to bar", static_cast<std::uint64_t>(gap.count()), 1);
    }
    for (const std::uint32_t i : counted.matches)
        undated += !counted.archive.articles()[i].article.published;
    complaints.expect("undated", timeline.undated, undated);
    complaints.expect("coarse", timeline.coarse, counted.matches.size() - undated - in_bars);
    return complaints.take();
}

}  // namespace dateline::oracle
