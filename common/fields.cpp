// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "common/code_points.h"
#include "common/file_stamp.h"

namespace dateline {
namespace {

// clang-format off
constexpr std::array field_table{
    Field{.name = "title", .member = &Article::title, .number = 1, .prefix = "S", .match = Match::words,
          .zone = Zone::title, .weight = title_weight, .alias = "headline",
          .help = "words of the title"},
    Field{.name = "summary", .member = &Article::summary, .number = 2, .zone = Zone::summary, .weight = 1,
          .help = "the summary or deck"},
    Field{.name = "body", .zone = Zone::body, .weight = 1,
          .help = "the text"},
    Field{.name = "author", .member = &Article::authors, .number = 3, .prefix = "A", .match = Match::names,
          .zone = Zone::authors, .slot = 3, .facet = true, .flag = "author", .alias = "byline", .value_name = "NAME",
          .help = "who wrote it: a whole name or words of it"},
    Field{.name = "outlet", .member = &Article::outlet, .number = 4, .prefix = "XO:", .match = Match::names,
          .zone = Zone::outlet, .slot = 2, .facet = true, .flag = "outlet", .alias = "source", .value_name = "NAME",
          .help = "who published it: a whole name, words of it or its host",
          .other_names = &Article::outlet_names, .also_in = "host"},
    Field{.name = "outlet_names", .member = &Article::outlet_names, .number = 15,
          .help = "other names of the outlet"},
    Field{.name = "host", .member = &Article::host, .number = 5, .prefix = "H", .match = Match::exact,
          .help = "host of the URL, without www."},
    Field{.name = "credit", .member = &Article::source, .number = 6, .prefix = "XCREDIT:", .match = Match::exact,
          .help = "the agency or outlet that the text credits"},
    Field{.name = "date", .member = &Article::published, .number = 7, .match = Match::range,
          .slot = first_day_slot, .last_slot = last_day_slot,
          .help = "day of publication: a day, month, year or range"},
    Field{.name = "instant", .member = &Article::instant, .number = 8,
          .help = "exact time of publication"},
    Field{.name = "section", .member = &Article::section, .number = 9, .prefix = "XSECTION:", .match = Match::names,
          .slot = 4, .facet = true, .flag = "section", .value_name = "NAME",
          .help = "section or category: a whole name or words of it"},
    Field{.name = "tag", .member = &Article::tags, .number = 10, .prefix = "K", .match = Match::names,
          .flag = "tag", .value_name = "NAME",
          .help = "a tag or keyword: a whole one or words of it"},
    Field{.name = "language", .member = &Article::language, .number = 11, .prefix = "L", .match = Match::exact,
          .slot = language_slot, .facet = true, .flag = "language", .alias = "lang", .value_name = "CODE",
          .help = "language code: en, de, zh"},
    Field{.name = "url", .member = &Article::url, .number = 12, .prefix = "U", .match = Match::exact,
          .help = "the whole URL"},
    Field{.name = "path", .member = &Article::path, .number = 13, .prefix = "P", .match = Match::exact,
          .help = "the file's path below its folder"},
    Field{.name = "archive", .member = &Article::archive, .match = Match::exact, .facet = true, .flag = "archive", .value_name = "NAME",
          .help = "the archive that it is in, where several are searched", .of_archive = true},
    Field{.name = "length", .member = &Article::words, .number = 14, .match = Match::range, .slot = 6,
          .help = "length in words"},
};
// clang-format on

/// True if `key` gives no two rows the same value, empty ones aside.
template <typename Key>
constexpr bool distinct(Key key, decltype(key(field_table[0])) none) {
    for (std::size_t i = 0; i < field_table.size(); ++i)
        for (std::size_t j = i + 1; j < field_table.size(); ++j)
            if (key(field_table[i]) != none && key(field_table[i]) == key(field_table[j]))
                return false;
    return true;
}

constexpr bool no_name_twice() {
    for (const Field& row : field_table)
        for (const Field& other : field_table)
            if (&row != &other && (row.name == other.alias || row.name == other.name)) return false;
    return true;
}

static_assert(no_name_twice(), "two fields share a name");
static_assert(distinct([](const Field& f) { return f.alias; }, ""), "two fields share an alias");
static_assert(distinct([](const Field& f) { return f.prefix; }, ""), "two fields share a prefix");
static_assert(distinct([](const Field& f) { return f.flag; }, ""), "two fields share a flag");
static_assert(distinct([](const Field& f) { return f.number; }, 0), "two fields share a number");
static_assert(distinct([](const Field& f) { return f.slot; }, no_slot), "two fields share a slot");
static_assert(distinct([](const Field& f) { return f.last_slot; }, no_slot),
              "two fields share a slot");
static_assert(std::ranges::none_of(field_table,
                                   [](const Field& f) {
                                       return f.slot == item_slot || f.slot == order_slot ||
                                              f.slot == signature_slot ||
                                              f.slot == fingerprint_slot;
                                   }),
              "a field has a slot that is taken");

static_assert(std::ranges::all_of(field_table,
                                  [](const Field& f) {
                                      return f.has_value() || (f.number == 0 && f.slot == no_slot);
                                  }),
              "a stored field without a value");
static_assert(std::ranges::all_of(field_table,
                                  [](const Field& f) {
                                      return f.is_date() == (f.last_slot != no_slot);
                                  }),
              "days have two slots, since they may be months and years");

constexpr std::size_t most_term_bytes = 245;

/// The member of that type, if it is the field's.
template <typename Type, typename OfArticle>
auto* member_in(const Field& field, OfArticle& article) {
    const auto* member = std::get_if<Type Article::*>(&field.member);
    return member == nullptr ? nullptr : &(article.**member);
}

}  // namespace

Values Field::get(const Article& article) const {
    if (const auto* text = member_in<std::string>(*this, article))
        return text->empty() ? Values{} : Values{*text};
    if (const auto* list = member_in<Values>(*this, article)) return *list;
    if (const auto date = date_in(article)) return {to_string(*date)};
    if (const auto count = number_in(article)) return {fmt::format("{:08}", *count)};
    return {};
}

void Field::set(Article& article, Values values) const {
    if (auto* list = member_in<Values>(*this, article)) *list = std::move(values);
    if (values.empty()) return;
    std::string& value = values.front();
    if (auto* text = member_in<std::string>(*this, article)) *text = std::move(value);
    if (auto* date = member_in<std::optional<CalendarDate>>(*this, article))
        *date = parse_iso_date(value);
    if (auto* count = member_in<std::uint32_t>(*this, article))
        std::from_chars(value.data(), value.data() + value.size(), *count);
}

std::optional<CalendarDate> Field::date_in(const Article& article) const {
    const auto* date = member_in<std::optional<CalendarDate>>(*this, article);
    return date == nullptr ? std::nullopt : *date;
}

std::optional<std::uint32_t> Field::number_in(const Article& article) const {
    const auto* count = member_in<std::uint32_t>(*this, article);
    return count == nullptr ? std::nullopt : std::optional(*count);
}

std::span<const Field> fields() {
    return field_table;
}

const Field* find_field(std::string_view name) {
    const auto row = std::ranges::find_if(field_table, [&](const Field& f) {
        return f.name == name || (!f.alias.empty() && f.alias == name);
    });
    return row == field_table.end() ? nullptr : &*row;
}

const Field& field(std::string_view name) {
    const Field* row = find_field(name);
    if (row == nullptr) throw std::logic_error("no such field: " + std::string(name));
    return *row;
}

std::string make_term(std::string_view prefix, std::string_view value) {
    std::string term(prefix);
    term += value;
    const auto zero_bytes = static_cast<std::size_t>(std::ranges::count(term, '\0'));
    if (term.size() + zero_bytes <= most_term_bytes) return term;
    const std::string hash = fmt::format("~{:016x}", content_hash(term));
    std::size_t bytes = 0;
    std::size_t length = 0;
    while (bytes + 2 + hash.size() <= most_term_bytes) bytes += term[length++] == '\0' ? 2 : 1;
    return term.substr(0, character_begin(term, length)) + hash;
}

std::string value_term(const Field& field, std::string_view folded) {
    if (field.match == Match::exact) return make_term(field.prefix, folded);
    return make_term(field.prefix, std::string(1, value_mark).append(folded));
}

std::string order_key(const Article& article) {
    const std::optional<CalendarDate>& date = article.published;
    return (date ? day_key(*days_of(*date).first) : std::string(undated_key)) + article.id;
}

std::string other_name_term(const Field& field, std::string_view value, std::string_view name) {
    std::string text(1, other_name_mark);
    return make_term(field.prefix, text.append(value).append("\t").append(name));
}

}  // namespace dateline
