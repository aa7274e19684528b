// SPDX-License-Identifier: GPL-2.0-or-later
// IPTC 7901, as dpa sends it: a header of numbers, keywords, then flags, headline and byline up to
// " =", and paragraphs between blank lines.
#include "indexer/readers/agency/iptc7901.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "common/ascii.h"
#include "common/text_parts.h"
#include "indexer/readers/agency/item_fields.h"
#include "indexer/readers/text_builder.h"

namespace dateline {

namespace {

std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const std::string_view word = ascii::trim(take_part(line, ' '));
        if (!word.empty()) words.push_back(word);
    }
    return words;
}

/// "1ST LEAD", "EXTRA", "(Achtung)": no part of the headline.
bool is_flag(std::string_view line) {
    return std::ranges::none_of(line, ascii::is_lower) ||
           (line.starts_with('(') && line.ends_with(')'));
}

bool is_byline(std::string_view line) {
    constexpr auto words = std::to_array<std::string_view>({"By ", "Von ", "Por ", "Par "});
    return std::ranges::any_of(words, [&](auto word) { return line.starts_with(word); });
}

/// The lines up to the first blank one: flags, headline, byline.
void take_head(std::string_view& text, std::uint32_t& line, std::string_view service,
               ItemFields& fields) {
    constexpr std::size_t most_rows = 12;
    std::vector<std::string_view> rows;
    while (!text.empty() && rows.size() < most_rows) {
        std::string_view row = ascii::trim(take_line(text));
        ++line;
        if (row.empty()) break;
        const bool last = row.ends_with('=');
        if (last) row = ascii::trim(row.substr(0, row.size() - 1));
        if (!row.empty()) rows.push_back(row);
        if (last) break;
    }
    while (rows.size() > 1 && is_flag(rows.front())) rows.erase(rows.begin());
    if (rows.size() > 1 && is_byline(rows.back())) {
        // "By dpa correspondents": nobody in particular.
        const std::string_view names = rows.back().substr(rows.back().find(' ') + 1);
        if (!names.starts_with(service)) fields.say_byline(nullptr, rows.back());
        rows.pop_back();
    }
    std::string title;
    for (const std::string_view row : rows) title.append(title.empty() ? "" : " ").append(row);
    fields.say("title", nullptr, title);
}

/// Where what is not for publication begins: a heading with a sharp, a line of asterisks, or the
/// signs of the editors, "dpa wsz jln npr", at the end.
std::string_view without_notes(std::string_view text, std::string_view service) {
    std::string_view rest = text;
    std::size_t last_row = text.size();
    bool signs = false;
    while (!rest.empty()) {
        const std::size_t at = text.size() - rest.size();
        const std::string_view row = ascii::trim(take_line(rest));
        if (row.starts_with("# ") || row.starts_with("* * *")) return text.substr(0, at);
        if (row.empty()) continue;
        last_row = at;
        signs = !service.empty() && row.starts_with(service) &&
                std::ranges::all_of(row, [](char c) { return ascii::is_lower(c) || c == ' '; });
    }
    return signs ? text.substr(0, last_row) : text;
}

/// "131137 GMT Nov 13" and "211259 Nov 18": the day of the month comes first, the year last.
std::string day_of(std::string_view footer) {
    const std::vector<std::string_view> words = words_of(footer.substr(0, footer.find('\n')));
    if (words.size() < 3 || words[0].size() != 6) return "";
    return fmt::format("{} {} 20{}", words[0].substr(0, 2), words[words.size() - 2], words.back());
}

}  // namespace

RawArticle iptc7901_article(const WireMessage& message) {
    RawArticle article;
    ItemFields fields(article);
    const std::string header = wire_text(message.header);
    const std::string whole = wire_text(message.text);
    std::string_view above = header;
    const std::vector<std::string_view> numbers = words_of(take_line(above));
    std::string_view text = whole;
    std::uint32_t line = message.text_line;
    const std::string_view service =
        numbers.size() > 2 ? service_name(numbers[numbers.size() - 2]) : std::string_view();
    take_head(text, line, service, fields);
    TextBuilder builder;
    add_plain_text(builder, without_notes(text, service), line);
    builder.move_into(article);
    const std::string day = day_of(ascii::trim(wire_text(message.footer)));
    fields.say("published", nullptr, day);
    fields.say_outlet(nullptr, service);
    if (numbers.size() > 2) fields.say("section", nullptr, wire_section(numbers[2]));
    std::string keywords(ascii::trim(above));
    if (keywords.ends_with('/')) keywords.pop_back();
    fields.say("tags", nullptr, keywords);
    if (!numbers.empty()) article.identity = fmt::format("{} {}", numbers[0], day);
    return article;
}

}  // namespace dateline
