// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "common/file_stamp.h"

namespace dateline {
namespace {

Values known(std::string value) {
    return value.empty() ? Values{} : Values{std::move(value)};
}

template <std::string Article::*member>
Values get_text(const Article& article) {
    return known(article.*member);
}

template <std::string Article::*member>
void set_text(Article& article, Values values) {
    article.*member = values.empty() ? std::string() : std::move(values.front());
}

template <Values Article::*member>
Values get_list(const Article& article) {
    return article.*member;
}

template <Values Article::*member>
void set_list(Article& article, Values values) {
    article.*member = std::move(values);
}

Values get_date(const Article& article) {
    return article.published ? Values{to_string(*article.published)} : Values{};
}

void set_date(Article& article, Values values) {
    if (!values.empty()) article.published = parse_iso_date(values.front());
}

Values get_words(const Article& article) {
    return {fmt::format("{:08}", article.words)};
}

void set_words(Article& article, Values values) {
    if (values.empty()) return;
    const std::string& digits = values.front();
    std::from_chars(digits.data(), digits.data() + digits.size(), article.words);
}

// clang-format off
constexpr std::array field_table{
    Field{.name = "title", .number = 1, .prefix = "S", .match = Match::words, .weight = 3, .alias = "headline",
          .help = "words of the title",
          .get = get_text<&Article::title>, .set = set_text<&Article::title>},
    Field{.name = "summary", .number = 2, .weight = 1,
          .help = "the summary or deck",
          .get = get_text<&Article::summary>, .set = set_text<&Article::summary>},
    Field{.name = "body", .weight = 1,
          .help = "the text"},
    Field{.name = "author", .number = 3, .prefix = "A", .match = Match::names, .slot = 3, .several = true, .facet = true,
          .flag = "author", .alias = "byline", .value_name = "NAME",
          .help = "who wrote it: a whole name or words of it",
          .get = get_list<&Article::authors>, .set = set_list<&Article::authors>},
    Field{.name = "outlet", .number = 4, .prefix = "XO:", .match = Match::names, .slot = 2, .facet = true,
          .flag = "outlet", .alias = "source", .value_name = "NAME",
          .help = "who published it: a whole name, words of it or its host",
          .get = get_text<&Article::outlet>, .set = set_text<&Article::outlet>,
          .other_names = get_list<&Article::outlet_names>, .also_in = "host"},
    Field{.name = "outlet_names", .number = 15, .several = true,
          .help = "other names of the outlet",
          .get = get_list<&Article::outlet_names>, .set = set_list<&Article::outlet_names>},
    Field{.name = "host", .number = 5, .prefix = "H", .match = Match::exact,
          .help = "host of the URL, without www.",
          .get = get_text<&Article::host>, .set = set_text<&Article::host>},
    Field{.name = "credit", .number = 6, .prefix = "XCREDIT:", .match = Match::exact,
          .help = "the agency or outlet that the text credits",
          .get = get_text<&Article::source>, .set = set_text<&Article::source>},
    Field{.name = "date", .number = 7, .match = Match::range, .slot = 0, .last_slot = 1,
          .help = "day of publication: a day, month, year or range",
          .get = get_date, .set = set_date},
    Field{.name = "instant", .number = 8,
          .help = "exact time of publication",
          .get = get_text<&Article::instant>, .set = set_text<&Article::instant>},
    Field{.name = "section", .number = 9, .prefix = "XSECTION:", .match = Match::names, .slot = 4, .facet = true,
          .flag = "section", .value_name = "NAME",
          .help = "section or category: a whole name or words of it",
          .get = get_text<&Article::section>, .set = set_text<&Article::section>},
    Field{.name = "tag", .number = 10, .prefix = "K", .match = Match::names, .several = true,
          .flag = "tag", .value_name = "NAME",
          .help = "a tag or keyword: a whole one or words of it",
          .get = get_list<&Article::tags>, .set = set_list<&Article::tags>},
    Field{.name = "language", .number = 11, .prefix = "L", .match = Match::exact, .slot = 5, .facet = true,
          .flag = "language", .alias = "lang", .value_name = "CODE",
          .help = "language code: en, de, zh",
          .get = get_text<&Article::language>, .set = set_text<&Article::language>},
    Field{.name = "url", .number = 12, .prefix = "U", .match = Match::exact,
          .help = "the whole URL",
          .get = get_text<&Article::url>, .set = set_text<&Article::url>},
    Field{.name = "path", .number = 13, .prefix = "P", .match = Match::exact,
          .help = "the file's path below its folder",
          .get = get_text<&Article::path>, .set = set_text<&Article::path>},
    Field{.name = "length", .number = 14, .match = Match::range, .slot = 6,
          .help = "length in words",
          .get = get_words, .set = set_words},
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
static_assert(std::ranges::none_of(field_table, [](const Field& f) { return f.slot == item_slot; }),
              "a field has the slot of items");

constexpr std::size_t most_term_bytes = 245;

}  // namespace

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
    while (length > 0 && (static_cast<unsigned char>(term[length]) & 0xC0) == 0x80) --length;
    return term.substr(0, length) + hash;
}

std::string value_term(const Field& field, std::string_view folded) {
    if (field.match == Match::exact) return make_term(field.prefix, folded);
    return make_term(field.prefix, std::string(1, value_mark).append(folded));
}

std::string other_name_term(const Field& field, std::string_view value, std::string_view name) {
    std::string text(1, other_name_mark);
    return make_term(field.prefix, text.append(value).append("\t").append(name));
}

}  // namespace dateline
