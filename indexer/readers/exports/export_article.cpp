// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/export_article.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/text_parts.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Where a year of four digits ends; npos if there is none.
std::size_t year_end(std::string_view line) {
    for (std::size_t at = 0, digits = 0; at <= line.size(); ++at) {
        if (at < line.size() && ascii::is_digit(line[at])) {
            ++digits;
            continue;
        }
        const std::string_view century = digits == 4 ? line.substr(at - 4, 2) : "";
        if (century == "18" || century == "19" || century == "20") return at;
        digits = 0;
    }
    return npos;
}

void set_text(RawArticle& article, const std::vector<ExportParagraph>& paragraphs) {
    TextBuilder builder;
    for (const ExportParagraph& paragraph : paragraphs) {
        std::string_view rest = paragraph.text;
        std::uint32_t line = paragraph.line;
        while (!rest.empty()) {
            builder.add(take_line(rest), line);
            builder.end_line();
        }
        builder.end_paragraph();
    }
    builder.move_into(article);
}

/// "she reported from Rome": what stands behind names and is none.
bool is_remark(std::string_view part) {
    constexpr std::size_t most_words = 6;
    const auto words = static_cast<std::size_t>(std::ranges::count(part, ' ')) + 1;
    const std::string lower = ascii::lowered(part);
    return words > most_words ||
           std::ranges::any_of(std::to_array<std::string_view>(
                                   {"report", "contribut", "special ", "special to", "photo"}),
                               [&](auto word) { return lower.find(word) != lower.npos; });
}

/// "Political Editor", "Staff Writer": what somebody is.
bool is_office(std::string_view part) {
    constexpr auto offices = std::to_array<std::string_view>(
        {"editor", "correspondent", "reporter", "writer", "columnist", "critic", "redakteur",
         "redakteurin", "korrespondent", "korrespondentin"});
    const std::string_view last = ascii::trim(part).substr(ascii::trim(part).rfind(' ') + 1);
    return std::ranges::any_of(offices,
                               [&](auto each) { return ascii::equal_ignoring_case(last, each); });
}

/// "Ann Lee (ann@paper.example)" -> "Ann Lee".
std::string without_addresses(std::string text) {
    for (std::size_t open = text.find('('); open != npos; open = text.find('(', open)) {
        const std::size_t close = std::min(text.find(')', open), text.size());
        const bool address = std::string_view(text).substr(open, close - open).find('@') != npos;
        if (address)
            text.erase(open, close + 1 - open);
        else
            open = close;
    }
    return text;
}

/// "Bob Roe in Paris and Ann Lee in Rome" -> "Bob Roe and Ann Lee": words in capitals are the
/// place.
std::string without_places(std::string_view text) {
    std::string names;
    bool place = false;
    while (!text.empty()) {
        const std::string_view word = take_part(text, ' ');
        const bool begins = !names.empty() && ascii::equal_ignoring_case(word, "in") &&
                            !text.empty() && !ascii::is_lower(text.front());
        const bool named = !word.empty() && !ascii::is_lower(word.front()) &&
                           !ascii::equal_ignoring_case(word, "and");
        const std::size_t mark = place && named ? word.find_first_of(",;") : npos;
        if (mark != npos) names += word.substr(mark);
        place = begins || (place && named && mark == npos);
        if (!place && mark == npos) names.append(names.empty() ? "" : " ").append(word);
    }
    return names;
}

/// The names in a part of a byline: "Ann Lee, special to the Sample", "Ann Lee, with files from
/// John Roe" and "Ann Lee, Political Editor" -> "Ann Lee".
std::string names_in(std::string_view part) {
    const std::string lower = ascii::lowered(part);
    for (const std::string_view words : {", special ", ", with "})
        part = part.substr(0, lower.find(words));
    std::string names;
    for (bool first = true; !part.empty(); first = false) {
        const std::string_view name = take_part(part, ',');
        if (first || !is_office(name)) names.append(first ? "" : ",").append(name);
    }
    return std::string(ascii::trim(without_places(without_addresses(names))));
}

/// "Lee, Ann" -> "Ann Lee".
std::string in_spoken_order(std::string_view name) {
    const std::size_t comma = name.find(", ");
    if (comma == npos || name.find(' ') < comma || name.find(',', comma + 1) != npos)
        return std::string(name);
    const std::string_view given = name.substr(comma + 2);
    const bool is_name = !given.empty() && !ascii::is_lower(given.front()) &&
                         std::ranges::count(given, ' ') < 2 && given.size() > 2;
    return is_name ? std::string(given) + " " + std::string(name.substr(0, comma))
                   : std::string(name);
}

/// "By Ann Lee; John Roe; they reported from Rome": the names, one a value.
void say_authors(RawArticle& article, std::string_view byline) {
    for (bool first = true; !byline.empty(); first = false) {
        const std::string_view part = without_blanks(take_part(byline, ';'));
        if (!part.empty() && (first || !(is_remark(part) || is_office(part))))
            add_field_value(article.fields, "byline", 0, in_spoken_order(names_in(part)));
    }
}

/// "News; Briefs; Pg. A10" -> "News".
std::string_view first_section(std::string_view section) {
    section = section.substr(0, section.find(';'));
    return ascii::trim(section.substr(0, section.find(", Pg.")));
}

/// An article without a headline is known by how it begins.
std::string identity_of(const ExportArticle& article, const std::string& day,
                        std::string_view text) {
    constexpr std::size_t beginning = 200;
    const std::string_view named =
        article.title.empty()
            ? text.substr(0, character_begin(text, std::min(text.size(), beginning)))
            : std::string_view(article.title);
    return std::string(named) + "\n" + article.outlet + "\n" + day;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view hard_blank = "\xC2\xA0";
    for (;;) {
        text = ascii::trim(text);
        if (text.starts_with(hard_blank))
            text.remove_prefix(hard_blank.size());
        else if (text.ends_with(hard_blank))
            text.remove_suffix(hard_blank.size());
        else
            return text;
    }
}

bool has_year(std::string_view line) {
    constexpr std::size_t longest = 120;
    return line.size() < longest && year_end(line) != npos;
}

std::string_view day_in_line(std::string_view line) {
    line = ascii::trim(line);
    const std::size_t end = year_end(line);
    if (end == npos) return line;
    if (end > 4) return line.substr(0, end);
    // The year comes first: up to the time.
    const std::size_t colon = line.find(':');
    return ascii::trim(colon == npos ? line : line.substr(0, line.rfind(' ', colon)));
}

Reading read_export(std::vector<ExportArticle> articles, PlaceUnit unit) {
    Reading reading;
    std::uint32_t number = 0;
    for (ExportArticle& each : articles) {
        RawArticle article;
        const auto say = [&](std::string_view key, std::string_view value) {
            add_field_value(article.fields, key, 0, without_blanks(value));
        };
        std::string day(day_in_line(each.day));
        if (day.find("年") != npos) std::erase(day, ' ');
        say("headline", each.title);
        say("publication", each.outlet);
        say_authors(article, each.byline);
        say("published", day);
        say("section", first_section(each.section));
        say("summary", each.summary);
        say("url", each.url);
        set_text(article, each.body);
        article.identity =
            each.accession.empty() ? identity_of(each, day, article.text) : each.accession;
        article.item = each.accession;
        article.unit = unit;
        article.line = ++number;
        if (unit == PlaceUnit::item) article.lines.clear();
        reading.articles.push_back(std::move(article));
    }
    if (reading.articles.empty())
        reading.problems.push_back({"", 0, "an export of a news service without articles", true});
    return reading;
}

}  // namespace dateline
